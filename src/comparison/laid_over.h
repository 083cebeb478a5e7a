#pragma once
// Two surfaces as they lie on each other at a pose, point by point, and where they agree. For pictures: no score is
// worked out from it.

#include <cstddef>
#include <vector>

#include "comparison/pose.h"
#include "surface/height_field.h"
#include "surface/prepared.h"

namespace lotline::comparison {

/// Both on one grid in a's frame, which holds all that either has.
struct LaidOver {
  surface::HeightField a{};
  surface::HeightField b{};  ///< turned and moved by the pose, interpolated between its points
  Point lower_left{};        ///< of the grid: its first point, in a's frame
};

/// REQUIRES surfaces that are not empty. The grid goes `margin_um` beyond what either has; it has the coarser pitch of
/// both, and a coarser one where it would have more than `most` points along a side.
[[nodiscard]] LaidOver lay_over(const surface::Prepared& a, const surface::Prepared& b, const Pose& a_from_b,
                                double margin_um, std::size_t most);

/// Correlation of what both have in a square window round each point; NaN where less than half of the window is in
/// both.
[[nodiscard]] std::vector<float> local_correlation(const LaidOver& laid, double window_um);

}  // namespace lotline::comparison
