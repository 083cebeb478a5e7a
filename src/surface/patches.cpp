#include "surface/patches.h"

#include <algorithm>
#include <cmath>

namespace lotline::surface {

namespace {

/// 1 in the middle of the scan, 0.1 in its farthest corner.
double middle_weight(const Cells& cells, std::size_t cell) {
  const double farthest = std::sqrt(cells.x_um.back() * cells.x_um.back() + cells.y_um.back() * cells.y_um.back());
  if (farthest <= 0) return 1;
  const double x = cells.x_um[cell % cells.columns];
  const double y = cells.y_um[cell / cells.columns];
  return 1 - 0.9 * std::min(1.0, std::sqrt(x * x + y * y) / farthest);
}

}  // namespace

int Patches::heaviest() const {
  if (weights.empty()) return -1;
  return static_cast<int>(std::max_element(weights.begin(), weights.end()) - weights.begin());
}

Patches patches_of(const Cells& cells, std::span<const std::uint8_t> kind) {
  Patches found;
  found.of_cell.assign(cells.size(), -1);
  std::vector<std::size_t> open;
  for (std::size_t first = 0; first < cells.size(); ++first) {
    if (kind[first] == 0 || found.of_cell[first] >= 0) continue;
    const int number = static_cast<int>(found.sizes.size());
    std::size_t size = 0;
    double weight = 0;
    std::uint8_t rim = 0;
    found.of_cell[first] = number;
    open.push_back(first);
    while (!open.empty()) {
      const std::size_t cell = open.back();
      open.pop_back();
      ++size;
      weight += middle_weight(cells, cell);
      const std::size_t column = cell % cells.columns;
      const std::size_t row = cell / cells.columns;
      const auto look = [&](bool inside, std::size_t at) {
        if (!inside) {
          rim = 1;
        } else if (kind[at] != 0 && found.of_cell[at] < 0) {
          found.of_cell[at] = number;
          open.push_back(at);
        }
      };
      look(column > 0, cell - 1);
      look(column + 1 < cells.columns, cell + 1);
      look(row > 0, cell - cells.columns);
      look(row + 1 < cells.rows, cell + cells.columns);
    }
    found.sizes.push_back(size);
    found.weights.push_back(weight);
    found.at_rim.push_back(rim);
  }
  return found;
}

std::vector<std::uint8_t> widened(const Cells& cells, std::span<const std::uint8_t> from, double reach_um) {
  std::vector<std::uint8_t> out(from.begin(), from.end());
  const auto reach = static_cast<std::ptrdiff_t>(std::floor(reach_um / cell_um + 0.5));
  const auto columns = static_cast<std::ptrdiff_t>(cells.columns);
  const auto rows = static_cast<std::ptrdiff_t>(cells.rows);
  for (std::ptrdiff_t row = 0; row < rows; ++row)
    for (std::ptrdiff_t column = 0; column < columns; ++column) {
      if (from[static_cast<std::size_t>(row * columns + column)] == 0) continue;
      for (std::ptrdiff_t dy = -reach; dy <= reach; ++dy)
        for (std::ptrdiff_t dx = -reach; dx <= reach; ++dx) {
          const bool inside = row + dy >= 0 && row + dy < rows && column + dx >= 0 && column + dx < columns;
          if (inside && dx * dx + dy * dy <= reach * reach)
            out[static_cast<std::size_t>((row + dy) * columns + column + dx)] = 1;
        }
    }
  return out;
}

}  // namespace lotline::surface
