#pragma once
// A scan in coarse: means over square cells, enough to find planes, edges and holes in, and a few hundred times fewer.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "surface/height_map.h"
#include "surface/prepared.h"

namespace lotline::surface {

/// Axes and centre as in HeightMap and Prepared; the last cells of a row or column may hold fewer points.
struct Cells {
  std::size_t columns = 0;
  std::size_t rows = 0;
  double side_um = 0;                 ///< of a cell; cell_um as near as the pitch allows
  std::size_t points_x = 1;           ///< points of the scan along a side of a cell
  std::size_t points_y = 1;           ///< the same along y
  std::vector<double> x_um{};         ///< of each column's middle, about the centre of the scan
  std::vector<double> y_um{};         ///< of each row's middle
  std::vector<double> heights_um{};   ///< mean of what was measured; 0 where the cell is not there
  std::vector<std::uint8_t> there{};  ///< 1 where a quarter of the cell's points or more were measured

  [[nodiscard]] std::size_t size() const { return there.size(); }
};

/// Side of a cell, micrometres: a primer's edge is found to about one, and the narrowest gap round a primer is wider.
inline constexpr double cell_um = 25;

/// Heights above `base_m`, in micrometres, of the valid points.
[[nodiscard]] Cells cells_of(const HeightMap& map, std::span<const std::uint8_t> valid, double base_m);
[[nodiscard]] Cells cells_of(const Prepared& surface);

}  // namespace lotline::surface
