#pragma once
// Sums over rings of products of harmonics: the questioned mark's with those of sixteen enrolled marks at once. Whole
// numbers throughout, so that every instruction set gives the same.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/ring_spectra.h"

namespace lotline::search {

inline constexpr std::size_t kMarksTogether = 16;

/// A questioned harmonic twice, as the multiplication wants it: (real, imaginary) and (imaginary, -real).
struct QuestionedHarmonic {
  Harmonic straight{};
  Harmonic turned{};
};

/// One harmonic of sixteen enrolled marks.
struct alignas(64) EnrolledHarmonics {
  std::array<Harmonic, kMarksTogether> marks{};
};

/// Of sixteen marks: the sum over rings of questioned times conjugate of enrolled.
struct alignas(64) ProductSum {
  std::array<std::int32_t, kMarksTogether> real{};
  std::array<std::int32_t, kMarksTogether> imaginary{};
};

/// Harmonics of some rings: harmonic h of ring r stands at first[h * step + r].
template <class H>
struct Rings {
  const H* first = nullptr;
  std::size_t step = 0;
};

/// sums[h] for every harmonic that sums has room for. At most kMostRings rings, so that no sum overflows.
void ring_products(Rings<QuestionedHarmonic> questioned, Rings<EnrolledHarmonics> enrolled, std::size_t rings,
                   std::span<ProductSum> sums);

}  // namespace lotline::search
