#include "surface/generated_rim.h"

#include <cmath>
#include <numbers>

#include "base/steady_math.h"

namespace lotline::surface {

namespace {

using std::numbers::pi;

/// Longer along the rim than across it, as on the slides of odd numbers, but more so (docs/ballistics.md has both).
constexpr Band kRipples[] = {{60, 1}};
constexpr double kOne[] = {1};
constexpr Grain kAlongTheRim{0, 5, 0};

}  // namespace

RimRelief::RimRelief(std::uint64_t seed, double radius_um)
    : radius_um_(radius_um),
      ends_left_(seed, kRipples, kAlongTheRim, pi * radius_um + 1),
      ends_right_(seed + 1, kRipples, kAlongTheRim, pi * radius_um + 1) {}

double RimRelief::at(double x_um, double y_um) const {
  const double outside = std::sqrt(x_um * x_um + y_um * y_um) - radius_um_;
  const double angle = steady::atan2(y_um, x_um);
  const double from_left = angle < 0 ? angle + pi : angle - pi;
  return steady::cos(angle / 2) * ends_left_.at(outside, angle * radius_um_, kOne) +
         std::fabs(steady::sin(angle / 2)) * ends_right_.at(outside, from_left * radius_um_, kOne);
}

}  // namespace lotline::surface
