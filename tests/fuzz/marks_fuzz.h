#pragma once
// What the fuzz targets of marks share: the reference tables, loaded once, and a check that ends the program.

#include <cmath>
#include <cstdlib>
#include <string_view>

#include "catalogue/catalogue.h"

namespace lotline::fuzz {

inline const catalogue::Catalogue& tables() {
  static const auto loaded = catalogue::Catalogue::load({LOTLINE_SOURCE_DIR "/data"}).value();
  return loaded;
}

/// Longer than any mark that is typed in; time grows with length.
inline constexpr std::size_t kLongestMark = 200;

/// Readings are probabilities that sum to at most 1.
template <class Readings>
void check_probabilities(const Readings& readings) {
  double sum = 0;
  for (const auto& reading : readings) {
    if (!std::isfinite(reading.probability) || reading.probability < 0) std::abort();
    sum += reading.probability;
  }
  if (sum > 1 + 1e-9) std::abort();
}

}  // namespace lotline::fuzz
