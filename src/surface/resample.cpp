#include "surface/resample.h"

#include <algorithm>
#include <cmath>

#include "surface/gaussian.h"

namespace lotline::surface {

namespace {

constexpr double kMicrometres = 1e6;  // in a metre
/// Of the weight of the filter: a single missing point between others is 0.49 of it at the shortest cutoff, and stays
/// missing.
constexpr float kMostlyThere = 0.55f;

std::vector<Taps> axis_taps(std::size_t from, std::size_t to, double step, double cutoff) {
  const LowPass filter(cutoff);
  std::vector<Taps> taps;
  for (std::size_t i = 0; i < to; ++i) {
    const double from_centre = static_cast<double>(i) - static_cast<double>(to - 1) / 2;
    taps.push_back(filter.taps(static_cast<double>(from - 1) / 2 + from_centre * step));
  }
  return taps;
}

}  // namespace

double points_at(std::size_t points, double points_pitch_um, double pitch_um) {
  return std::max(1.0, std::floor(static_cast<double>(points) * (points_pitch_um / pitch_um) + 0.5));
}

double short_cutoff_um(const HeightMap& map, double pitch_um, double cutoff_um) {
  const double coarsest = std::max({map.pitch_x_m * kMicrometres, map.pitch_y_m * kMicrometres, pitch_um});
  return std::max(cutoff_um, shortest_cutoff_points * coarsest);
}

Prepared resample(const HeightMap& map, std::span<const std::uint8_t> valid, double base_m, const Form& plane,
                  double pitch_um, double cutoff_um) {
  const double pitch_x = map.pitch_x_m * kMicrometres;
  const double pitch_y = map.pitch_y_m * kMicrometres;
  Prepared out;
  out.columns = static_cast<std::size_t>(points_at(map.columns, pitch_x, pitch_um));
  out.rows = static_cast<std::size_t>(points_at(map.rows, pitch_y, pitch_um));
  out.pitch_um = pitch_um;
  const double cutoff = short_cutoff_um(map, pitch_um, cutoff_um);

  std::vector<float> heights(map.heights_m.size());
  std::vector<float> there(map.heights_m.size());
  for (std::size_t row = 0, i = 0; row < map.rows; ++row) {
    const double y = (static_cast<double>(row) - static_cast<double>(map.rows - 1) / 2) * pitch_y;
    for (std::size_t column = 0; column < map.columns; ++column, ++i) {
      if (valid[i] == 0) continue;
      const double x = (static_cast<double>(column) - static_cast<double>(map.columns - 1) / 2) * pitch_x;
      heights[i] = static_cast<float>(kMicrometres * (map.heights_m[i] - base_m) - plane.at(x, y));
      there[i] = 1;
    }
  }

  const auto down = axis_taps(map.rows, out.rows, pitch_um / pitch_y, cutoff / pitch_y);
  const auto across = axis_taps(map.columns, out.columns, pitch_um / pitch_x, cutoff / pitch_x);
  const auto smooth = [&](std::span<const float> values) {
    const auto half = transposed(combine_rows(values, map.columns, down), map.columns);
    return transposed(combine_rows(half, out.rows, across), out.rows);
  };
  out.heights_um = smooth(heights);
  const auto weights = smooth(there);
  out.present.resize(weights.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    out.present[i] = weights[i] > kMostlyThere ? 1 : 0;
    out.heights_um[i] = out.present[i] != 0 ? out.heights_um[i] / weights[i] : 0;
  }
  return out;
}

}  // namespace lotline::surface
