#include "surface/level.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "base/generator.h"

namespace lotline::surface {

namespace {

using Terms = std::array<double, 6>;

Terms terms_of(double x_um, double y_um) {
  const double x = x_um / 1000;
  const double y = y_um / 1000;
  return {1, x, y, x * x, x * y, y * y};
}

/// Solves the first n normal equations by elimination with pivots; nothing where they are as good as dependent.
std::optional<Terms> solve(std::array<Terms, 6> matrix, Terms right, std::size_t n) {
  constexpr double kDependent = 1e-10;
  double largest = 0;
  for (std::size_t i = 0; i < n; ++i) largest = std::max(largest, std::fabs(matrix[i][i]));
  for (std::size_t column = 0; column < n; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column + 1; row < n; ++row)
      if (std::fabs(matrix[row][column]) > std::fabs(matrix[pivot][column])) pivot = row;
    if (!(std::fabs(matrix[pivot][column]) > kDependent * largest)) return std::nullopt;
    std::swap(matrix[pivot], matrix[column]);
    std::swap(right[pivot], right[column]);
    for (std::size_t row = column + 1; row < n; ++row) {
      const double factor = matrix[row][column] / matrix[column][column];
      for (std::size_t i = column; i < n; ++i) matrix[row][i] -= factor * matrix[column][i];
      right[row] -= factor * right[column];
    }
  }
  Terms solved{};
  for (std::size_t row = n; row-- > 0;) {
    double sum = right[row];
    for (std::size_t i = row + 1; i < n; ++i) sum -= matrix[row][i] * solved[i];
    solved[row] = sum / matrix[row][row];
  }
  return solved;
}

struct Point {
  double x_um, y_um, z_um;
};

/// Weighted least squares of as high a degree as the points settle; nothing without points of weight.
std::optional<Form> least_squares(std::span<const Point> points, std::span<const double> weights, int degree) {
  std::array<Terms, 6> matrix{};
  Terms right{};
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (weights[i] <= 0) continue;
    const Terms terms = terms_of(points[i].x_um, points[i].y_um);
    for (std::size_t a = 0; a < 6; ++a) {
      for (std::size_t b = 0; b < 6; ++b) matrix[a][b] += weights[i] * terms[a] * terms[b];
      right[a] += weights[i] * terms[a] * points[i].z_um;
    }
  }
  const std::size_t terms_of_degree = degree >= 2 ? 6 : degree == 1 ? 3 : 1;
  for (const std::size_t n : {std::size_t{6}, std::size_t{3}, std::size_t{1}})
    if (n <= terms_of_degree)
      if (const auto solved = solve(matrix, right, n)) return Form{*solved};
  return std::nullopt;
}

double median_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<Point> points_of(const Cells& cells, std::span<const std::uint8_t> part) {
  std::vector<Point> points;
  for (std::size_t row = 0, i = 0; row < cells.rows; ++row)
    for (std::size_t column = 0; column < cells.columns; ++column, ++i)
      if (cells.there[i] != 0 && part[i] != 0)
        points.push_back({cells.x_um[column], cells.y_um[row], cells.heights_um[i]});
  return points;
}

/// How much a point says of where the face is: the mark lies about the middle of a scan, the case head at its rim.
std::vector<double> middle_weights(std::span<const Point> points) {
  double farthest = 1;
  for (const auto& p : points) farthest = std::max(farthest, std::sqrt(p.x_um * p.x_um + p.y_um * p.y_um));
  std::vector<double> weights;
  for (const auto& p : points) weights.push_back(1 - 0.9 * std::sqrt(p.x_um * p.x_um + p.y_um * p.y_um) / farthest);
  return weights;
}

}  // namespace

Form find_plane(const Cells& cells, double tolerance_um) {
  constexpr int kDraws = 300;            // as cmcR
  constexpr std::size_t kScored = 2000;  // points that a candidate is judged by
  const std::vector<std::uint8_t> all(cells.size(), 1);
  const auto points = points_of(cells, all);
  const auto weights = middle_weights(points);
  const auto level = least_squares(points, weights, 0).value_or(Form{});
  Form best = least_squares(points, weights, 1).value_or(level);
  if (points.size() < 3) return best;

  Generator chance(1, "planes");
  const std::size_t stride = std::max<std::size_t>(1, points.size() / kScored);
  double best_within = -1;
  for (int draw = 0; draw < kDraws; ++draw) {
    std::array<Point, 3> three{};
    for (auto& point : three) point = points[chance.index(points.size())];
    const std::array<double, 3> alike{1, 1, 1};
    const auto plane = least_squares(three, alike, 1);
    if (!plane) continue;
    double within = 0;
    for (std::size_t i = 0; i < points.size(); i += stride)
      if (std::fabs(points[i].z_um - plane->at(points[i].x_um, points[i].y_um)) <= tolerance_um) within += weights[i];
    if (within > best_within) {
      best_within = within;
      best = *plane;
    }
  }
  std::vector<std::uint8_t> near(cells.size());
  for (std::size_t row = 0, i = 0; row < cells.rows; ++row)
    for (std::size_t column = 0; column < cells.columns; ++column, ++i)
      near[i] = std::fabs(cells.heights_um[i] - best.at(cells.x_um[column], cells.y_um[row])) <= tolerance_um ? 1 : 0;
  return fit_form(cells, near, 1, best);
}

Form fit_form(const Cells& cells, std::span<const std::uint8_t> part, int degree, const Form& start) {
  constexpr int kPasses = 6;
  constexpr double kBiweight = 4.685;         // 95 % as good as least squares on Gaussian heights
  constexpr double kLeastDeviationUm = 0.01;  // an exact form has no deviation to go by
  const auto points = points_of(cells, part);
  Form form = start;
  for (int pass = 0; pass < kPasses; ++pass) {
    std::vector<double> off(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
      off[i] = std::fabs(points[i].z_um - form.at(points[i].x_um, points[i].y_um));
    const double reach = kBiweight * std::max(kLeastDeviationUm, 1.4826 * median_of(off));
    std::vector<double> weights(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double u = off[i] / reach;
      weights[i] = u < 1 ? (1 - u * u) * (1 - u * u) : 0;
    }
    const auto fitted = least_squares(points, weights, degree);
    if (!fitted) break;
    form = *fitted;
  }
  return form;
}

}  // namespace lotline::surface
