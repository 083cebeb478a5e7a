#pragma once
// How the polar spectra lie in memory; shared by polar.cpp and the inner loops.

namespace lotline::comparison {

inline constexpr int kAngles = 128;    ///< of a whole turn
inline constexpr int kBatch = 16;      ///< rings, or centres, worked on at once
inline constexpr int kGroups = 2;      ///< of rings, kBatch each, from the middle outwards
inline constexpr int kWaves = 48;      ///< round a ring, of the heights: 0..47 to a turn
inline constexpr int kMaskWaves = 16;  ///< the same of what is present, which is smooth
/// A group's spectrum is this many rows of kBatch rings: real parts of the heights' waves, imaginary parts, then the
/// same of the presence's.
inline constexpr int kSpectrumRows = 2 * kWaves + 2 * kMaskWaves;
inline constexpr int kGroupFloats = kSpectrumRows * kBatch;
inline constexpr int kSpectrumFloats = kGroups * kGroupFloats;

}  // namespace lotline::comparison
