#include "comparison/compare.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "comparison/cells.h"
#include "comparison/evidence.h"
#include "comparison/refine.h"

namespace lotline::comparison {
namespace {

/// Whether the middles of both may be trusted to lie within kNearUm of each other.
bool whole(const Features& a, const Features& b) {
  const auto points = [](const Features& one) { return static_cast<double>(one.sheet[2].count); };
  return 4 * std::min(points(a), points(b)) >= 3 * std::max(points(a), points(b));
}

/// The smaller surface is the template, so that all of it is looked for in the larger.
std::vector<Candidate> from_rings(const Features& a, const Features& b, std::size_t at_most) {
  const bool turned = b.sheet[2].count < a.sheet[2].count;
  const Features& small = turned ? b : a;
  const Features& large = turned ? a : b;
  std::vector<Candidate> found = candidates(small.polar, small.centre, large.polar.lattice, at_most);
  if (!whole(a, b)) {
    const std::vector<Centre> far = far_lattice(large.raster[2], large.centre);
    const std::vector<Candidate> more = candidates(small.polar, small.centre, far, at_most);
    found.insert(found.end(), more.begin(), more.end());
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& x, const Candidate& y) { return x.strength > y.strength; });
  if (turned)
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
  for (const Candidate& candidate : from_rings(a, b, options.candidates)) poses.push_back(candidate.a_from_b);
  const std::vector<Refined> coarse = better(a, b, poses, {2, 1.5, 2, 2}, options.kept);
  const std::vector<Refined> medium = better(a, b, poses_of(coarse), {1, 0.75, 2, 2}, options.finalists);
  bool first = true;
  for (const Refined& refined : medium) {
    const Refined fine = refine(a, b, refined.a_from_b, {0, 0.25, 2, 1});
    if (fine.strength < 0) continue;
    BothWays here{find_cells(a, b, fine.a_from_b, {}), find_cells(b, a, inverse(fine.a_from_b), {})};
    const double score = evidence(here.of_a) / 2 + evidence(here.of_b) / 2;
    if (!first && score <= found.score) continue;
    first = false;
    found.score = score;
    found.correlation = fine.correlation;
    found.overlap_share =
        static_cast<double>(fine.overlap) / static_cast<double>(std::min(a.sheet[0].count, b.sheet[0].count));
    found.a_from_b = fine.a_from_b;
    cells = std::move(here);
  }
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
    found.cells.push_back({shown[i].at.x_um, shown[i].at.y_um, shown[i].correlation, shown[i].cell_from_b, agree[i]});
  return found;
}

}  // namespace lotline::comparison
