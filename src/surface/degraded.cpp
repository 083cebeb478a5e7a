#include "surface/degraded.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "base/generator.h"
#include "base/steady_math.h"

namespace lotline::surface {

namespace {

struct Middle {
  double column = 0, row = 0;
  std::size_t measured = 0;
};

Middle middle_of(const HeightMap& map) {
  Middle middle;
  for (std::size_t row = 0; row < map.rows; ++row)
    for (std::size_t column = 0; column < map.columns; ++column)
      if (!std::isnan(map.at(column, row))) {
        middle.column += static_cast<double>(column);
        middle.row += static_cast<double>(row);
        ++middle.measured;
      }
  if (middle.measured > 0) {
    middle.column /= static_cast<double>(middle.measured);
    middle.row /= static_cast<double>(middle.measured);
  }
  return middle;
}

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

/// The points that are kept, the others missing; `keeps` sees metres from the middle.
template <class Keeps>
HeightMap only(const HeightMap& map, const Middle& middle, Keeps keeps) {
  HeightMap kept = map;
  for (std::size_t row = 0; row < map.rows; ++row)
    for (std::size_t column = 0; column < map.columns; ++column)
      if (!keeps((static_cast<double>(column) - middle.column) * map.pitch_x_m,
                 (static_cast<double>(row) - middle.row) * map.pitch_y_m))
        kept.heights_m[row * map.columns + column] = missing;
  return kept;
}

/// Above 0, up to 1.
double share(std::uint64_t& state) { return static_cast<double>((split_mix(state) >> 11) + 1) * 0x1p-53; }

}  // namespace

HeightMap wedge_of(const HeightMap& map, double from_deg, double width_deg) {
  const double full = 2 * std::numbers::pi;
  const double width = radians(width_deg);
  return only(map, middle_of(map), [&](double x, double y) {
    double turn = steady::atan2(y, x) - radians(from_deg);
    turn -= full * std::floor(turn / full);
    return turn < width;
  });
}

HeightMap part_of(const HeightMap& map, double towards_deg, double share_kept) {
  const Middle middle = middle_of(map);
  const double along_x = steady::cos(radians(towards_deg)), along_y = steady::sin(radians(towards_deg));
  std::vector<double> reach;
  for (std::size_t row = 0; row < map.rows; ++row)
    for (std::size_t column = 0; column < map.columns; ++column)
      if (!std::isnan(map.at(column, row)))
        reach.push_back((static_cast<double>(column) - middle.column) * map.pitch_x_m * along_x +
                        (static_cast<double>(row) - middle.row) * map.pitch_y_m * along_y);
  if (reach.empty()) return map;
  const auto cut = static_cast<std::size_t>((1 - std::clamp(share_kept, 0.0, 1.0)) * static_cast<double>(reach.size()));
  if (cut >= reach.size()) return only(map, middle, [](double, double) { return false; });
  std::nth_element(reach.begin(), reach.begin() + static_cast<std::ptrdiff_t>(cut), reach.end());
  const double least = reach[cut];
  return only(map, middle, [&](double x, double y) { return x * along_x + y * along_y >= least; });
}

HeightMap with_noise(const HeightMap& map, double deviation, std::uint64_t seed) {
  HeightMap noisy = map;
  for (double& height : noisy.heights_m) {
    // Box and Muller; one draw of two numbers for each point, measured or not, so that holes move no other error.
    const double radius = std::sqrt(-2 * steady::log(share(seed)));
    const double angle = 2 * std::numbers::pi * share(seed);
    height += deviation * radius * steady::cos(angle);
  }
  return noisy;
}

HeightMap coarser(const HeightMap& map, std::size_t factor) {
  CHECK(factor >= 1);
  HeightMap coarse;
  coarse.columns = map.columns / factor;
  coarse.rows = map.rows / factor;
  coarse.pitch_x_m = map.pitch_x_m * static_cast<double>(factor);
  coarse.pitch_y_m = map.pitch_y_m * static_cast<double>(factor);
  coarse.heights_m.assign(coarse.columns * coarse.rows, missing);
  for (std::size_t row = 0; row < coarse.rows; ++row)
    for (std::size_t column = 0; column < coarse.columns; ++column) {
      double sum = 0;
      std::size_t measured = 0;
      for (std::size_t i = 0; i < factor * factor; ++i) {
        const double height = map.at(column * factor + i % factor, row * factor + i / factor);
        if (std::isnan(height)) continue;
        sum += height;
        ++measured;
      }
      if (2 * measured >= factor * factor)
        coarse.heights_m[row * coarse.columns + column] = sum / static_cast<double>(measured);
    }
  return coarse;
}

double deviation_m(const HeightMap& map) {
  double sum = 0, squares = 0;
  std::size_t measured = 0;
  for (const double height : map.heights_m)
    if (!std::isnan(height)) {
      sum += height;
      ++measured;
    }
  if (measured < 2) return 0;
  const double mean = sum / static_cast<double>(measured);
  for (const double height : map.heights_m)
    if (!std::isnan(height)) squares += (height - mean) * (height - mean);
  return std::sqrt(squares / static_cast<double>(measured));
}

}  // namespace lotline::surface
