#pragma once
// Where two surfaces may lie on each other, found round circles: a surface is read along rings about a centre, and a
// Fourier transform along the angle compares all rotations at once. One surface is read about its middle, the other
// about many centres near its own.

#include <cstddef>
#include <span>
#include <vector>

#include "comparison/polar_layout.h"
#include "comparison/raster.h"

namespace lotline::comparison {

/// The waves round each ring, of heights and of presence; kSpectrumFloats numbers (polar_layout.h).
using Spectrum = std::vector<float>;

struct Centre {
  Point at{};
  Spectrum spectrum{};
};

struct Polar {
  Spectrum as_template{};         ///< about the middle; each ring weighted by its length
  std::vector<Centre> lattice{};  ///< about centres within kNearUm of the middle
};

/// A pose that two surfaces may lie at, with how far the correlation stands out of chance.
struct Candidate {
  Pose a_from_b{};
  double strength = 0;  ///< correlation times the root of the overlap
};

inline constexpr double kRingStepUm = 70;
inline constexpr double kLatticeStepUm = 70;
inline constexpr double kNearUm = 400;   ///< how far the middles of two whole marks may stand apart
inline constexpr double kFarUm = 1'300;  ///< the same of a part and a whole

/// `picture` is the coarsest raster.
[[nodiscard]] Polar polar(const Raster& picture, Point middle);

/// Centres beyond kNearUm, made when a part is compared with a whole.
[[nodiscard]] std::vector<Centre> far_lattice(const Raster& picture, Point middle);

/// The strongest poses that differ, best first, ties by pose; a is the template.
[[nodiscard]] std::vector<Candidate> candidates(const Polar& a, Point middle_of_a, std::span<const Centre> lattice_of_b,
                                                std::size_t at_most);

}  // namespace lotline::comparison
