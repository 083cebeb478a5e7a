#pragma once
// The score: how much better the cells are explained by one gun than by two.

#include <cstdint>
#include <vector>

#include "comparison/cells.h"

namespace lotline::comparison {

/// The cells of a surface as found in another. Natural logarithm of how much better they are explained by one gun than
/// by two, capped for each cell; the strength with which two firings of one gun correlate is not known beforehand, and
/// a share of the cells may show nothing of the gun. `points_of_one` as in chance.h.
[[nodiscard]] double evidence(const std::vector<FoundCell>& cells, double points_of_one);

/// How far the correlation of `overlap` points at the pose stands out of chance, in deviations.
[[nodiscard]] double prominence(double correlation, std::int64_t overlap, double points_of_one);

/// The two together: the score. Near 4 by chance, which is what the best of all poses reaches.
[[nodiscard]] double score_of(double prominence, double log_ratio);

}  // namespace lotline::comparison
