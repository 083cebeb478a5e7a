#pragma once
// How the polar spectra lie in memory; shared by polar.cpp and the inner loops.

namespace lotline::comparison {

inline constexpr int kRings = 32;      ///< kRingStepUm apart
inline constexpr int kAngles = 128;    ///< of a whole turn
inline constexpr int kWaves = 48;      ///< round a ring, of the heights: 0..47 to a turn
inline constexpr int kMaskWaves = 16;  ///< the same of what is present, which is smooth
/// Of one ring: real and imaginary parts of the heights' waves, then of the presence's.
inline constexpr int kRingFloats = 2 * kWaves + 2 * kMaskWaves;
inline constexpr int kSpectrumFloats = kRings * kRingFloats;
inline constexpr int kBatch = 16;  ///< centres correlated at once

}  // namespace lotline::comparison
