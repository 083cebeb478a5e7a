#pragma once
// Heights in units of their own spread.

#include <cstdint>
#include <vector>

namespace lotline::comparison {

/// Median of the magnitudes over what is present, times what makes it the standard deviation of a normal distribution;
/// 0 of nothing.
[[nodiscard]] double robust_deviation(const std::vector<double>& value, const std::vector<std::uint8_t>& present);

/// Whole units (raster.h), cut off; 0 where there is no deviation.
[[nodiscard]] int in_units(double value, double deviation);

}  // namespace lotline::comparison
