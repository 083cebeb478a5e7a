#include "surface/circle.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "surface/cells.h"

namespace lotline::surface {

namespace {

/// Least squares of x^2 + y^2 = 2 a x + 2 b y + c, about the mean of the places.
std::optional<Circle> kasa(std::span<const Place> places) {
  if (places.size() < 3) return std::nullopt;
  double mean_x = 0, mean_y = 0;
  for (const auto& p : places) {
    mean_x += p.x_um;
    mean_y += p.y_um;
  }
  const auto n = static_cast<double>(places.size());
  mean_x /= n;
  mean_y /= n;
  double xx = 0, xy = 0, yy = 0, xr = 0, yr = 0, r = 0;
  for (const auto& p : places) {
    const double x = p.x_um - mean_x;
    const double y = p.y_um - mean_y;
    const double square = x * x + y * y;
    xx += x * x;
    xy += x * y;
    yy += y * y;
    xr += x * square;
    yr += y * square;
    r += square;
  }
  const double determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-9 * xx * yy)) return std::nullopt;
  const double a = (xr * yy - yr * xy) / (2 * determinant);
  const double b = (yr * xx - xr * xy) / (2 * determinant);
  return Circle{a + mean_x, b + mean_y, std::sqrt(a * a + b * b + r / n), 0};
}

double off(const Circle& circle, const Place& p) {
  const double x = p.x_um - circle.x_um;
  const double y = p.y_um - circle.y_um;
  return std::fabs(std::sqrt(x * x + y * y) - circle.radius_um);
}

}  // namespace

std::optional<Circle> fit_circle(std::span<const Place> places) {
  constexpr std::size_t kLeastPlaces = 8;
  constexpr double kOnIt = 2 * cell_um;  // a place is read to a cell, and a rim is not wholly round
  if (places.size() < kLeastPlaces) return std::nullopt;
  std::vector<Place> kept(places.begin(), places.end());
  std::optional<Circle> circle = kasa(kept);
  for (int pass = 0; pass < 5 && circle; ++pass) {
    std::vector<double> offs;
    for (const auto& p : places) offs.push_back(off(*circle, p));
    std::vector<double> sorted = offs;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const double most = std::max(cell_um, 2.5 * 1.4826 * *middle);
    kept.clear();
    for (std::size_t i = 0; i < places.size(); ++i)
      if (offs[i] <= most) kept.push_back(places[i]);
    circle = kasa(kept);
  }
  if (!circle) return std::nullopt;
  const auto on_it =
      std::count_if(places.begin(), places.end(), [&](const Place& p) { return off(*circle, p) <= kOnIt; });
  circle->supported = static_cast<double>(on_it) / static_cast<double>(places.size());
  if (circle->supported <= 0.5) return std::nullopt;
  return circle;
}

}  // namespace lotline::surface
