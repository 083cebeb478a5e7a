#pragma once
// Rings as spectra along the angle, in whole numbers of 16 bits: what two signatures are correlated with. Of each ring:
// its relief; its energy, the squares of the relief; and its coverage, where it was measured. A ring's relief counts by
// its radius, since that is how much surface it stands for.

#include <array>
#include <cstdint>
#include <vector>

#include "search/signature.h"

namespace lotline::search {

/// Harmonics 1 to 95 of the relief; the mean, 0, the rings do not have. Higher ones are shorter than 0.12 mm at the
/// rim, and hardly outlast the averaging.
inline constexpr int kHarmonics = 96;
/// Harmonics 0 to 15 of energy and coverage; how much overlaps changes slowly with the angle.
inline constexpr int kOverlapHarmonics = 16;

/// One complex number. At most 4,064 in size, so that products of 40 rings add up within 32 bits.
struct Harmonic {
  std::int16_t real = 0;
  std::int16_t imaginary = 0;
};

struct RingSpectrum {
  std::array<Harmonic, kHarmonics> relief{};  ///< 0 is left at 0
  std::array<Harmonic, kOverlapHarmonics> energy{};
  std::array<Harmonic, kOverlapHarmonics> coverage{};
};

struct RingSpectra {
  int first_ring = 0;
  std::vector<RingSpectrum> rings{};
  float energy = 0;  ///< of all rings, in the units of a correlation of spectra
};

[[nodiscard]] RingSpectra ring_spectra(const Signature& signature);

}  // namespace lotline::search
