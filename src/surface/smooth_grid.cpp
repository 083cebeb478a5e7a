#include "surface/smooth_grid.h"

#include <algorithm>

namespace lotline::surface {

namespace {

/// 1-2-1 along lines that lie `line_step` apart.
void smooth_lines(std::vector<float>& values, std::ptrdiff_t lines, std::ptrdiff_t line_step, std::ptrdiff_t length,
                  std::ptrdiff_t step) {
  std::vector<float> line(static_cast<std::size_t>(length));
  for (std::ptrdiff_t at = 0; at < lines; ++at) {
    float* const first = values.data() + at * line_step;
    for (std::ptrdiff_t i = 0; i < length; ++i) line[static_cast<std::size_t>(i)] = first[i * step];
    for (std::ptrdiff_t i = 0; i < length; ++i) {
      const float before = line[static_cast<std::size_t>(std::max<std::ptrdiff_t>(i - 1, 0))];
      const float after = line[static_cast<std::size_t>(std::min(i + 1, length - 1))];
      first[i * step] = 0.25F * (before + after) + 0.5F * line[static_cast<std::size_t>(i)];
    }
  }
}

}  // namespace

void smooth(std::vector<float>& values, std::ptrdiff_t columns, std::ptrdiff_t rows, int times) {
  for (int i = 0; i < times; ++i) {
    smooth_lines(values, rows, columns, columns, 1);
    smooth_lines(values, columns, 1, rows, columns);
  }
}

}  // namespace lotline::surface
