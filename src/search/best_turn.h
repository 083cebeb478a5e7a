#pragma once
// From sums over rings to the angle at which each of sixteen marks agrees best.

#include <array>
#include <span>

#include "search/ring_products.h"

namespace lotline::search {

/// The best so far, over centres and angles. Squared with its sign, since order is all that is asked until the end.
struct BestTurns {
  alignas(64) std::array<float, kMarksTogether> squared{};
  alignas(64) std::array<std::int32_t, kMarksTogether> angle{};   ///< in steps of the circle
  alignas(64) std::array<std::int32_t, kMarksTogether> centre{};  ///< as given
};

/// Nothing found: below any correlation.
inline constexpr float kNothingFound = -4;

/// What is known of one centre and one block of marks.
struct CentreSums {
  std::int32_t centre = 0;
  float questioned_energy = 0;
  float penalty = 0;                                               ///< taken off the squared correlation
  std::array<ProductSum, kHarmonics> relief{};                     ///< questioned relief with enrolled relief
  std::array<ProductSum, kOverlapHarmonics> questioned_overlap{};  ///< questioned energy with enrolled coverage
  std::array<ProductSum, kOverlapHarmonics> enrolled_overlap{};    ///< questioned coverage with enrolled energy
};

/// Takes two centres into the best. Of equal ones the first centre and the smaller angle stays.
void take_best(const CentreSums& first, const CentreSums& second,
               const std::array<float, kMarksTogether>& enrolled_energy, BestTurns& best);

}  // namespace lotline::search
