#pragma once
// What likelihood ratios cost: Cllr in bits (N. Brümmer and J. du Preez, Computer Speech and Language 20 (2006)
// 230-275). 0 is perfect, 1 is as good as saying nothing; it has no upper end.

#include <span>

#include "comparison/pool_adjacent_violators.h"

namespace lotline::comparison {

struct Cost {
  double cllr = 0;      ///< of the ratios as they are
  double cllr_min = 0;  ///< of the same ratios calibrated as well as can be: what discrimination alone costs
  [[nodiscard]] double calibration_loss() const { return cllr - cllr_min; }
};

/// Values are log10 likelihood ratios, which may be infinite. REQUIRES (CHECKed) both classes with weight.
[[nodiscard]] double cllr(std::span<const ClassedValue> llrs);
[[nodiscard]] Cost cost(std::span<const ClassedValue> llrs);

}  // namespace lotline::comparison
