#include "comparison/refine.h"

#include <algorithm>
#include <cmath>

#include "comparison/correlation.h"

namespace lotline::comparison {

Refined refine(const Features& a, const Features& b, const Pose& start, const RefineOptions& options) {
  const Sheet& fixed = a.sheet[options.level];
  const std::int64_t least = std::max<std::int64_t>(9, std::min(fixed.count, b.sheet[options.level].count) / 4);
  thread_local Sheet moved;
  const Point pivot_in_b = apply(inverse(start), a.centre);  // a's middle stays where it is while b is turned
  Refined best;
  for (int turn = -options.turns; turn <= options.turns; ++turn) {
    const Pose pose = pose_that_takes(pivot_in_b, a.centre, start.rotation_deg + turn * options.turn_deg);
    lay(b.raster[options.level], pose, fixed, moved);
    for (int dy = -options.reach; dy <= options.reach; ++dy)
      for (int dx = -options.reach; dx <= options.reach; ++dx) {
        const Sums sums = overlap(fixed, moved, dx, dy);
        if (sums.n < least) continue;
        const double correlation = correlation_of(sums);
        const double strength = correlation * std::sqrt(static_cast<double>(sums.n));
        if (strength <= best.strength) continue;
        best = {{pose.rotation_deg, pose.tx_um + dx * fixed.pitch_um, pose.ty_um + dy * fixed.pitch_um},
                strength,
                correlation,
                sums.n};
      }
  }
  return best;
}

}  // namespace lotline::comparison
