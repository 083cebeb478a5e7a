#include "comparison/units.h"

#include <algorithm>
#include <cmath>

#include "comparison/raster.h"

namespace lotline::comparison {

double robust_deviation(const std::vector<double>& value, const std::vector<std::uint8_t>& present) {
  std::vector<double> magnitudes;
  for (std::size_t i = 0; i < value.size(); ++i)
    if (present[i] != 0) magnitudes.push_back(std::fabs(value[i]));
  if (magnitudes.empty()) return 0;
  const auto middle = magnitudes.begin() + static_cast<std::ptrdiff_t>(magnitudes.size() / 2);
  std::nth_element(magnitudes.begin(), middle, magnitudes.end());
  return *middle * 1.4826;
}

int in_units(double value, double deviation) {
  if (!(deviation > 0)) return 0;
  return static_cast<int>(
      std::clamp(std::nearbyint(value / deviation * kUnitsPerDeviation), -1.0 * kHighest, 1.0 * kHighest));
}

}  // namespace lotline::comparison
