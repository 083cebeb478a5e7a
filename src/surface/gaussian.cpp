#include "surface/gaussian.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "base/steady_math.h"

namespace lotline::surface {

namespace {

/// Beyond so many cutoffs the bell's tail holds 6e-5 of its weight.
constexpr double kReach = 0.75;
/// Cutoff, in points, from which on the sampled bell leaves what it should at the cutoff to 0.002.
constexpr double kFinelySampled = 4;
/// Reach of the band-limited weights, in points; their outer half tapers off.
constexpr double kBandReach = 8;

/// Steps of Simpson's rule over the frequencies from 0 to half a period a point.
constexpr int kSteps = 64;

/// Columns summed at once, so that the sums stay in registers.
constexpr std::size_t kBlock = 32;

void combine_row(std::span<const float> in, std::size_t columns, const Taps& taps, float* out) {
  const auto rows = static_cast<std::ptrdiff_t>(in.size() / columns);
  const std::ptrdiff_t begin = std::max<std::ptrdiff_t>(0, -taps.first);
  const std::ptrdiff_t end = std::min(static_cast<std::ptrdiff_t>(taps.weights.size()), rows - taps.first);
  std::size_t column = 0;
  for (; column + kBlock <= columns; column += kBlock) {
    float sums[kBlock] = {};
    for (std::ptrdiff_t t = begin; t < end; ++t) {
      const float weight = taps.weights[static_cast<std::size_t>(t)];
      const float* row = in.data() + static_cast<std::size_t>(taps.first + t) * columns + column;
      for (std::size_t i = 0; i < kBlock; ++i) sums[i] += weight * row[i];
    }
    std::copy(sums, sums + kBlock, out + column);
  }
  for (; column < columns; ++column) {
    float sum = 0;
    for (std::ptrdiff_t t = begin; t < end; ++t)
      sum +=
          taps.weights[static_cast<std::size_t>(t)] * in[static_cast<std::size_t>(taps.first + t) * columns + column];
    out[column] = sum;
  }
}

}  // namespace

LowPass::LowPass(double cutoff) : cutoff_(cutoff), reach_(cutoff >= kFinelySampled ? kReach * cutoff : kBandReach) {
  CHECK(cutoff >= 2 && cutoff < 1e6);
  if (cutoff >= kFinelySampled) return;
  for (int i = 0; i <= kSteps; ++i) {
    const double in_cutoffs = 0.5 * i / kSteps * cutoff;
    const double simpson = i == 0 || i == kSteps ? 1 : i % 2 == 1 ? 4 : 2;
    spectrum_.push_back(simpson * steady::exp(-std::numbers::ln2 * in_cutoffs * in_cutoffs));
  }
}

double LowPass::weight(double x) const {
  if (spectrum_.empty()) {  // exp(-pi (x / (alpha cutoff))^2), alpha^2 = ln 2 / pi
    const double in_cutoffs = x / cutoff_;
    return steady::exp(-std::numbers::pi * std::numbers::pi / std::numbers::ln2 * in_cutoffs * in_cutoffs);
  }
  // The cosines at equal steps by Chebyshev's recurrence.
  const double step = steady::cos(std::numbers::pi * x / kSteps);
  double before = step, now = 1, sum = 0;
  for (const double share : spectrum_) {
    sum += share * now;
    const double next = 2 * step * now - before;
    before = now;
    now = next;
  }
  const double into_taper = std::max(0.0, std::fabs(x) - kBandReach / 2) / (kBandReach / 2 + 1);
  const double taper = steady::cos(std::numbers::pi / 2 * into_taper);
  return sum * taper * taper;
}

Taps LowPass::taps(double at) const {
  CHECK(std::fabs(at) < 1e9);
  Taps taps{static_cast<std::ptrdiff_t>(std::ceil(at - reach_)), {}};
  std::vector<double> weights;
  double sum = 0;
  for (auto i = static_cast<double>(taps.first); i <= at + reach_; ++i) {
    weights.push_back(weight(i - at));
    sum += weights.back();
  }
  for (const double w : weights) taps.weights.push_back(static_cast<float>(w / sum));
  return taps;
}

std::vector<float> combine_rows(std::span<const float> in, std::size_t columns, std::span<const Taps> taps) {
  std::vector<float> out(taps.size() * columns);
  for (std::size_t row = 0; row < taps.size(); ++row) combine_row(in, columns, taps[row], out.data() + row * columns);
  return out;
}

std::vector<float> transposed(std::span<const float> in, std::size_t columns) {
  constexpr std::size_t kTile = 16;
  const std::size_t rows = columns == 0 ? 0 : in.size() / columns;
  std::vector<float> out(in.size());
  for (std::size_t row0 = 0; row0 < rows; row0 += kTile)
    for (std::size_t column0 = 0; column0 < columns; column0 += kTile)
      for (std::size_t row = row0; row < std::min(rows, row0 + kTile); ++row)
        for (std::size_t column = column0; column < std::min(columns, column0 + kTile); ++column)
          out[column * rows + row] = in[row * columns + column];
  return out;
}

std::vector<float> low_pass(const Prepared& surface, double cutoff_um) {
  const double cutoff = cutoff_um / surface.pitch_um;
  const auto taps_for = [&](std::size_t count) {
    const Taps middle = LowPass(cutoff).taps(0);
    std::vector<Taps> taps(count, middle);
    for (std::size_t i = 0; i < count; ++i) taps[i].first += static_cast<std::ptrdiff_t>(i);
    return taps;
  };
  const auto down = taps_for(surface.rows);
  const auto across = taps_for(surface.columns);
  const auto smooth = [&](std::span<const float> values) {
    const auto half = transposed(combine_rows(values, surface.columns, down), surface.columns);
    return transposed(combine_rows(half, surface.rows, across), surface.rows);
  };
  const std::vector<float> there(surface.present.begin(), surface.present.end());
  auto sums = smooth(surface.heights_um);
  const auto weights = smooth(there);
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = surface.present[i] != 0 ? sums[i] / weights[i] : 0;
  return sums;
}

void take_out_long_waves(Prepared& surface, double cutoff_um) {
  const auto long_waves = low_pass(surface, cutoff_um);
  for (std::size_t i = 0; i < long_waves.size(); ++i) surface.heights_um[i] -= long_waves[i];
}

}  // namespace lotline::surface
