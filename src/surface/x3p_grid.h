#pragma once
// From the points of an X3P file to a height map. A place is offset + increment * index, so that a later row lies at a
// larger y: x to the right, y up. Where an increment is negative, or points tell their own places, they are put in that
// order.

#include "base/refusal.h"
#include "surface/finding.h"
#include "surface/x3p_document.h"
#include "surface/x3p_points.h"

namespace lotline::surface {

struct PlacedMap {
  HeightMap map{};
  double offset_x_m = 0, offset_y_m = 0;  ///< where column 0 and row 0 lie
};

/// Refuses (points_off_grid) points that lie on no regular grid, two on one place, or too few to tell the pitch.
Result<PlacedMap> place_on_grid(const X3pDocument& document, X3pPoints&& points, Findings& findings);

}  // namespace lotline::surface
