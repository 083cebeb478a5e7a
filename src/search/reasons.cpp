#include <fmt/format.h>

#include "search/ranking.h"

namespace lotline::search {

namespace {

/// "1 cell", "2 cells".
std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string fields_that(const ClassAnswer& answer, FieldAnswer wanted) {
  std::string list;
  for (std::size_t field = 0; field < kClassFields; ++field) {
    if (answer.fields[field] != wanted) continue;
    if (!list.empty()) list += ", ";
    list += word(static_cast<ClassField>(field));
  }
  return list;
}

}  // namespace

std::vector<std::string> reasons(const Line& line, const Ranking& ranking) {
  std::vector<std::string> all;
  const ComparedItem& best = line.compared.front();
  all.push_back(fmt::format("rings: correlation {:.3f} at {:.0f} degrees, place {} of {} searched",
                            best.signature_correlation, best.signature_pose.rotation_deg, best.signature_place,
                            ranking.searched));
  all.push_back(
      fmt::format("full comparison: score {:.3f}, {} congruent of {} compared, correlation {:.3f} over {:.0f} "
                  "% of the smaller mark",
                  best.comparison.score, counted(static_cast<std::size_t>(best.comparison.cells_congruent), "cell"),
                  best.comparison.cells_compared, best.comparison.correlation, 100 * best.comparison.overlap_share));
  const std::string same = fields_that(line.class_answer, FieldAnswer::same);
  const std::string unknown = fields_that(line.class_answer, FieldAnswer::unknown);
  if (!same.empty()) all.push_back("class fields that agree: " + same);
  if (!unknown.empty()) all.push_back("class fields not known of both, so not used: " + unknown);
  if (line.items > 1)
    all.push_back(
        fmt::format("{} of this source, {} compared: the best one's score, the mean of their likelihood "
                    "ratios",
                    counted(line.items, "item"), line.compared.size()));
  if (line.llr)
    all.push_back(fmt::format("log10 likelihood ratio {:.2f}", *line.llr));
  else
    all.push_back("no likelihood ratio: " + line.llr_reason);
  return all;
}

}  // namespace lotline::search
