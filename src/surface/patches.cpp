#include "surface/patches.h"

#include <algorithm>
#include <cmath>
#include <numbers>

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

CellMarks widened(const Cells& cells, std::span<const std::uint8_t> from, double reach_um) {
  CellMarks out(from.begin(), from.end());
  const auto reach = static_cast<std::ptrdiff_t>(std::floor(reach_um / cells.side_um + 0.5));
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

CellMarks marks_of(const Patches& patches, int number) {
  CellMarks marks(patches.of_cell.size());
  for (std::size_t i = 0; i < marks.size(); ++i) marks[i] = number >= 0 && patches.of_cell[i] == number ? 1 : 0;
  return marks;
}

std::size_t size_of(const CellMarks& marks) {
  std::size_t count = 0;
  for (const auto mark : marks) count += mark;
  return count;
}

bool covers(const Cells& cells, std::size_t count, double area_um2) {
  return static_cast<double>(count) * cells.side_um * cells.side_um >= area_um2;
}

Patches others_of(const Cells& cells, const CellMarks& part) {
  CellMarks other(part.size());
  for (std::size_t i = 0; i < part.size(); ++i) other[i] = part[i] == 0 ? 1 : 0;
  return patches_of(cells, other);
}

std::size_t enclosed_by(const Cells& cells, const Patches& others, int hole) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int patch = others.of_cell[i];
    if (cells.there[i] != 0 || patch < 0 || patch == hole) continue;
    if (others.at_rim[static_cast<std::size_t>(patch)] == 0) ++count;
  }
  return count;
}

CellMarks without_walls(const Cells& cells, const CellMarks& part) {
  CellMarks flat(part.begin(), part.end());
  const auto compare = [&](std::size_t a, std::size_t b) {
    if (part[a] == 0 || part[b] == 0) return;
    if (std::fabs(cells.heights_um[a] - cells.heights_um[b]) > cells.side_um) flat[a] = flat[b] = 0;
  };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i % cells.columns + 1 < cells.columns) compare(i, i + 1);
    if (i + cells.columns < cells.size()) compare(i, i + cells.columns);
  }
  return flat;
}

Box box_of(const Cells& cells, const CellMarks& part) {
  std::size_t left = cells.columns, right = 0, bottom = cells.rows, top = 0, count = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == 0) continue;
    left = std::min(left, i % cells.columns);
    right = std::max(right, i % cells.columns);
    bottom = std::min(bottom, i / cells.columns);
    top = std::max(top, i / cells.columns);
    ++count;
  }
  if (count == 0) return {};
  const auto width = static_cast<double>(right - left + 1);
  const auto height = static_cast<double>(top - bottom + 1);
  return {left,
          right,
          bottom,
          top,
          {(cells.x_um[left] + cells.x_um[right]) / 2, (cells.y_um[bottom] + cells.y_um[top]) / 2},
          static_cast<double>(count) / (std::numbers::pi / 4 * width * height)};
}

bool lies_in(const Box& inner, const Box& outer) {
  return inner.left >= outer.left && inner.right <= outer.right && inner.bottom >= outer.bottom &&
         inner.top <= outer.top;
}

Place middle_of(const Cells& cells, const CellMarks& part) {
  Place sum;
  double count = 0;
  for (std::size_t i = 0; i < part.size(); ++i)
    if (part[i] != 0) {
      sum.x_um += cells.x_um[i % cells.columns];
      sum.y_um += cells.y_um[i / cells.columns];
      ++count;
    }
  return count > 0 ? Place{sum.x_um / count, sum.y_um / count} : Place{};
}

}  // namespace lotline::surface
