#pragma once
// The ripples of a made-up breech face about its firing-pin hole, where metal flowed: waves drawn out along the rim.

#include <cstdint>

#include "surface/generated_relief.h"

namespace lotline::surface {

/// Relief of deviation 1 whose waves follow circles about the middle, everywhere alike along each.
class RimRelief {
 public:
  /// The waves are as long as they should be along the circle of `radius_um`, the hole's.
  RimRelief(std::uint64_t seed, double radius_um);

  [[nodiscard]] double at(double x_um, double y_um) const;

 private:
  double radius_um_;
  // An unrolled circle has two ends. Two reliefs with their ends on opposite sides, each of no weight where it ends,
  // are one without an end.
  Relief ends_left_;
  Relief ends_right_;
};

}  // namespace lotline::surface
