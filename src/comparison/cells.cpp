#include "comparison/cells.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"
#include "comparison/correlation.h"

namespace lotline::comparison {
namespace {

constexpr int kMostReach = Sheet::kReach;

struct CellPlace {
  int column = 0;
  int row = 0;
};

/// The grid of cells stands about the middle of the sheet, so that it does not depend on where a surface was cut off.
std::vector<CellPlace> places(const Sheet& sheet, const CellOptions& options, std::vector<FoundCell>& cells) {
  std::vector<CellPlace> found;
  const auto least = static_cast<std::int64_t>(options.least_share * options.side * options.side);
  const auto starts = [&](int points) {
    const int cells_across = (points + options.side - 1) / options.side;
    return std::pair{(points - cells_across * options.side) / 2, cells_across};
  };
  const auto [first_column, columns] = starts(sheet.columns);
  const auto [first_row, rows] = starts(sheet.rows);
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j) {
      const CellPlace place{first_column + j * options.side, first_row + i * options.side};
      std::int64_t points = 0;
      for (int y = 0; y < options.side; ++y)
        for (int x = 0; x < options.side; ++x) points += sheet.present[sheet.index(place.column + x, place.row + y)];
      if (points < least) continue;
      FoundCell cell;
      const Point low = sheet.point(place.column, place.row);
      const double half = (options.side - 1) / 2.0 * sheet.pitch_um;
      cell.at = {low.x_um + half, low.y_um + half};
      cell.points = points;
      cells.push_back(cell);
      found.push_back(place);
    }
  return found;
}

}  // namespace

std::vector<FoundCell> find_cells(const Features& a, const Features& b, const Pose& a_from_b,
                                  const CellOptions& options) {
  CHECK(options.reach <= kMostReach && (options.side == 16 || options.side == 32));
  const Sheet& fixed = a.sheet[options.level];
  std::vector<FoundCell> cells;
  const std::vector<CellPlace> at = places(fixed, options, cells);
  thread_local Sheet moved;
  const Point pivot_in_b = apply(inverse(a_from_b), a.centre);
  const int lags = 2 * options.reach + 1;
  std::array<Sums, (2 * kMostReach + 1) * (2 * kMostReach + 1)> sums;
  for (int turn = -options.turns; turn <= options.turns; ++turn) {
    const Pose pose = pose_that_takes(pivot_in_b, a.centre, a_from_b.rotation_deg + turn * options.turn_deg);
    lay(b.raster[options.level], pose, fixed, moved);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      FoundCell& cell = cells[i];
      kernels().cell(view(fixed, at[i].column, at[i].row), view(moved, at[i].column, at[i].row), options.side,
                     options.reach, sums.data());
      for (int lag = 0; lag < lags * lags; ++lag) {
        const Sums& here = sums[static_cast<std::size_t>(lag)];
        if (3 * here.n < 2 * cell.points) continue;
        const double correlation = correlation_of(here);
        const int dx = lag % lags - options.reach;
        const int dy = lag / lags - options.reach;
        if (correlation <= cell.correlation) continue;
        cell.correlation = correlation;
        // The kernel read b at +lag: what lies there belongs lag back.
        cell.shift = {-dx * fixed.pitch_um, -dy * fixed.pitch_um};
        cell.turn_deg = turn * options.turn_deg;
        cell.cell_from_other = {pose.rotation_deg, pose.tx_um + cell.shift.x_um, pose.ty_um + cell.shift.y_um};
      }
    }
  }
  return cells;
}

std::vector<bool> congruent(const std::vector<FoundCell>& cells, const CongruenceOptions& options) {
  const auto agree = [&](const FoundCell& one, const FoundCell& other) {
    return other.correlation >= options.least_correlation &&
           std::fabs(one.shift.x_um - other.shift.x_um) <= options.shift_um &&
           std::fabs(one.shift.y_um - other.shift.y_um) <= options.shift_um &&
           std::fabs(one.turn_deg - other.turn_deg) <= options.turn_deg;
  };
  std::vector<bool> best(cells.size(), false);
  std::int64_t most = 0;
  for (const FoundCell& centre : cells) {
    if (centre.correlation < options.least_correlation) continue;
    std::vector<bool> group(cells.size(), false);
    std::int64_t size = 0;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (agree(centre, cells[i])) {
        group[i] = true;
        ++size;
      }
    if (size <= most) continue;
    most = size;
    best = std::move(group);
  }
  return best;
}

}  // namespace lotline::comparison
