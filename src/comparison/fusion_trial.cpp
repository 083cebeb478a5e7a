#include "comparison/fusion_trial.h"

#include <algorithm>
#include <functional>
#include <map>

#include "comparison/likelihood_ratio.h"

namespace lotline::comparison {

namespace {

/// The llrs of all marks of each pair of one part, in the order of the firearms.
std::vector<LabelledMarks> joined(const std::vector<MarkScores>& marks, const std::vector<Calibrator>& calibrators,
                                  const std::vector<Part>& parts, Part part) {
  std::map<std::pair<int, int>, MarkLlrs> by_pair;
  for (std::size_t i = 0; i < marks.size(); ++i)
    for (const LabelledScore& pair : marks[i].scores) {
      const auto [a, b] = std::minmax(pair.source_a, pair.source_b);
      CHECK(static_cast<std::size_t>(b) < parts.size() && a >= 0);
      if (parts[static_cast<std::size_t>(a)] != part || parts[static_cast<std::size_t>(b)] != part) continue;
      auto& llrs = by_pair.try_emplace({a, b}, MarkLlrs(marks.size())).first->second;
      llrs[i] = ratio_of(calibrators[i], pair.score).llr;
    }
  std::vector<LabelledMarks> all;
  for (const auto& [pair, llrs] : by_pair) all.push_back({llrs, pair.first, pair.second});
  return all;
}

bool shows_all(const LabelledMarks& pair) {
  return std::all_of(pair.llrs.begin(), pair.llrs.end(), [](const auto& llr) { return llr.has_value(); });
}

using Rule = std::function<std::optional<double>(const MarkLlrs&)>;

class Trial {
 public:
  Trial(const std::vector<LabelledMarks>& pairs, const JudgeOptions& options) : pairs_(pairs), options_(options) {}

  TrialRow row(std::string method, std::string words, bool all_marks, const Bounds& cap, const Rule& rule) const {
    std::vector<LeftOut> llrs;
    for (const LabelledMarks& pair : pairs_) {
      if (all_marks && !shows_all(pair)) continue;
      if (const auto llr = rule(pair.llrs))
        llrs.push_back({{*llr, pair.source_a, pair.source_b}, *llr, *llr <= cap.lower || *llr >= cap.upper, cap});
    }
    return {std::move(method), std::move(words), judge(llrs, options_)};
  }

 private:
  const std::vector<LabelledMarks>& pairs_;
  const JudgeOptions& options_;
};

}  // namespace

Result<FusionTrial> try_fusion(const std::vector<MarkScores>& marks, const std::vector<Part>& parts,
                               const JudgeOptions& options) {
  std::vector<Calibrator> calibrators;
  Bounds summed;
  for (const MarkScores& mark : marks) {
    std::vector<LabelledScore> training;
    for (const LabelledScore& pair : mark.scores)
      if (parts[static_cast<std::size_t>(pair.source_a)] == Part::training &&
          parts[static_cast<std::size_t>(pair.source_b)] == Part::training)
        training.push_back(pair);
    calibrators.push_back(TRY(train_calibrator(training, {0, 1})));
    summed.lower += calibrators.back().cap.lower;
    summed.upper += calibrators.back().cap.upper;
  }
  FusionTrial trial;
  const auto training = joined(marks, calibrators, parts, Part::training);
  std::vector<LabelledScore> all_marks;
  for (const LabelledMarks& pair : training)
    if (shows_all(pair)) all_marks.push_back({0, pair.source_a, pair.source_b});
  trial.trained_on = size_of(all_marks);
  trial.fusion = TRY(train_fusion(marks.size(), training));

  const auto validation = joined(marks, calibrators, parts, Part::validation);
  const Trial measured(validation, options);
  const auto alone = [](std::size_t i) { return [i](const MarkLlrs& llrs) { return llrs[i]; }; };
  const auto total = [](const MarkLlrs& llrs) {
    double sum = 0;
    for (const auto& llr : llrs) sum += *llr;
    return sum;
  };
  const auto count = static_cast<double>(marks.size());
  const std::string both = "all marks";
  for (std::size_t i = 0; i < marks.size(); ++i)
    trial.rows.push_back(measured.row(marks[i].name, both, true, calibrators[i].cap, alone(i)));
  trial.rows.push_back(measured.row("sum, as if independent", both, true, summed, total));
  trial.rows.push_back(measured.row("mean", both, true, {summed.lower / count, summed.upper / count},
                                    [&](const MarkLlrs& llrs) { return total(llrs) / count; }));
  const auto fused = [&](const MarkLlrs& llrs) { return fuse(trial.fusion, llrs); };
  const Bounds cap = trial.fusion.sets.back().cap;
  trial.rows.push_back(measured.row("fusion", both, true, cap, fused));
  trial.rows.push_back(measured.row("fusion, or the one mark there is", "any mark", false, cap, fused));
  return trial;
}

}  // namespace lotline::comparison
