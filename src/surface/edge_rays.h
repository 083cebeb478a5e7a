#pragma once
// The edges of a part of a scan, looked for along rays from within.

#include <vector>

#include "surface/circle.h"
#include "surface/patches.h"

namespace lotline::surface {

struct OuterEdge {
  std::vector<Place> places{};  ///< where the part ends, beyond which something else was measured
  double seen = 0;              ///< share of the rays that end so
};

/// Looks outward from `from` for the last cell of `part` along each of 180 rays, and for anything measured within 0.3
/// mm of it.
[[nodiscard]] OuterEdge outer_edge(const Cells& cells, const CellMarks& part, Place from);

/// Looks outward from `from` for the first cell of `part` along each ray.
[[nodiscard]] std::vector<Place> inner_edge(const Cells& cells, const CellMarks& part, Place from);

}  // namespace lotline::surface
