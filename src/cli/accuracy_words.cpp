#include "cli/accuracy_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/terminal.h"

namespace lotline::cli {

namespace {

class MarkdownTable {
 public:
  explicit MarkdownTable(const std::vector<std::string>& columns) {
    row(columns);
    text_ += "|";
    for (std::size_t i = 0; i < columns.size(); ++i) text_ += "---|";
    text_ += "\n";
  }
  void row(const std::vector<std::string>& cells) { text_ += fmt::format("| {} |\n", fmt::join(cells, " | ")); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string with_interval(double value, const comparison::Interval& interval) {
  return fmt::format("{:.3f} ({:.3f} to {:.3f})", value, interval.low, interval.high);
}

std::string caps(const comparison::Judgement& judged) {
  const auto range = [](double narrow, double wide) {
    return narrow == wide ? fmt::format("{:.2f}", narrow) : fmt::format("{:.2f} to {:.2f}", narrow, wide);
  };
  return fmt::format("{}; {}", range(judged.narrowest_cap.lower, judged.widest_cap.lower),
                     range(judged.narrowest_cap.upper, judged.widest_cap.upper));
}

const std::vector<std::string> kRatioColumns{"pairs of one, of two",      "Cllr",         "Cllr_min",
                                             "calibration loss",          "caps (log10)", "at a cap: of one, of two",
                                             "misleading: of one, of two"};

std::vector<std::string> ratio_cells(const comparison::Judgement& judged) {
  return {fmt::format("{}, {}", judged.size.pairs_same, grouped(judged.size.pairs_different)),
          with_interval(judged.cost.cllr, judged.cllr),
          with_interval(judged.cost.cllr_min, judged.cllr_min),
          with_interval(judged.cost.calibration_loss(), judged.calibration_loss),
          caps(judged),
          fmt::format("{}, {}", percent(judged.share_at_cap_same), percent(judged.share_at_cap_different)),
          fmt::format("{}, {}", judged.misleading_same, judged.misleading_different)};
}

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& rest) {
  first.insert(first.end(), rest.begin(), rest.end());
  return first;
}

std::vector<std::string> separation_cells(const comparison::Separation& separation) {
  return {fmt::format("{}, {}", separation.size.pairs_same, grouped(separation.size.pairs_different)),
          fmt::format("{} ({})", separation.same_above_all, percent(separation.share_above_all())),
          fmt::format("{:.1f}", separation.lowest_same), fmt::format("{:.1f}", separation.highest_different),
          fmt::format("{:.1f}", separation.gap())};
}

const std::vector<std::string> kSeparationColumns{"pairs of one, of two", "of one above every other", "lowest of one",
                                                  "highest of two", "gap"};

}  // namespace

std::string real_accuracy_tables(const service::RealAccuracy& accuracy, const std::string& folder) {
  MarkdownTable sets(joined(joined({"second scan of each pair"}, kSeparationColumns), {"scans unsuitable"}));
  for (const auto& set : accuracy.sets)
    sets.row(joined(joined({set.name}, separation_cells(set.separation)), {std::to_string(set.unsuitable)}));
  MarkdownTable ratios(joined({"pairs", "calibrator"}, kRatioColumns));
  for (const auto& row : accuracy.ratios) ratios.row(joined({row.pairs, row.ratios}, ratio_cells(row.judged)));
  return fmt::format("{}: {} scans of {} firearms. Scores:\n\n{}\nLikelihood ratios:\n\n{}", folder, accuracy.scans,
                     accuracy.firearms, sets.text(), ratios.text());
}

std::string generated_accuracy_table(const service::GeneratedRequest& request,
                                     const service::GeneratedAccuracy& accuracy) {
  const auto& rate = accuracy.rate;
  MarkdownTable table(
      joined({"difficulty", "guns",
              "true matches at a false-match rate of " + fmt::format("{:g}", rate.false_match_rate), "threshold"},
             joined(kSeparationColumns, {"scans unsuitable"})));
  table.row(joined({fmt::format("{:g}", request.options.difficulty), grouped(static_cast<std::int64_t>(request.guns)),
                    with_interval(rate.true_match_rate, rate.interval), fmt::format("{:.1f}", rate.threshold)},
                   joined(separation_cells(accuracy.separation), {std::to_string(accuracy.unsuitable)})));
  std::string text = "SIMULATED guns, one reference each:\n\n" + table.text();
  if (accuracy.judged) {
    MarkdownTable ratios(joined({"calibrator"}, kRatioColumns));
    ratios.row(joined({request.calibrator->name}, ratio_cells(*accuracy.judged)));
    text += "\n" + ratios.text();
  }
  return text;
}

std::string fusion_table(const std::vector<std::pair<std::string, comparison::FusionTrial>>& trials) {
  std::vector<std::string> columns{"weapons split by"};
  std::string pairs;
  for (const auto& row : trials.front().second.rows) {
    if (row.pairs != pairs) columns.push_back(fmt::format("pairs that show {}: of one, of two", row.pairs));
    pairs = row.pairs;
    columns.push_back(row.method);
  }
  MarkdownTable table(columns);
  for (const auto& [split, trial] : trials) {
    std::vector<std::string> cells{split};
    pairs.clear();
    for (const auto& row : trial.rows) {
      const auto& judged = row.judged;
      if (row.pairs != pairs)
        cells.push_back(fmt::format("{}, {}", judged.size.pairs_same, judged.size.pairs_different));
      pairs = row.pairs;
      cells.push_back(fmt::format("{}; {}, {}", with_interval(judged.cost.cllr, judged.cllr), judged.misleading_same,
                                  judged.misleading_different));
    }
    table.row(cells);
  }
  return table.text();
}

}  // namespace lotline::cli
