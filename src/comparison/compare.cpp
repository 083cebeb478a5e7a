#include "comparison/compare.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "comparison/cells.h"
#include "comparison/evidence.h"
#include "comparison/fit.h"
#include "comparison/refine.h"

namespace lotline::comparison {
namespace {

constexpr CellOptions kFineCells{.level = 0, .side = 32, .reach = 2, .turns = 0};

/// The smaller surface is the template, so that all of it is looked for in the larger.
std::vector<Candidate> from_rings(const Features& a, const Features& b, const CompareOptions& options) {
  const bool exchanged = b.sheet[2].count < a.sheet[2].count;
  const Features& small = exchanged ? b : a;
  const Features& large = exchanged ? a : b;
  std::vector<Candidate> found =
      candidates(small.as_template, large.raster[2], large.centre, options.reach_um, options.candidates);
  if (exchanged)
    for (Candidate& candidate : found) candidate.a_from_b = inverse(candidate.a_from_b);
  return found;
}

/// Each made better; those that came to lie at the same pose are one; strongest first.
std::vector<Refined> better(const Features& a, const Features& b, const std::vector<Pose>& from,
                            const RefineOptions& options, std::size_t at_most) {
  std::vector<Refined> all;
  for (const Pose& pose : from) {
    const Refined refined = refine(a, b, pose, options);
    if (refined.strength > 0) all.push_back(refined);
  }
  std::stable_sort(all.begin(), all.end(), [](const Refined& x, const Refined& y) { return x.strength > y.strength; });
  std::vector<Refined> kept;
  for (const Refined& one : all) {
    if (kept.size() == at_most) break;
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Refined& other) {
      const Point there = apply(other.a_from_b, apply(inverse(one.a_from_b), a.centre));
      return std::fabs(turned_within(one.a_from_b.rotation_deg - other.a_from_b.rotation_deg)) <=
                 2 * options.turn_deg &&
             std::fabs(there.x_um - a.centre.x_um) <= 2 * a.sheet[options.level].pitch_um &&
             std::fabs(there.y_um - a.centre.y_um) <= 2 * a.sheet[options.level].pitch_um;
    });
    if (!known) kept.push_back(one);
  }
  return kept;
}

std::vector<Pose> poses_of(const std::vector<Refined>& refined) {
  std::vector<Pose> poses;
  for (const Refined& one : refined) poses.push_back(one.a_from_b);
  return poses;
}

struct BothWays {
  std::vector<FoundCell> of_a{};
  std::vector<FoundCell> of_b{};
};

/// a stands before b.
Comparison compare_in_order(const Features& a, const Features& b, const CompareOptions& options, BothWays& cells) {
  Comparison found;
  std::vector<Pose> poses;
  for (const Candidate& candidate : from_rings(a, b, options)) poses.push_back(candidate.a_from_b);
  const std::vector<Refined> coarse = better(a, b, poses, {2, 1.5, 1, 1}, options.kept);
  const std::vector<Refined> medium = better(a, b, poses_of(coarse), {1, 0.75, 2, 2}, options.finalists);
  Refined best;
  for (const Refined& refined : medium) {
    const Refined fine = refine(a, b, refined.a_from_b, {0, 0.5, 1, 2});
    if (fine.strength > best.strength) best = fine;
  }
  if (best.strength <= 0) return found;
  cells = {find_cells(a, b, best.a_from_b, {}), find_cells(b, a, inverse(best.a_from_b), {})};
  const Pose pose = fitted(cells.of_a, congruent(cells.of_a, {}), cells.of_b, congruent(cells.of_b, {}), best.a_from_b);
  for (const Pose& start : {pose, best.a_from_b}) {
    const Refined fine = refine(a, b, start, {0, 0.2, 2, 1});
    if (fine.strength > best.strength) best = fine;
  }
  found.correlation = best.correlation;
  found.overlap_share =
      static_cast<double>(best.overlap) / static_cast<double>(std::min(a.sheet[0].count, b.sheet[0].count));
  found.a_from_b = rounded(best.a_from_b);
  const double points = points_of_one(a.autocorrelation, b.autocorrelation, best.a_from_b);
  const double log_ratio = evidence(find_cells(a, b, best.a_from_b, kFineCells), points) / 2 +
                           evidence(find_cells(b, a, inverse(best.a_from_b), kFineCells), points) / 2;
  found.score = score_of(prominence(best.correlation, best.overlap, points), log_ratio);
  CHECK(std::isfinite(found.score));
  return found;
}

}  // namespace

Comparison compare(const Features& a, const Features& b, const CompareOptions& options) {
  CHECK(a.mark == b.mark);
  const bool exchanged = stands_before(b, a);
  BothWays cells;
  Comparison found = exchanged ? compare_in_order(b, a, options, cells) : compare_in_order(a, b, options, cells);
  const std::vector<bool> agree_a = congruent(cells.of_a, {});
  const std::vector<bool> agree_b = congruent(cells.of_b, {});
  for (const auto* agree : {&agree_a, &agree_b}) {
    found.cells_compared += static_cast<int>(agree->size());
    found.cells_congruent += static_cast<int>(std::count(agree->begin(), agree->end(), true));
  }
  if (exchanged) found.a_from_b = inverse(found.a_from_b);
  const std::vector<FoundCell>& shown = exchanged ? cells.of_b : cells.of_a;
  const std::vector<bool>& agree = exchanged ? agree_b : agree_a;
  for (std::size_t i = 0; i < shown.size(); ++i)
    found.cells.push_back(
        {shown[i].at.x_um, shown[i].at.y_um, shown[i].correlation, shown[i].cell_from_other, agree[i]});
  return found;
}

}  // namespace lotline::comparison
