#include "surface/cells.h"

#include <algorithm>
#include <cmath>

namespace lotline::surface {

namespace {

std::size_t points_in_a_cell(double pitch_um) {
  return static_cast<std::size_t>(std::max(1.0, std::floor(cell_um / pitch_um + 0.5)));
}

std::vector<double> middles(std::size_t cells, std::size_t points_a_cell, std::size_t points, double pitch_um) {
  std::vector<double> middles_um;
  for (std::size_t i = 0; i < cells; ++i) {
    const std::size_t begin = i * points_a_cell;
    const std::size_t end = std::min(points, begin + points_a_cell);
    middles_um.push_back((static_cast<double>(begin + end - 1) - static_cast<double>(points - 1)) / 2 * pitch_um);
  }
  return middles_um;
}

/// `height_um(i)` of the points for which `there(i)`.
template <class There, class Height>
Cells gather(std::size_t columns, std::size_t rows, double pitch_x_um, double pitch_y_um, const There& there,
             const Height& height_um) {
  Cells cells;
  cells.points_x = points_in_a_cell(pitch_x_um);
  cells.points_y = points_in_a_cell(pitch_y_um);
  cells.side_um =
      std::max(static_cast<double>(cells.points_x) * pitch_x_um, static_cast<double>(cells.points_y) * pitch_y_um);
  cells.columns = (columns + cells.points_x - 1) / cells.points_x;
  cells.rows = (rows + cells.points_y - 1) / cells.points_y;
  cells.x_um = middles(cells.columns, cells.points_x, columns, pitch_x_um);
  cells.y_um = middles(cells.rows, cells.points_y, rows, pitch_y_um);
  cells.heights_um.assign(cells.columns * cells.rows, 0);
  cells.there.assign(cells.columns * cells.rows, 0);
  std::vector<std::size_t> measured(cells.size());
  for (std::size_t row = 0, i = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column, ++i)
      if (there(i)) {
        const std::size_t cell = row / cells.points_y * cells.columns + column / cells.points_x;
        cells.heights_um[cell] += height_um(i);
        ++measured[cell];
      }
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    const bool enough = measured[cell] * 4 >= cells.points_x * cells.points_y;
    cells.there[cell] = enough ? 1 : 0;
    cells.heights_um[cell] = enough ? cells.heights_um[cell] / static_cast<double>(measured[cell]) : 0;
  }
  return cells;
}

}  // namespace

Cells cells_of(const HeightMap& map, std::span<const std::uint8_t> valid, double base_m) {
  return gather(
      map.columns, map.rows, map.pitch_x_m * 1e6, map.pitch_y_m * 1e6, [&](std::size_t i) { return valid[i] != 0; },
      [&](std::size_t i) { return (map.heights_m[i] - base_m) * 1e6; });
}

Cells cells_of(const Prepared& surface) {
  return gather(
      surface.columns, surface.rows, surface.pitch_um, surface.pitch_um,
      [&](std::size_t i) { return surface.present[i] != 0; },
      [&](std::size_t i) { return static_cast<double>(surface.heights_um[i]); });
}

}  // namespace lotline::surface
