#pragma once
// A surface as measured: heights over a regular grid, in metres, as an X3P file gives them.

#include <cstddef>
#include <limits>
#include <vector>

namespace lotline::surface {

/// Axes follow X3P (ISO 25178-72): x to the right, y up, seen from +z. A height that was not measured is NaN.
struct HeightMap {
  std::size_t columns = 0;          ///< along x
  std::size_t rows = 0;             ///< along y; row 0 has the smallest y
  double pitch_x_m = 0;             ///< between neighbours of a row, metres
  double pitch_y_m = 0;             ///< between rows, metres
  std::vector<double> heights_m{};  ///< rows * columns, row by row, metres

  [[nodiscard]] double at(std::size_t column, std::size_t row) const { return heights_m[row * columns + column]; }
};

inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

}  // namespace lotline::surface
