#pragma once
// One pose from the places where many cells were found.

#include <vector>

#include "comparison/cells.h"

namespace lotline::comparison {

/// The rotation and shift that lays the cells of a where they were found, and those of b likewise, with the least sum
/// of squared distances; only cells that are congruent count. Fewer than four of them leave `start` as it is.
[[nodiscard]] Pose fitted(const std::vector<FoundCell>& of_a, const std::vector<bool>& congruent_a,
                          const std::vector<FoundCell>& of_b, const std::vector<bool>& congruent_b, const Pose& start);

}  // namespace lotline::comparison
