#include "surface/x3p_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "surface/refusals.h"

namespace lotline::surface {

namespace {

/// Places nearer than this share of the whole width are one column: single precision keeps 6e-8 of it, and a grid of
/// kMostPoints points has columns at 1e-4.
constexpr double kSamePlace = 1e-6;
/// How far a point may lie from its place, in pitches: rounding of a program, not the path of a stage.
constexpr double kOffPlace = 0.1;
/// A grid may have this many places a point; a list of few points far apart is no surface.
constexpr std::size_t kPlacesOfPoint = 16;

struct Line {
  double first = 0;
  double pitch = 0;  ///< nought where all points share one place
  std::size_t places = 1;
};

/// REQUIRES (CHECKed) a measured point with a place.
Result<Line> line_of(const std::vector<double>& places, const std::vector<double>& heights, std::string_view axis) {
  std::vector<double> sorted;
  sorted.reserve(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    if (std::isfinite(places[i]) && !std::isnan(heights[i])) sorted.push_back(places[i]);
  CHECK(!sorted.empty());
  std::sort(sorted.begin(), sorted.end());
  const double width = sorted.back() - sorted.front();
  if (!(width <= kFarthest_m)) return refuse(points_off_grid, "{} m along {}", width, axis);
  Line line{sorted.front(), 0, 1};
  if (width == 0) return line;
  double nearest = width;
  for (std::size_t i = 1; i < sorted.size(); ++i)
    if (const double gap = sorted[i] - sorted[i - 1]; gap > kSamePlace * width) nearest = std::min(nearest, gap);
  const double steps = std::round(width / nearest);
  line.pitch = width / steps;
  if (line.pitch < kNearest_m) return refuse(points_off_grid, "a pitch of {} m along {}", line.pitch, axis);
  line.places = static_cast<std::size_t>(steps) + 1;
  for (const double place : sorted) {
    const double at = (place - line.first) / line.pitch;
    if (std::abs(at - std::round(at)) > kOffPlace) return refuse(points_off_grid, "along {}", axis);
  }
  return line;
}

std::size_t index_on(const Line& line, double place) {
  return line.pitch == 0 ? 0 : static_cast<std::size_t>(std::round((place - line.first) / line.pitch));
}

/// The places of an incremental axis of a matrix, so that both axes are told alike.
std::vector<double> places_of(const X3pDocument& document, bool along_x) {
  const X3pAxis& axis = along_x ? document.x : document.y;
  std::vector<double> places(document.count());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t index = along_x ? i % document.columns : i / document.columns;
    places[i] = axis.offset + axis.increment * static_cast<double>(index);
  }
  return places;
}

Result<PlacedMap> place_points(const X3pDocument& document, X3pPoints&& points, Findings& findings) {
  const bool measured = std::any_of(points.z_m.begin(), points.z_m.end(), [](double z) { return !std::isnan(z); });
  if (!measured) return refuse(points_off_grid, "no point is measured");
  if (document.x.incremental) points.x_m = places_of(document, true);
  if (document.y.incremental) points.y_m = places_of(document, false);
  Line x = TRY(line_of(points.x_m, points.z_m, "x"));
  Line y = TRY(line_of(points.y_m, points.z_m, "y"));
  if (x.pitch == 0 && y.pitch == 0) return refuse(points_off_grid, "one place shows no pitch");
  const std::size_t most = std::min<std::size_t>(kMostPoints, kPlacesOfPoint * points.z_m.size());
  if (x.places > most / y.places)
    return refuse(points_off_grid, "{} points would lie on {} by {} places", points.z_m.size(), x.places, y.places);
  PlacedMap placed{{x.places, y.places, x.pitch == 0 ? y.pitch : x.pitch, y.pitch == 0 ? x.pitch : y.pitch,
                    std::vector<double>(x.places * y.places, missing)},
                   x.first,
                   y.first};
  for (std::size_t i = 0; i < points.z_m.size(); ++i) {
    if (std::isnan(points.z_m[i])) continue;
    double& height = placed.map.heights_m[index_on(y, points.y_m[i]) * x.places + index_on(x, points.x_m[i])];
    if (!std::isnan(height)) return refuse(points_off_grid, "point {} lies where another does", i);
    height = points.z_m[i];
  }
  findings.push_back({FindingKind::placed_points, fmt::format("{} points on {} by {} places", points.z_m.size(),
                                                              placed.map.columns, placed.map.rows)});
  return placed;
}

}  // namespace

Result<PlacedMap> place_on_grid(const X3pDocument& document, X3pPoints&& points, Findings& findings) {
  if (document.listed != 0 || !document.x.incremental || !document.y.incremental)
    return place_points(document, std::move(points), findings);
  PlacedMap placed{{document.columns, document.rows, std::abs(document.x.increment), std::abs(document.y.increment),
                    std::move(points.z_m)},
                   document.x.offset,
                   document.y.offset};
  const auto stride = static_cast<std::ptrdiff_t>(document.columns);
  const auto first = placed.map.heights_m.begin();
  if (document.x.increment < 0) {
    for (std::ptrdiff_t row = 0; row < static_cast<std::ptrdiff_t>(document.rows); ++row)
      std::reverse(first + row * stride, first + (row + 1) * stride);
    placed.offset_x_m += document.x.increment * static_cast<double>(document.columns - 1);
    findings.push_back({FindingKind::axis_reversed, "x"});
  }
  if (document.y.increment < 0) {
    for (std::size_t low = 0, high = document.rows - 1; low < high; ++low, --high)
      std::swap_ranges(first + static_cast<std::ptrdiff_t>(low) * stride,
                       first + static_cast<std::ptrdiff_t>(low + 1) * stride,
                       first + static_cast<std::ptrdiff_t>(high) * stride);
    placed.offset_y_m += document.y.increment * static_cast<double>(document.rows - 1);
    findings.push_back({FindingKind::axis_reversed, "y"});
  }
  return placed;
}

}  // namespace lotline::surface
