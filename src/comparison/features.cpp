#include "comparison/features.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/check.h"
#include "base/steady_math.h"
#include "comparison/units.h"

namespace lotline::comparison {
namespace {

/// Of a Gaussian of which half of a wave of this length passes (ISO 16610-21).
double deviation_of_cutoff(double wave_um) { return 0.187390625 * wave_um; }

/// Weights of source points for one point of the grid.
struct Taps {
  std::size_t first = 0;
  std::vector<double> weight{};
};

/// For each of `points` grid points, `step_um` apart about the middle, Gaussian weights over `sources` points.
std::vector<Taps> gaussian_taps(std::size_t points, double step_um, std::size_t sources, double source_um,
                                double deviation_um) {
  std::vector<Taps> all(points);
  const double reach = 3 * deviation_um;
  const double middle = static_cast<double>(sources - 1) / 2;
  for (std::size_t i = 0; i < points; ++i) {
    const double at = (static_cast<double>(i) - static_cast<double>(points - 1) / 2) * step_um;
    const double low = std::max(0.0, std::ceil((at - reach) / source_um + middle));
    const double high = std::min(static_cast<double>(sources - 1), std::floor((at + reach) / source_um + middle));
    if (high < low) continue;
    all[i].first = static_cast<std::size_t>(low);
    for (double source = low; source <= high; ++source) {
      const double off = ((source - middle) * source_um - at) / deviation_um;
      all[i].weight.push_back(steady::exp(-0.5 * off * off));
    }
  }
  return all;
}

/// Values with the weight each rests on; the value is 0 where the weight is.
struct Field {
  std::size_t columns = 0;
  std::size_t rows = 0;
  std::vector<double> value{};
  std::vector<double> weight{};  ///< 0..1, of what a point surrounded by present ones has
};

/// Convolution that leaves out what is missing (normalised convolution): first along the rows, then across them.
Field smoothed(const Field& from, const std::vector<Taps>& across, const std::vector<Taps>& along) {
  Field to{across.size(), along.size(), {}, {}};
  std::vector<double> value(from.rows * to.columns);
  std::vector<double> weight(from.rows * to.columns);
  for (std::size_t row = 0; row < from.rows; ++row)
    for (std::size_t column = 0; column < to.columns; ++column) {
      const Taps& taps = across[column];
      double v = 0;
      double w = 0;
      for (std::size_t i = 0; i < taps.weight.size(); ++i) {
        const std::size_t at = row * from.columns + taps.first + i;
        v += taps.weight[i] * from.value[at] * from.weight[at];
        w += taps.weight[i] * from.weight[at];
      }
      value[row * to.columns + column] = v;
      weight[row * to.columns + column] = w;
    }
  to.value.assign(to.rows * to.columns, 0);
  to.weight.assign(to.rows * to.columns, 0);
  std::vector<double> whole_across(to.columns);
  for (std::size_t column = 0; column < to.columns; ++column)
    for (const double w : across[column].weight) whole_across[column] += w;
  for (std::size_t row = 0; row < to.rows; ++row) {
    const Taps& taps = along[row];
    double whole_along = 0;
    for (const double w : taps.weight) whole_along += w;
    for (std::size_t column = 0; column < to.columns; ++column) {
      double v = 0;
      double w = 0;
      for (std::size_t i = 0; i < taps.weight.size(); ++i) {
        const std::size_t at = (taps.first + i) * to.columns + column;
        v += taps.weight[i] * value[at];
        w += taps.weight[i] * weight[at];
      }
      if (w <= 0) continue;
      to.value[row * to.columns + column] = v / w;
      to.weight[row * to.columns + column] = w / (whole_along * whole_across[column]);
    }
  }
  return to;
}

int odd_points(std::size_t points, double pitch_um) {
  const double steps = std::floor(static_cast<double>(points - 1) * pitch_um / kBasePitchUm / 2 + 1e-9);
  return 2 * static_cast<int>(steps) + 1;
}

}  // namespace

Features features(const surface::Prepared& surface) {
  const std::size_t size = surface.columns * surface.rows;
  CHECK(surface.heights_um.size() == size && surface.present.size() == size);
  Features made;
  made.mark = surface.mark;
  made.source_pitch_um = surface.pitch_um;
  if (size == 0) {
    made.columns = made.rows = 1;
    made.height.assign(1, 0);
    made.present.assign(1, 0);
    expand(made);
    return made;
  }
  CHECK(surface.pitch_um > 0);
  made.columns = odd_points(surface.columns, surface.pitch_um);
  made.rows = odd_points(surface.rows, surface.pitch_um);
  Field source{surface.columns, surface.rows, std::vector<double>(size), std::vector<double>(size)};
  for (std::size_t i = 0; i < size; ++i) {
    if (surface.present[i] == 0) continue;
    CHECK(std::isfinite(surface.heights_um[i]));
    source.value[i] = static_cast<double>(surface.heights_um[i]);
    source.weight[i] = 1;
  }
  // A coarse surface must be smoothed over its own points at least, or the grid of them would show.
  const double fine = std::max(deviation_of_cutoff(kShortestWaveUm), 0.45 * surface.pitch_um);
  const auto columns = static_cast<std::size_t>(made.columns);
  const auto rows = static_cast<std::size_t>(made.rows);
  const Field low = smoothed(source, gaussian_taps(columns, kBasePitchUm, surface.columns, surface.pitch_um, fine),
                             gaussian_taps(rows, kBasePitchUm, surface.rows, surface.pitch_um, fine));
  made.present.resize(columns * rows);
  Field kept = low;
  for (std::size_t i = 0; i < kept.weight.size(); ++i) {
    made.present[i] = low.weight[i] >= 0.5 ? 1 : 0;
    kept.weight[i] = made.present[i];
  }
  const double coarse = deviation_of_cutoff(kLongestWaveUm);
  const Field form = smoothed(kept, gaussian_taps(columns, kBasePitchUm, columns, kBasePitchUm, coarse),
                              gaussian_taps(rows, kBasePitchUm, rows, kBasePitchUm, coarse));
  std::vector<double> band(columns * rows);
  for (std::size_t i = 0; i < band.size(); ++i) band[i] = made.present[i] != 0 ? low.value[i] - form.value[i] : 0;
  const double deviation = robust_deviation(band, made.present);
  made.height.resize(band.size());
  for (std::size_t i = 0; i < band.size(); ++i) made.height[i] = static_cast<std::int8_t>(in_units(band[i], deviation));
  expand(made);
  return made;
}

bool stands_before(const Features& a, const Features& b) {
  if (a.columns != b.columns) return a.columns < b.columns;
  if (a.rows != b.rows) return a.rows < b.rows;
  if (const int order = std::memcmp(a.present.data(), b.present.data(), a.present.size()); order != 0) return order < 0;
  if (const int order = std::memcmp(a.height.data(), b.height.data(), a.height.size()); order != 0) return order < 0;
  return a.source_pitch_um < b.source_pitch_um;
}

}  // namespace lotline::comparison
