#pragma once
// Where the middle of a mark lies in its scan. The edges of a breech-face mark, the firing-pin hole and the primer's
// rim, are arcs about a centre, and so is the edge of a pin's pit: the lines that cross an arc at right angles meet
// there, though only a part of the mark was measured. The hole comes first: it is of the gun, while the primer lies in
// the chamber as it fell, and what a person cut out of a scan lies as he drew it.

#include <cstddef>
#include <vector>

#include "surface/mark.h"

namespace lotline::surface {

/// In steps of the grid from its first point.
struct GridPoint {
  double column = 0;
  double row = 0;
};

/// What the centre is of: arcs of a hole, of a rim, or, where edges are no arcs, of all that was measured.
enum class CentreOf : unsigned char { hole, rim, mass };

struct MarkCentre {
  GridPoint at{};
  CentreOf of = CentreOf::mass;
};

/// `weight` says of each point of a grid, row by row, how much of it was measured, 0 to 1. The centre of its arcs, or,
/// where the edges are no arcs, as those of an
/// ejector's mark never are, the centre of mass; the middle of a grid on which nothing was measured.
[[nodiscard]] MarkCentre mark_centre(Mark mark, const std::vector<float>& weight, std::ptrdiff_t columns,
                                     std::ptrdiff_t rows, double pitch_um);

}  // namespace lotline::surface
