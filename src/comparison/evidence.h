#pragma once
// The score: how much better the cells are explained by one gun than by two.

#include <vector>

#include "comparison/cells.h"

namespace lotline::comparison {

/// Summed over the cells, natural logarithms. A cell that speaks for two guns takes away little, because a firing may
/// mark only a part of the surface; one that speaks for one gun adds much, but never more than its cap.
[[nodiscard]] double evidence(const std::vector<FoundCell>& cells);

}  // namespace lotline::comparison
