#pragma once
// Normalised correlation over what is present in both, from exact sums.

#include "comparison/kernels.h"
#include "comparison/raster.h"

namespace lotline::comparison {

/// -1..1; 0 where there is nothing to correlate: fewer than three points, or either side flat.
[[nodiscard]] double correlation_of(const Sums& sums);

/// The sums of a sheet with another on the same grid, moved by (dx, dy) points; within Sheet::kMargin.
[[nodiscard]] Sums overlap(const Sheet& a, const Sheet& b, int dx, int dy);

/// From a point of a sheet on.
[[nodiscard]] SheetView view(const Sheet& sheet, int column, int row);

}  // namespace lotline::comparison
