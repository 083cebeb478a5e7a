#pragma once
// A surface made ready for comparison: resampled to a square pitch, levelled, band-passed, with what is no part of the
// mark taken out. Made by prepare.h from a HeightMap; comparison and search see nothing else.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "surface/mark.h"

namespace lotline::surface {

/// Axes as in HeightMap. A point that was not measured, or is no part of the mark, has present = 0 and height 0.
struct Prepared {
  Mark mark = Mark::breech_face;
  std::size_t columns = 0;
  std::size_t rows = 0;
  double pitch_um = 0;                  ///< between neighbours, both ways, micrometres
  std::vector<float> heights_um{};      ///< rows * columns, row by row, micrometres
  std::vector<std::uint8_t> present{};  ///< 1 where heights_um means something, else 0
};

}  // namespace lotline::surface
