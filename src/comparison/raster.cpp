#include "comparison/raster.h"

#include <algorithm>
#include <cmath>

#include "base/steady_math.h"
#include "comparison/kernels.h"

namespace lotline::comparison {
namespace {

/// Sixteens of columns that hold a 1 in any of the rows row-reach..row+reach, or within reach columns of one.
std::vector<Run> runs_of(const Sheet& sheet, int reach) {
  std::vector<Run> runs;
  const int around = reach > 0 ? 16 : 0;
  for (int row = -reach; row < sheet.rows + reach; ++row)
    for (int column = -around; column < sheet.columns + around; column += 16) {
      bool any = false;
      for (int y = std::max(0, row - reach); y <= std::min(sheet.rows - 1, row + reach) && !any; ++y) {
        const auto first = sheet.present.begin() + static_cast<std::ptrdiff_t>(sheet.index(column - reach, y));
        any = std::find(first, first + 16 + 2 * reach, 1) != first + 16 + 2 * reach;
      }
      if (!any) continue;
      if (!runs.empty() && runs.back().row == row && runs.back().column + runs.back().columns == column)
        runs.back().columns += 16;
      else
        runs.push_back({row, column, 16});
    }
  return runs;
}

Lay lay_of(const Raster& b, const Pose& a_from_b, const Sheet& on) {
  const Pose b_from_a = inverse(a_from_b);
  const double scale = 65536 / b.pitch_um;
  const auto whole = [scale](double um) { return static_cast<std::int64_t>(std::nearbyint(um * scale)); };
  const Point first = apply(b_from_a, on.point(0, 0));
  const double c = steady::cos(radians(b_from_a.rotation_deg)) * on.pitch_um;
  const double s = steady::sin(radians(b_from_a.rotation_deg)) * on.pitch_um;
  return {b.point.data(),
          b.columns,
          b.rows,
          whole(first.x_um + (b.columns - 1) / 2.0 * b.pitch_um),
          whole(first.y_um + (b.rows - 1) / 2.0 * b.pitch_um),
          whole(c),
          whole(s),
          whole(-s),
          whole(c)};
}

SheetTarget target(Sheet& sheet) {
  const std::size_t start = sheet.index(0, 0);
  return {&sheet.value[start], &sheet.present[start], &sheet.square[start], sheet.stride};
}

}  // namespace

void Sheet::reset(int new_columns, int new_rows, double new_pitch_um) {
  columns = new_columns;
  rows = new_rows;
  pitch_um = new_pitch_um;
  stride = (columns + 15) / 16 * 16 + 2 * kMargin;
  const auto size = static_cast<std::size_t>(stride) * static_cast<std::size_t>(rows + 2 * kMargin);
  value.assign(size, 0);
  present.assign(size, 0);
  square.assign(size, 0);
  count = 0;
  runs.clear();
  wide_runs.clear();
}

void lay_over(const Raster& b, const Pose& a_from_b, const Sheet& under, Sheet& on) {
  if (on.columns != under.columns || on.rows != under.rows || on.pitch_um != under.pitch_um)
    on.reset(under.columns, under.rows, under.pitch_um);
  std::vector<Run> all;
  for (int row = 0; row < on.rows; ++row) all.push_back({row, 0, (on.columns + 15) / 16 * 16});
  kernels().lay(lay_of(b, a_from_b, on), all.data(), all.size(), target(on));
}

void lay_whole(const Raster& surface, Sheet& on) {
  lay_over(surface, Pose{}, on, on);
  on.count = std::count(on.present.begin(), on.present.end(), 1);
  on.runs = runs_of(on, 0);
  on.wide_runs = runs_of(on, Sheet::kReach);
}

void lay(const Raster& b, const Pose& a_from_b, const Sheet& under, Sheet& on) {
  if (on.columns != under.columns || on.rows != under.rows || on.pitch_um != under.pitch_um)
    on.reset(under.columns, under.rows, under.pitch_um);
  kernels().lay(lay_of(b, a_from_b, on), under.wide_runs.data(), under.wide_runs.size(), target(on));
}

}  // namespace lotline::comparison
