#include "surface/generated_relief.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "base/generator.h"
#include "base/steady_math.h"

namespace lotline::surface {

namespace {

/// Nearly normal with deviation 1: the sum of four even numbers of 16 bits.
float normal(std::uint64_t drawn) {
  std::int32_t sum = -2 * 65'535;
  for (int i = 0; i < 4; ++i) sum += static_cast<std::int32_t>(drawn >> 16 * i & 0xffff);
  return static_cast<float>(sum) * (1 / 37'837.0f);
}

/// What makes the drawn height's deviation 1 (tested).
constexpr float kToUnit = 3.05f;

/// Less the mean of the neighbourhood, weighted 1 2 1 both ways: no waves longer than the lattice can tell apart.
std::vector<float> without_long_waves(const std::vector<float>& nodes, std::size_t columns) {
  const std::size_t rows = nodes.size() / columns;
  std::vector<float> across(nodes.size());
  for (std::size_t i = 1; i + 1 < nodes.size(); ++i) across[i] = (nodes[i - 1] + 2 * nodes[i] + nodes[i + 1]) / 4;
  std::vector<float> out(nodes.size());
  for (std::size_t row = 1; row + 1 < rows; ++row)
    for (std::size_t i = row * columns; i < (row + 1) * columns; ++i)
      out[i] = kToUnit * (nodes[i] - (across[i - columns] + 2 * across[i] + across[i + columns]) / 4);
  return out;
}

/// The weights of a quadratic B-spline for a place `t` from the middle node, -1/2 to 1/2.
struct Spline {
  float before, here, after;
};

Spline spline(float t) { return {0.5f * (0.5f - t) * (0.5f - t), 0.75f - t * t, 0.5f * (0.5f + t) * (0.5f + t)}; }

}  // namespace

Relief::Relief(std::uint64_t seed, std::span<const Band> bands, const Grain& grain, double reach_um)
    : cosine_(steady::cos(grain.turned_deg * std::numbers::pi / 180)),
      sine_(steady::sin(grain.turned_deg * std::numbers::pi / 180)),
      radius_um_(grain.radius_um) {
  CHECK(grain.stretch >= 1 && reach_um > 0 && reach_um < 1e5);
  Generator seeds(seed, "bands");
  for (const Band& band : bands) {
    CHECK(band.spacing_um >= 1);
    const std::uint64_t band_seed = seeds.next();
    Layer layer;
    if (band.amplitude_um == 0) {
      layers_.push_back(std::move(layer));
      continue;
    }
    layer.amplitude_um = band.amplitude_um;
    layer.across = 1 / band.spacing_um;
    layer.along = 1 / (band.spacing_um * grain.stretch);
    // One node for the spline, one that the long waves are taken out with, one for the bow of the arcs.
    layer.half_across = static_cast<std::ptrdiff_t>(reach_um * layer.across) + 3;
    layer.half_along = static_cast<std::ptrdiff_t>(reach_um * layer.along) + 3;
    const auto columns = static_cast<std::size_t>(2 * layer.half_across + 1);
    std::vector<float> nodes(columns * static_cast<std::size_t>(2 * layer.half_along + 1));
    Generator chance(band_seed, "nodes");
    for (float& node : nodes) node = normal(chance.next());
    layer.nodes = without_long_waves(nodes, columns);
    layers_.push_back(std::move(layer));
  }
}

double Relief::Layer::at(double u, double v) const {
  // Counted from the first node, so that a place is above 0 and cutting off its fraction rounds down.
  const auto place = [](double steps, std::ptrdiff_t half) {
    const auto most = static_cast<double>(2 * half - 1);
    return std::min(std::max(steps + static_cast<double>(half), 1.0), most);
  };
  const double at_u = place(u * across, half_across);
  const double at_v = place(v * along, half_along);
  const double over_u = at_u + 0.5;
  const double over_v = at_v + 0.5;
  const auto node_u = static_cast<std::ptrdiff_t>(over_u);
  const auto node_v = static_cast<std::ptrdiff_t>(over_v);
  const std::ptrdiff_t columns = 2 * half_across + 1;
  const Spline su = spline(static_cast<float>(at_u - static_cast<double>(node_u)));
  const Spline sv = spline(static_cast<float>(at_v - static_cast<double>(node_v)));
  const float* row = nodes.data() + (node_v - 1) * columns + node_u;
  const auto across_row = [&](const float* at) { return su.before * at[-1] + su.here * at[0] + su.after * at[1]; };
  return static_cast<double>(sv.before * across_row(row) + sv.here * across_row(row + columns) +
                             sv.after * across_row(row + 2 * columns));
}

double Relief::at(double x_um, double y_um, std::span<const double> gains) const {
  double u = x_um * cosine_ + y_um * sine_;
  const double v = y_um * cosine_ - x_um * sine_;
  if (radius_um_ > 0) u = std::sqrt((u + radius_um_) * (u + radius_um_) + v * v) - radius_um_;
  double sum = 0;
  for (std::size_t i = 0; i < layers_.size(); ++i)
    if (gains[i] != 0 && layers_[i].amplitude_um != 0) sum += gains[i] * layers_[i].amplitude_um * layers_[i].at(u, v);
  return sum;
}

}  // namespace lotline::surface
