#include "surface/mark_centre.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "base/steady_math.h"
#include "surface/smooth_grid.h"

namespace lotline::surface {

namespace {

/// Averagings before edges are looked for, so that small holes leave no edge and directions are those of the whole.
constexpr int kAveragings = 4;
/// Change of weight from one point to the next that makes an edge.
constexpr float kEdge = 0.08F;
/// Radii of arcs: firing-pin holes from the smallest, primers to the largest, and some.
constexpr double kSmallestRadiusUm = 400;
constexpr double kLargestRadiusUm = 3000;
/// Places for the centre are told apart to so much at first,
constexpr double kPlaceUm = 50;
/// and edges whose line passes so near count as its arcs, in every round of making it exact.
constexpr double kNearUm[] = {150, 100, 75};
/// Arcs are of one circle where their radii differ from the middle one by no more,
constexpr double kSameRadiusUm = 100;
/// and a circle is believed when its arcs lie in so many of 36 directions: less may be the side of anything.
constexpr std::size_t kDirections = 36;
constexpr std::size_t kLeastDirections = 8;

/// An edge of what was measured.
struct Edge {
  double column = 0, row = 0;
  double inwards_column = 0, inwards_row = 0;  ///< the direction to where more was measured, of length 1
};

std::vector<Edge> edges(std::vector<float> weight, std::ptrdiff_t columns, std::ptrdiff_t rows) {
  smooth(weight, columns, rows, kAveragings);
  std::vector<Edge> found;
  for (std::ptrdiff_t row = 1; row + 1 < rows; ++row)
    for (std::ptrdiff_t column = 1; column + 1 < columns; ++column) {
      const float* const here = weight.data() + row * columns + column;
      const float along = 0.5F * (here[1] - here[-1]);
      const float up = 0.5F * (here[columns] - here[-columns]);
      const float steep = std::sqrt(along * along + up * up);
      if (steep < kEdge) continue;
      found.push_back({static_cast<double>(column), static_cast<double>(row), static_cast<double>(along / steep),
                       static_cast<double>(up / steep)});
    }
  return found;
}

/// Whether the centre is looked for where something was measured, as that of a primer's rim, or on the other side of
/// the edge, as that of a hole's.
enum class Side : signed char { of_a_hole = -1, of_a_rim = 1 };

/// Where most lines across the edges pass, to kPlaceUm; of equal places the first.
GridPoint most_crossed(const std::vector<Edge>& all, Side side, std::ptrdiff_t columns, std::ptrdiff_t rows,
                       double pitch_um) {
  const double place = kPlaceUm / pitch_um;
  // The centre of a part may lie outside the grid.
  const double margin = kLargestRadiusUm / pitch_um;
  const auto wide = static_cast<std::ptrdiff_t>((static_cast<double>(columns) + 2 * margin) / place) + 1;
  const auto high = static_cast<std::ptrdiff_t>((static_cast<double>(rows) + 2 * margin) / place) + 1;
  std::vector<float> crossed(static_cast<std::size_t>(wide * high), 0);
  const double step = static_cast<double>(side) * place;
  for (const Edge& edge : all)
    for (auto i = static_cast<int>(kSmallestRadiusUm / kPlaceUm); i <= static_cast<int>(kLargestRadiusUm / kPlaceUm);
         ++i) {
      const double column = edge.column + edge.inwards_column * step * i + margin;
      const double row = edge.row + edge.inwards_row * step * i + margin;
      const auto x = static_cast<std::ptrdiff_t>(column / place);
      const auto y = static_cast<std::ptrdiff_t>(row / place);
      if (column >= 0 && row >= 0 && x < wide && y < high) crossed[static_cast<std::size_t>(y * wide + x)] += 1;
    }
  smooth(crossed, wide, high, 1);
  const auto at = std::max_element(crossed.begin(), crossed.end()) - crossed.begin();
  const auto row = at / wide;
  return {(static_cast<double>(at % wide) + 0.5) * place - margin, (static_cast<double>(row) + 0.5) * place - margin};
}

/// Those edges whose line passes within `near` of the centre, on its side.
std::vector<Edge> arcs_about(GridPoint centre, const std::vector<Edge>& all, Side side, double near) {
  std::vector<Edge> arcs;
  for (const Edge& edge : all) {
    const double column = centre.column - edge.column;
    const double row = centre.row - edge.row;
    const double along = (column * edge.inwards_column + row * edge.inwards_row) * static_cast<double>(side);
    const double beside = row * edge.inwards_column - column * edge.inwards_row;
    if (along > 0 && std::abs(beside) <= near) arcs.push_back(edge);
  }
  return arcs;
}

/// The point nearest, by least squares, to the lines across the arcs; nothing where these are all but parallel.
std::optional<GridPoint> crossing(const std::vector<Edge>& arcs) {
  double a = 0, b = 0, c = 0, u = 0, v = 0;
  for (const Edge& edge : arcs) {
    // A line's normal is its direction turned by a right angle.
    const double x = -edge.inwards_row;
    const double y = edge.inwards_column;
    const double offset = x * edge.column + y * edge.row;
    a += x * x;
    b += x * y;
    c += y * y;
    u += x * offset;
    v += y * offset;
  }
  const double determinant = a * c - b * b;
  if (determinant <= 1e-3 * (a + c) * (a + c)) return std::nullopt;
  return GridPoint{(c * u - b * v) / determinant, (a * v - b * u) / determinant};
}

/// In how many directions from the centre the arcs of one circle lie.
std::size_t directions(GridPoint centre, const std::vector<Edge>& arcs, double same_radius) {
  std::vector<double> radii;
  for (const Edge& edge : arcs) {
    const double column = edge.column - centre.column;
    const double row = edge.row - centre.row;
    radii.push_back(std::sqrt(column * column + row * row));
  }
  if (radii.empty()) return 0;
  std::vector<double> sorted = radii;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
  const double middle = sorted[sorted.size() / 2];
  std::array<bool, kDirections> seen{};
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (std::abs(radii[i] - middle) > same_radius) continue;
    const double turn =
        0.5 + steady::atan2(arcs[i].row - centre.row, arcs[i].column - centre.column) / (2 * std::numbers::pi);
    seen[std::min(static_cast<std::size_t>(turn * kDirections), kDirections - 1)] = true;
  }
  return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
}

std::optional<GridPoint> centre_of_arcs(const std::vector<Edge>& all, Side side, std::ptrdiff_t columns,
                                        std::ptrdiff_t rows, double pitch_um) {
  std::optional<GridPoint> centre = most_crossed(all, side, columns, rows, pitch_um);
  for (const double near_um : kNearUm) {
    centre = crossing(arcs_about(*centre, all, side, near_um / pitch_um));
    if (!centre) return std::nullopt;
  }
  const auto arcs = arcs_about(*centre, all, side, kNearUm[std::size(kNearUm) - 1] / pitch_um);
  if (directions(*centre, arcs, kSameRadiusUm / pitch_um) < kLeastDirections) return std::nullopt;
  return centre;
}

GridPoint centre_of_mass(const std::vector<float>& weight, std::ptrdiff_t columns, std::ptrdiff_t rows) {
  double sum = 0, of_columns = 0, of_rows = 0;
  for (std::ptrdiff_t row = 0; row < rows; ++row)
    for (std::ptrdiff_t column = 0; column < columns; ++column) {
      const auto here = static_cast<double>(weight[static_cast<std::size_t>(row * columns + column)]);
      sum += here;
      of_columns += here * static_cast<double>(column);
      of_rows += here * static_cast<double>(row);
    }
  if (sum > 0) return {of_columns / sum, of_rows / sum};
  return {0.5 * static_cast<double>(columns - 1), 0.5 * static_cast<double>(rows - 1)};
}

}  // namespace

MarkCentre mark_centre(Mark mark, const std::vector<float>& weight, std::ptrdiff_t columns, std::ptrdiff_t rows,
                       double pitch_um) {
  const auto of_mass = [&] { return MarkCentre{centre_of_mass(weight, columns, rows), CentreOf::mass}; };
  if (mark == Mark::ejector_mark) return of_mass();
  const std::vector<Edge> all = edges(weight, columns, rows);
  if (const auto hole = centre_of_arcs(all, Side::of_a_hole, columns, rows, pitch_um)) return {*hole, CentreOf::hole};
  if (const auto rim = centre_of_arcs(all, Side::of_a_rim, columns, rows, pitch_um)) return {*rim, CentreOf::rim};
  return of_mass();
}

}  // namespace lotline::surface
