#pragma once
// A pose made better: the whole overlap correlated at neighbouring rotations and shifts.

#include "comparison/features.h"

namespace lotline::comparison {

struct Refined {
  Pose a_from_b{};
  double strength = -1;  ///< correlation times the root of the overlap's points
  double correlation = 0;
  std::int64_t overlap = 0;  ///< points present in both
};

struct RefineOptions {
  std::size_t level = 0;
  double turn_deg = 1;  ///< between rotations
  int turns = 1;        ///< this many to either side
  int reach = 1;        ///< points to either side
};

/// The strongest of the neighbourhood; ties go to the earlier. Poses at which less than a quarter of the smaller
/// surface overlaps are passed over; where all are, strength is -1.
[[nodiscard]] Refined refine(const Features& a, const Features& b, const Pose& start, const RefineOptions& options);

}  // namespace lotline::comparison
