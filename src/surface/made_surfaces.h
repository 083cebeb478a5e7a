#pragma once
// Height maps from a formula, for the tests beside this file.

#include <cmath>
#include <cstddef>

#include "surface/height_map.h"

namespace lotline::surface {

/// A map of heights in micrometres of places in micrometres about its centre.
template <class Height>
HeightMap made(std::size_t columns, std::size_t rows, double pitch_um, const Height& height_um) {
  HeightMap map{columns, rows, pitch_um * 1e-6, pitch_um * 1e-6, {}};
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column) {
      const double x = (static_cast<double>(column) - static_cast<double>(columns - 1) / 2) * pitch_um;
      const double y = (static_cast<double>(row) - static_cast<double>(rows - 1) / 2) * pitch_um;
      map.heights_m.push_back(height_um(x, y) * 1e-6);
    }
  return map;
}

}  // namespace lotline::surface
