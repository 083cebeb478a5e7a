#include "surface/height_field.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lotline::surface {

namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
/// Heights beyond are no heights, whatever unit was meant; they fit single precision in micrometres.
constexpr double kBeyond_m = 1e9;

/// Sums for the least squares of z = a + b x + c y about the mean of the points.
struct PlaneFit {
  double n = 0, x = 0, y = 0, z = 0;
  double xx = 0, xy = 0, yy = 0, xz = 0, yz = 0;
};

/// Takes the least-squares plane out; a surface whose points lie on one line keeps its slope.
void level(std::vector<double>& heights, std::size_t columns) {
  const auto row_of = [columns](std::size_t i) {
    const std::size_t row = i / columns;
    return static_cast<double>(row);
  };
  PlaneFit s;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    if (std::isnan(heights[i])) continue;
    s.n += 1;
    s.x += static_cast<double>(i % columns);
    s.y += row_of(i);
    s.z += heights[i];
  }
  if (s.n == 0) return;
  const double x0 = s.x / s.n, y0 = s.y / s.n, z0 = s.z / s.n;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    if (std::isnan(heights[i])) continue;
    const double x = static_cast<double>(i % columns) - x0, y = row_of(i) - y0;
    s.xx += x * x;
    s.xy += x * y;
    s.yy += y * y;
    s.xz += x * (heights[i] - z0);
    s.yz += y * (heights[i] - z0);
  }
  const double det = s.xx * s.yy - s.xy * s.xy;
  const bool settled = det > 1e-9 * s.xx * s.yy;
  const double b = settled ? (s.xz * s.yy - s.yz * s.xy) / det : 0;
  const double c = settled ? (s.yz * s.xx - s.xz * s.xy) / det : 0;
  for (std::size_t i = 0; i < heights.size(); ++i)
    heights[i] -= z0 + b * (static_cast<double>(i % columns) - x0) + c * (row_of(i) - y0);
}

}  // namespace

HeightField field_of(const HeightMap& map, std::size_t most) {
  const double pitch = std::min(map.pitch_x_m, map.pitch_y_m);
  // Places of the picture at the finer pitch; extreme proportions are not drawn out beyond what a picture holds.
  const auto places = [&](std::size_t points, double own) {
    return std::max(1.0, std::min(static_cast<double>(points) * own / pitch, 1e6));
  };
  const double wide = places(map.columns, map.pitch_x_m), high = places(map.rows, map.pitch_y_m);
  const double block = std::max(1.0, std::ceil(std::max(wide, high) / static_cast<double>(most)));
  HeightField field;
  field.columns = static_cast<std::size_t>(std::ceil(wide / block));
  field.rows = static_cast<std::size_t>(std::ceil(high / block));
  field.pitch_um = pitch * block * 1e6;
  std::vector<double> sum(field.columns * field.rows, 0);
  std::vector<std::size_t> count(sum.size(), 0);
  const auto first_of = [&](std::size_t place, std::size_t places_all, std::size_t points) {
    return place * points / places_all;
  };
  for (std::size_t row = 0; row < field.rows; ++row) {
    const std::size_t y0 = first_of(row, field.rows, map.rows);
    const std::size_t y1 = std::max(y0 + 1, first_of(row + 1, field.rows, map.rows));
    for (std::size_t column = 0; column < field.columns; ++column) {
      const std::size_t x0 = first_of(column, field.columns, map.columns);
      const std::size_t x1 = std::max(x0 + 1, first_of(column + 1, field.columns, map.columns));
      const std::size_t at = row * field.columns + column;
      for (std::size_t y = y0; y < y1; ++y)
        for (std::size_t x = x0; x < x1; ++x)
          if (const double height = map.at(x, y); std::abs(height) <= kBeyond_m) {
            sum[at] += height * 1e6;
            ++count[at];
          }
    }
  }
  for (std::size_t i = 0; i < sum.size(); ++i)
    sum[i] = count[i] == 0 ? missing : sum[i] / static_cast<double>(count[i]);
  level(sum, field.columns);
  field.heights_um.resize(sum.size());
  std::transform(sum.begin(), sum.end(), field.heights_um.begin(), [](double h) { return static_cast<float>(h); });
  return field;
}

HeightField field_of(const Prepared& surface) {
  HeightField field{surface.columns, surface.rows, surface.pitch_um, surface.heights_um};
  for (std::size_t i = 0; i < field.heights_um.size(); ++i)
    if (surface.present[i] == 0) field.heights_um[i] = kNone;
  return field;
}

}  // namespace lotline::surface
