#include "surface/relief.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>
#include <span>

namespace lotline::surface {

namespace {

/// A slope of 0.5 (27 degrees) at the steeper tenth of the surface leaves most of it between light and shade. Of a
/// surface that is flat but for a few edges, these count by a third of the root mean square.
constexpr double kWantedSlope = 0.5;
constexpr double kEdgesCount = 1.0 / 3;
/// How bright level ground is, wherever the lamp stands.
constexpr double kLevel = 0.72;
/// How much of the tint shows; the rest is white paper under the lamp.
constexpr double kTintShare = 0.55;
/// What the shadow side still reflects.
constexpr double kAmbient = 0.12;

constexpr std::array<Colour, 5> kTint{{{24, 46, 92}, {74, 98, 138}, {150, 152, 150}, {206, 186, 118}, {255, 236, 150}}};
constexpr std::array<Colour, 5> kCorrelation{
    {{165, 30, 36}, {233, 150, 122}, {246, 246, 246}, {126, 174, 212}, {18, 78, 140}}};

Colour between(std::span<const Colour> stops, double place) {
  const double at = std::clamp(std::isnan(place) ? 0.5 : place, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
  const auto low = std::min(static_cast<std::size_t>(at), stops.size() - 2);
  const double part = at - static_cast<double>(low);
  const auto mix = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * part));
  };
  const Colour &a = stops[low], &b = stops[low + 1];
  return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
}

/// The slope between the neighbours that are there; none of them counts as level.
double slope(float before, float here, float after, double pitch_um) {
  const bool has_before = !std::isnan(before), has_after = !std::isnan(after);
  if (has_before && has_after) return static_cast<double>(after - before) / (2 * pitch_um);
  if (has_after) return static_cast<double>(after - here) / pitch_um;
  if (has_before) return static_cast<double>(here - before) / pitch_um;
  return 0;
}

struct Slope {
  double x = 0, y = 0;
};

Slope slope_at(const HeightField& field, std::size_t column, std::size_t row) {
  constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
  const float here = field.at(column, row);
  return {slope(column > 0 ? field.at(column - 1, row) : kNone, here,
                column + 1 < field.columns ? field.at(column + 1, row) : kNone, field.pitch_um),
          slope(row > 0 ? field.at(column, row - 1) : kNone, here,
                row + 1 < field.rows ? field.at(column, row + 1) : kNone, field.pitch_um)};
}

/// The value below which `share` of them lie; 0 of none.
double quantile(std::vector<float>& values, double share) {
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return static_cast<double>(*at);
}

double chosen_exaggeration(const HeightField& field) {
  std::vector<float> slopes;
  double squares = 0;
  for (std::size_t row = 0; row < field.rows; ++row)
    for (std::size_t column = 0; column < field.columns; ++column) {
      if (std::isnan(field.at(column, row))) continue;
      const Slope s = slope_at(field, column, row);
      squares += s.x * s.x + s.y * s.y;
      slopes.push_back(static_cast<float>(std::sqrt(s.x * s.x + s.y * s.y)));
    }
  if (slopes.empty() || squares == 0) return 1;
  const double rms = std::sqrt(squares / static_cast<double>(slopes.size()));
  const double wanted = std::clamp(kWantedSlope / std::max(quantile(slopes, 0.9), kEdgesCount * rms), 1.0, 1e6);
  const double decade = std::pow(10, std::floor(std::log10(wanted)));
  for (const double step : {5.0, 2.0, 1.0})
    if (wanted >= step * decade) return step * decade;
  return decade;
}

}  // namespace

Colour tint(double place) { return between(kTint, place); }
Colour correlation_colour(double correlation) { return between(kCorrelation, (correlation + 1) / 2); }

std::uint32_t opaque(Colour colour) {
  return 0xFF000000U | static_cast<std::uint32_t>(colour.red) << 16U | static_cast<std::uint32_t>(colour.green) << 8U |
         colour.blue;
}

Relief light_up(const HeightField& field, const ReliefOptions& options) {
  Relief relief{field.columns,
                field.rows,
                std::vector<std::uint32_t>(field.heights_um.size(), 0),
                options.exaggeration > 0 ? options.exaggeration : chosen_exaggeration(field),
                options.lowest_um,
                options.highest_um};
  if (options.lowest_um == options.highest_um) {
    std::vector<float> heights;
    std::copy_if(field.heights_um.begin(), field.heights_um.end(), std::back_inserter(heights),
                 [](float h) { return !std::isnan(h); });
    relief.lowest_um = quantile(heights, 0.01);
    relief.highest_um = quantile(heights, 0.99);
  }
  const double azimuth = options.light.azimuth_deg * std::numbers::pi / 180;
  const double elevation = options.light.elevation_deg * std::numbers::pi / 180;
  const double lx = std::sin(azimuth) * std::cos(elevation), ly = std::cos(azimuth) * std::cos(elevation);
  const double lz = std::max(std::sin(elevation), 1e-3);
  const double span = relief.highest_um - relief.lowest_um;
  for (std::size_t row = 0; row < field.rows; ++row)
    for (std::size_t column = 0; column < field.columns; ++column) {
      const float height = field.at(column, row);
      if (std::isnan(height)) continue;
      const Slope s = slope_at(field, column, row);
      const double nx = -s.x * relief.exaggeration, ny = -s.y * relief.exaggeration;
      const double lambert = std::max(0.0, (nx * lx + ny * ly + lz) / std::sqrt(nx * nx + ny * ny + 1));
      const double brightness = std::min(1.0, kAmbient + (kLevel - kAmbient) * lambert / lz);
      const Colour colour = tint(span > 0 ? (static_cast<double>(height) - relief.lowest_um) / span : 0.5);
      const auto lit = [&](std::uint8_t part) {
        const double mixed = kTintShare * part + (1 - kTintShare) * 255;
        return static_cast<std::uint8_t>(std::lround(std::clamp(mixed * brightness, 0.0, 255.0)));
      };
      relief.pixels[(field.rows - 1 - row) * field.columns + column] =
          opaque({lit(colour.red), lit(colour.green), lit(colour.blue)});
    }
  return relief;
}

}  // namespace lotline::surface
