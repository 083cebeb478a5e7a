#include "answers/comparison_picture.h"

#include <fmt/format.h>

#include "comparison/verbal_scale.h"
#include "exchange/comparison_picture.h"
#include "surface/prepare.h"

namespace lotline::answers {

namespace {

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string weight_in_words(const ComparisonAnswer& answer) {
  const auto& weight = answer.compared.weight;
  if (!weight.ratio) return fmt::format("Likelihood ratio: none, {}.", comparison::sentence(*weight.reason));
  const auto& ratio = *weight.ratio;
  return fmt::format("Likelihood ratio: log10 {:.2f}, between {:.2f} and {:.2f}{}: {}. Calibrator {}{}, sha256 {}.",
                     ratio.llr, ratio.low, ratio.high, ratio.at_cap ? ", at the cap" : "",
                     comparison::in_words(ratio.llr), answer.calibrator->name,
                     answer.calibrator->simulated ? " (SIMULATED surfaces)" : "", answer.calibrator->sha256);
}

}  // namespace

Result<void> draw_comparison(const std::string& png, const surface::Light& light, const ComparisonAnswer& answer,
                             const surface::X3p& a, const surface::X3p& b, const surface::PrepareOptions& options) {
  const auto surface_a = TRY(of_field("A", surface::prepare(a.map, options)));
  const auto surface_b = TRY(of_field("B", surface::prepare(b.map, options)));
  const auto& found = answer.compared.found;
  std::vector<std::string> lines{
      fmt::format(
          "Score {:.2f} ({}); {} of {} cells of both agree on this pose; {:.0f} % of the smaller surface is covered.",
          found.score, comparison::score_version, found.cells_congruent, found.cells_compared,
          100 * found.overlap_share),
      weight_in_words(answer)};
  for (const auto& [letter, scan] : {std::pair{"A", &a}, std::pair{"B", &b}})
    if (!scan->metadata.comment.empty())
      lines.push_back(fmt::format("Comment in the file of {}: {}", letter, scan->metadata.comment));
  lines.push_back(
      "No score or ratio is a verdict: whether one firearm made both marks is for an examiner to conclude.");
  return exchange::write_comparison_picture(png, {{surface_a, file_name(answer.path_a), a.sha256},
                                                  {surface_b, file_name(answer.path_b), b.sha256},
                                                  found,
                                                  light,
                                                  std::move(lines)});
}

}  // namespace lotline::answers
