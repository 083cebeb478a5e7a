#pragma once
// Where two surfaces may lie on each other, found round circles: a surface is read along rings about a centre, and a
// Fourier transform along the angle compares all rotations at once. One surface is read about its middle, the other
// about many centres near its own.

#include <array>
#include <cstddef>
#include <vector>

#include "comparison/polar_layout.h"
#include "comparison/raster.h"

namespace lotline::comparison {

/// The waves round each ring, of heights and of presence; kSpectrumFloats numbers (polar_layout.h).
using Spectrum = std::vector<float>;

/// A surface read about its middle, each ring weighted by its length.
struct Template {
  Point middle{};
  Spectrum spectrum{};
  std::array<bool, kGroups> used{};  ///< groups of rings that hold more than a little of it
};

/// A pose that two surfaces may lie at, with how far the correlation stands out of chance.
struct Candidate {
  Pose a_from_b{};
  double strength = 0;  ///< correlation times the root of the overlap
};

inline constexpr double kRingStepUm = 70;
inline constexpr double kLatticeStepUm = 70;

/// `picture` is the coarsest raster.
[[nodiscard]] Template template_of(const Raster& picture, Point middle);

/// The strongest poses that differ, best first, ties by where they were found; a is the template, b's centres lie
/// within `reach_um` of its middle. Poses at which less than half of the template lies on anything of b are passed
/// over.
[[nodiscard]] std::vector<Candidate> candidates(const Template& a, const Raster& b, Point middle_of_b, double reach_um,
                                                std::size_t at_most);

}  // namespace lotline::comparison
