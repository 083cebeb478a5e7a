#pragma once
// Heights as pictures need them: square points, micrometres, NaN where there is none. A scan is coarsened and laid
// level for it; nothing that is compared is made from one.

#include <cstddef>
#include <vector>

#include "surface/height_map.h"
#include "surface/prepared.h"

namespace lotline::surface {

/// Axes as in HeightMap: row 0 has the smallest y.
struct HeightField {
  std::size_t columns = 0;
  std::size_t rows = 0;
  double pitch_um = 0;
  std::vector<float> heights_um{};

  [[nodiscard]] float at(std::size_t column, std::size_t row) const { return heights_um[row * columns + column]; }
};

/// A scan for a picture: the plane that fits all of it taken out, means of blocks where it has more than `most` points
/// along a side. The pitch is the finer one of the scan, times the block; a scan with unequal pitches is drawn out.
/// REQUIRES a map with a point.
[[nodiscard]] HeightField field_of(const HeightMap& map, std::size_t most);
[[nodiscard]] HeightField field_of(const Prepared& surface);

}  // namespace lotline::surface
