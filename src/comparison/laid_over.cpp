#include "comparison/laid_over.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

namespace lotline::comparison {

namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

struct Bounds {
  double x0 = std::numeric_limits<double>::max(), y0 = x0, x1 = -x0, y1 = -x0;
  void take(Point p) {
    x0 = std::min(x0, p.x_um);
    x1 = std::max(x1, p.x_um);
    y0 = std::min(y0, p.y_um);
    y1 = std::max(y1, p.y_um);
  }
};

double middle(std::size_t points) { return static_cast<double>(points - 1) / 2; }

/// Of what is present, seen through a pose that takes the surface's points to the picture's frame.
void take_present(const surface::Prepared& surface, const Pose& frame_from_surface, Bounds& bounds) {
  for (std::size_t i = 0; i < surface.present.size(); ++i) {
    if (surface.present[i] == 0) continue;
    const std::size_t row = i / surface.columns;
    const Point own{(static_cast<double>(i % surface.columns) - middle(surface.columns)) * surface.pitch_um,
                    (static_cast<double>(row) - middle(surface.rows)) * surface.pitch_um};
    bounds.take(apply(frame_from_surface, own));
  }
}

/// The height at a place of the surface, between four points that are all present.
float height_at(const surface::Prepared& surface, Point own) {
  const double x = own.x_um / surface.pitch_um + middle(surface.columns);
  const double y = own.y_um / surface.pitch_um + middle(surface.rows);
  if (!(x >= 0 && y >= 0 && x <= static_cast<double>(surface.columns - 1) &&
        y <= static_cast<double>(surface.rows - 1)))
    return kNone;
  const auto column = static_cast<std::size_t>(x), row = static_cast<std::size_t>(y);
  const auto fx = static_cast<float>(x - static_cast<double>(column)),
             fy = static_cast<float>(y - static_cast<double>(row));
  float height = 0;
  for (const auto& [dx, dy, weight] : {std::tuple{0U, 0U, (1 - fx) * (1 - fy)}, std::tuple{1U, 0U, fx * (1 - fy)},
                                       std::tuple{0U, 1U, (1 - fx) * fy}, std::tuple{1U, 1U, fx * fy}}) {
    if (weight == 0) continue;
    const std::size_t at = (row + dy) * surface.columns + column + dx;
    if (surface.present[at] == 0) return kNone;
    height += weight * surface.heights_um[at];
  }
  return height;
}

/// Sums over rectangles from the lower left corner, of a quantity that is 0 where it is missing.
class Sums {
 public:
  Sums(std::size_t columns, std::size_t rows) : columns_(columns), sum_((columns + 1) * (rows + 1), 0) {}
  void set(std::size_t column, std::size_t row, double value) {
    at(column + 1, row + 1) = value + at(column, row + 1) + at(column + 1, row) - at(column, row);
  }
  [[nodiscard]] double over(std::size_t x0, std::size_t y0, std::size_t x1, std::size_t y1) const {
    return at(x1, y1) - at(x0, y1) - at(x1, y0) + at(x0, y0);
  }

 private:
  double& at(std::size_t column, std::size_t row) { return sum_[row * (columns_ + 1) + column]; }
  [[nodiscard]] double at(std::size_t column, std::size_t row) const { return sum_[row * (columns_ + 1) + column]; }

  std::size_t columns_;
  std::vector<double> sum_;
};

}  // namespace

LaidOver lay_over(const surface::Prepared& a, const surface::Prepared& b, const Pose& a_from_b, double margin_um,
                  std::size_t most) {
  Bounds bounds;
  take_present(a, Pose{}, bounds);
  take_present(b, a_from_b, bounds);
  if (bounds.x0 > bounds.x1) bounds = {0, 0, 0, 0};
  bounds = {bounds.x0 - margin_um, bounds.y0 - margin_um, bounds.x1 + margin_um, bounds.y1 + margin_um};
  const double widest = std::max(bounds.x1 - bounds.x0, bounds.y1 - bounds.y0);
  const double pitch = std::max({a.pitch_um, b.pitch_um, widest / static_cast<double>(most - 1)});
  LaidOver laid;
  laid.lower_left = {bounds.x0, bounds.y0};
  const auto columns = static_cast<std::size_t>((bounds.x1 - bounds.x0) / pitch + 1e-9) + 1;
  const auto rows = static_cast<std::size_t>((bounds.y1 - bounds.y0) / pitch + 1e-9) + 1;
  laid.a = {columns, rows, pitch, std::vector<float>(columns * rows, kNone)};
  laid.b = laid.a;
  const Pose b_from_a = inverse(a_from_b);
  for (std::size_t i = 0; i < columns * rows; ++i) {
    const std::size_t row = i / columns;
    const Point in_a{bounds.x0 + static_cast<double>(i % columns) * pitch,
                     bounds.y0 + static_cast<double>(row) * pitch};
    laid.a.heights_um[i] = height_at(a, in_a);
    laid.b.heights_um[i] = height_at(b, apply(b_from_a, in_a));
  }
  return laid;
}

std::vector<float> local_correlation(const LaidOver& laid, double window_um) {
  const std::size_t columns = laid.a.columns, rows = laid.a.rows;
  const auto reach = static_cast<std::size_t>(std::max(1.0, std::round(window_um / laid.a.pitch_um / 2)));
  enum Part : std::size_t { count, sum_a, sum_b, sum_aa, sum_bb, sum_ab };
  std::vector<Sums> sums(6, Sums(columns, rows));
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column) {
      const auto a = static_cast<double>(laid.a.at(column, row)), b = static_cast<double>(laid.b.at(column, row));
      const bool both = !std::isnan(a) && !std::isnan(b);
      const std::array<double, 6> parts{1, a, b, a * a, b * b, a * b};
      for (std::size_t part = 0; part < parts.size(); ++part) sums[part].set(column, row, both ? parts[part] : 0);
    }
  std::vector<float> correlation(columns * rows, kNone);
  const auto full = static_cast<double>((2 * reach + 1) * (2 * reach + 1));
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t x0 = column - std::min(column, reach), x1 = std::min(columns, column + reach + 1);
      const std::size_t y0 = row - std::min(row, reach), y1 = std::min(rows, row + reach + 1);
      const auto over = [&](Part part) { return sums[part].over(x0, y0, x1, y1); };
      const double n = over(count);
      if (n < full / 4) continue;
      const double aa = over(sum_aa) - over(sum_a) * over(sum_a) / n, bb = over(sum_bb) - over(sum_b) * over(sum_b) / n;
      if (!(aa > 0) || !(bb > 0)) continue;
      const double ab = over(sum_ab) - over(sum_a) * over(sum_b) / n;
      correlation[row * columns + column] = static_cast<float>(std::clamp(ab / std::sqrt(aa * bb), -1.0, 1.0));
    }
  return correlation;
}

}  // namespace lotline::comparison
