#include "surface/spikes.h"

#include <algorithm>
#include <cmath>

namespace lotline::surface {

namespace {

/// The median of a sample of the scan in fixed steps; 0 of nothing.
template <class Value>
double sampled_median(std::size_t count, const Value& value) {
  constexpr std::size_t kSample = 65'536;
  std::vector<double> sample;
  const std::size_t step = std::max<std::size_t>(1, count / kSample);
  for (std::size_t i = 0; i < count; i += step)
    if (const double v = value(i); std::isfinite(v)) sample.push_back(v);
  if (sample.empty()) return 0;
  const auto middle = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() / 2);
  std::nth_element(sample.begin(), middle, sample.end());
  return *middle;
}

/// How far a point is from the middle of its neighbours: of two on opposite sides their mean, of four the mean of the
/// middle two. `unopposed` where two are there that are not opposite, missing without two.
double off_neighbours(const HeightMap& map, const std::vector<std::uint8_t>& valid, std::size_t column, std::size_t row,
                      double unopposed) {
  const auto& heights = map.heights_m;
  const std::size_t i = row * map.columns + column;
  const bool left = column > 0 && valid[i - 1] != 0;
  const bool right = column + 1 < map.columns && valid[i + 1] != 0;
  const bool below = row > 0 && valid[i - map.columns] != 0;
  const bool above = row + 1 < map.rows && valid[i + map.columns] != 0;
  if (left && right && below && above) {
    const auto [least_x, most_x] = std::minmax(heights[i - 1], heights[i + 1]);
    const auto [least_y, most_y] = std::minmax(heights[i - map.columns], heights[i + map.columns]);
    return std::fabs(heights[i] - (std::max(least_x, least_y) + std::min(most_x, most_y)) / 2);
  }
  if (left && right) return std::fabs(heights[i] - (heights[i - 1] + heights[i + 1]) / 2);
  if (below && above) return std::fabs(heights[i] - (heights[i - map.columns] + heights[i + map.columns]) / 2);
  return left + right + below + above >= 2 ? unopposed : missing;
}

/// Calls for each point of the map that is valid.
template <class Each>
void each_valid(const HeightMap& map, const std::vector<std::uint8_t>& valid, const Each& each) {
  for (std::size_t row = 0, i = 0; row < map.rows; ++row)
    for (std::size_t column = 0; column < map.columns; ++column, ++i)
      if (valid[i] != 0) each(column, row, i);
}

}  // namespace

Believed believed(const HeightMap& map, double deviations) {
  // A surface made by arithmetic, without noise, has no deviation to go by: a nanometre is below any instrument's.
  constexpr double kLeastDeviation = 1e-9;
  Believed of;
  const auto& heights = map.heights_m;
  of.median_m = sampled_median(heights.size(), [&](std::size_t i) { return heights[i]; });
  of.valid.resize(heights.size());
  for (std::size_t i = 0; i < heights.size(); ++i) {
    if (!std::isfinite(heights[i])) continue;
    ++of.numbers;
    of.valid[i] = std::fabs(heights[i] - of.median_m) <= reach_m ? 1 : 0;
  }
  std::vector<double> off(heights.size(), missing);
  const auto in_reach = of.valid;
  // Beside two neighbours round a corner a slope would count as a spike: such a point is believed.
  each_valid(map, in_reach, [&](std::size_t column, std::size_t row, std::size_t i) {
    off[i] = off_neighbours(map, in_reach, column, row, 0);
  });
  const double scale = 1.4826 * sampled_median(off.size(), [&](std::size_t i) { return off[i]; });
  const double most = deviations * std::max(kLeastDeviation, scale);
  for (std::size_t i = 0; i < heights.size(); ++i)
    if (!(off[i] <= most)) of.valid[i] = 0;
  // What stood out only because of a spike beside it is looked at again without the spike.
  const auto first_look = of.valid;
  each_valid(map, in_reach, [&](std::size_t column, std::size_t row, std::size_t i) {
    if (first_look[i] == 0 && off_neighbours(map, first_look, column, row, missing) <= most) of.valid[i] = 1;
  });
  for (const auto valid : of.valid) of.measured += valid;
  of.spikes = of.numbers - of.measured;
  return of;
}

}  // namespace lotline::surface
