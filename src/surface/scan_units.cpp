#include "surface/scan_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace lotline::surface {

namespace {

/// Pitches of instruments that measure cases: confocal and interference microscopes 0.2 to 6.3 um, photometric stereo 1
/// to 6 um, coarsened copies up to 50 um. Twice as far either way is still believed.
constexpr double kFinestPitch_m = 0.1e-6, kCoarsestPitch_m = 100e-6;
/// No case head is wider than that of a 20 mm cartridge, with room about it.
constexpr double kWidest_m = 60e-3;
/// A firing-pin impression is at most some 1 mm deep and a whole head some 5 mm; a surface without 10 nm between its
/// lowest and highest point is finer than any such instrument's noise.
constexpr double kHighest_m = 10e-3, kFlattest_m = 10e-9;

struct Unit {
  std::string_view name;
  double metres;
};
constexpr std::array<Unit, 3> kUnits{{{"micrometres", 1e-6}, {"millimetres", 1e-3}, {"nanometres", 1e-9}}};

bool lateral_fits(double pitch_m, double width_m) {
  return pitch_m >= kFinestPitch_m && pitch_m <= kCoarsestPitch_m && width_m <= kWidest_m;
}
/// Heights stand in some proportion to the width: no mark is as deep as the whole scan is wide.
bool heights_fit(double range_m, double width_m) {
  return range_m <= kHighest_m && (range_m == 0 || range_m >= kFlattest_m) && range_m <= width_m;
}

template <class Fits>
std::string which_fit(Fits fits) {
  std::string names;
  for (const Unit& unit : kUnits)
    if (fits(unit.metres)) names += fmt::format("{}{}", names.empty() ? "; would fit as " : " or ", unit.name);
  return names;
}

}  // namespace

HeightRange height_range(const HeightMap& map) {
  HeightRange range;
  for (const double height : map.heights_m) {
    if (std::isnan(height)) continue;
    range.lowest_m = range.measured == 0 ? height : std::min(range.lowest_m, height);
    range.highest_m = range.measured == 0 ? height : std::max(range.highest_m, height);
    ++range.measured;
  }
  return range;
}

Findings judge_units(const HeightMap& map) {
  Findings findings;
  const double finest = std::min(map.pitch_x_m, map.pitch_y_m);
  const double coarsest = std::max(map.pitch_x_m, map.pitch_y_m);
  const double width = std::max(map.pitch_x_m * static_cast<double>(map.columns),  //
                                map.pitch_y_m * static_cast<double>(map.rows));
  const auto lateral = [&](double unit) {
    return lateral_fits(finest * unit, width * unit) && coarsest * unit <= kCoarsestPitch_m;
  };
  if (!lateral(1))
    findings.push_back(
        {FindingKind::lateral_units, fmt::format("pitch {:.6g} m by {:.6g} m over {:.6g} m{}", map.pitch_x_m,
                                                 map.pitch_y_m, width, which_fit(lateral))});
  const HeightRange range = height_range(map);
  const double high = range.highest_m - range.lowest_m;
  // A single row of a few points may be as high as it is wide; the proportion is judged where the width is believed.
  const double room = lateral(1) && std::min(map.columns, map.rows) > 1 ? width : kHighest_m;
  const auto vertical = [&](double unit) { return heights_fit(high * unit, room); };
  if (!vertical(1))
    findings.push_back({FindingKind::height_units, fmt::format("heights over {:.6g} m{}", high, which_fit(vertical))});
  return findings;
}

}  // namespace lotline::surface
