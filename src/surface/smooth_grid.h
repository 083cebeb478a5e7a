#pragma once
// Averages a grid with its neighbours.

#include <cstddef>
#include <vector>

namespace lotline::surface {

/// 1-2-1 along rows and along columns, so many times; the values at the rim are repeated beyond it. REQUIRES columns *
/// rows values.
void smooth(std::vector<float>& values, std::ptrdiff_t columns, std::ptrdiff_t rows, int times);

}  // namespace lotline::surface
