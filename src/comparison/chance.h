#pragma once
// What correlation chance gives: the rougher two surfaces are, the more independent points they have.

#include <array>

#include "comparison/pose.h"
#include "comparison/raster.h"

namespace lotline::comparison {

/// How a surface correlates with itself, moved by -kReach..kReach points both ways; 1 in the middle.
struct Autocorrelation {
  static constexpr int kSide = 2 * Sheet::kReach + 1;

  std::array<double, kSide * kSide> at{};
};

[[nodiscard]] Autocorrelation autocorrelation_of(const Sheet& sheet);

/// As many points as are worth one independent one when the two lie at this pose: correlations of n points that have
/// nothing to do with each other spread by the root of this over n (Bartlett, J. R. Stat. Soc. 98, 1935, for two
/// series). At least 1.
[[nodiscard]] double points_of_one(const Autocorrelation& a, const Autocorrelation& b, const Pose& a_from_b);

}  // namespace lotline::comparison
