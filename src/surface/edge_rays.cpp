#include "surface/edge_rays.h"

#include <cmath>
#include <numbers>

#include "base/steady_math.h"

namespace lotline::surface {

namespace {

/// The cell at a place; size() outside of the grid.
std::size_t cell_at(const Cells& cells, double x_um, double y_um) {
  const auto index = [&](const std::vector<double>& middles, double at) {
    const double step = middles.size() > 1 ? middles[1] - middles[0] : cells.side_um;
    return std::floor((at - middles[0]) / step + 0.5);
  };
  const double column = index(cells.x_um, x_um);
  const double row = index(cells.y_um, y_um);
  if (column < 0 || row < 0 || column >= static_cast<double>(cells.columns) || row >= static_cast<double>(cells.rows))
    return cells.size();
  return static_cast<std::size_t>(row) * cells.columns + static_cast<std::size_t>(column);
}

double reach_of(const Cells& cells) {
  const double x = cells.x_um.back() - cells.x_um.front();
  const double y = cells.y_um.back() - cells.y_um.front();
  return std::sqrt(x * x + y * y) + cells.side_um;
}

/// Calls with the direction of each ray.
template <class Each>
void each_ray(const Each& each) {
  constexpr int kRays = 180;
  for (int ray = 0; ray < kRays; ++ray) {
    const double angle = 2 * std::numbers::pi * ray / kRays;
    each(steady::cos(angle), steady::sin(angle));
  }
}

}  // namespace

OuterEdge outer_edge(const Cells& cells, const CellMarks& part, Place from) {
  constexpr double kBeyondUm = 300;
  OuterEdge edge;
  int rays = 0;
  const double reach = reach_of(cells);
  each_ray([&](double cosine, double sine) {
    double last = -1;
    for (double r = 0; r < reach; r += cells.side_um / 2)
      if (const auto cell = cell_at(cells, from.x_um + r * cosine, from.y_um + r * sine);
          cell < cells.size() && part[cell] != 0)
        last = r;
    if (last < 0) return;
    ++rays;
    for (double r = last + cells.side_um; r < last + kBeyondUm; r += cells.side_um / 2)
      if (const auto cell = cell_at(cells, from.x_um + r * cosine, from.y_um + r * sine);
          cell < cells.size() && part[cell] == 0 && cells.there[cell] != 0) {
        edge.places.push_back({from.x_um + last * cosine, from.y_um + last * sine});
        break;
      }
  });
  edge.seen = rays > 0 ? static_cast<double>(edge.places.size()) / rays : 0;
  return edge;
}

std::vector<Place> inner_edge(const Cells& cells, const CellMarks& part, Place from) {
  std::vector<Place> places;
  const double reach = reach_of(cells);
  each_ray([&](double cosine, double sine) {
    for (double r = 0; r < reach; r += cells.side_um / 2)
      if (const auto cell = cell_at(cells, from.x_um + r * cosine, from.y_um + r * sine);
          cell < cells.size() && part[cell] != 0) {
        places.push_back({from.x_um + r * cosine, from.y_um + r * sine});
        break;
      }
  });
  return places;
}

}  // namespace lotline::surface
