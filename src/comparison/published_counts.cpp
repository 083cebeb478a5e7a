#include "comparison/published_counts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"
#include "comparison/correlation.h"

namespace lotline::comparison {
namespace {

constexpr std::size_t kLevel = 1;
constexpr int kWidth = kCellWidth;  ///< of a cell's rows in memory
constexpr int kMostSide = kWidth;

/// A cell of the reference, at one rotation.
struct Found {
  double x_um = 0;  ///< shift from where the pose puts it
  double y_um = 0;
  double correlation = -1;
};

/// [rotation][cell]; every cell with enough present.
using Searched = std::vector<std::vector<Found>>;

/// Its heights about their own mean, 0 where missing, in rows of kWidth.
struct Cell {
  int column = 0;
  int row = 0;
  std::array<std::int16_t, kMostSide * kWidth> centred{};
  std::array<std::int16_t, kMostSide * kWidth> value{};
  std::array<std::int16_t, kMostSide * kWidth> present{};
  std::array<std::int16_t, kMostSide * kWidth> square{};
};

std::vector<Cell> cells_of(const Sheet& sheet, int side, const PublishedOptions& options) {
  std::vector<Cell> cells;
  for (int i = 0; i < options.cells; ++i)
    for (int j = 0; j < options.cells; ++j) {
      Cell cell;
      cell.column = (sheet.columns - side * options.cells) / 2 + j * side;
      cell.row = (sheet.rows - side * options.cells) / 2 + i * side;
      std::int64_t count = 0;
      std::int64_t sum = 0;
      for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
          const std::size_t from = sheet.index(cell.column + x, cell.row + y);
          const auto to = static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x);
          cell.value[to] = sheet.value[from];
          cell.present[to] = sheet.present[from];
          cell.square[to] = sheet.square[from];
          count += sheet.present[from];
          sum += sheet.value[from];
        }
      if (static_cast<double>(count) < options.least_present * side * side || count == 0) continue;
      const auto mean = static_cast<std::int16_t>(sum / count);
      for (std::size_t at = 0; at < cell.centred.size(); ++at)
        cell.centred[at] = static_cast<std::int16_t>(cell.value[at] - cell.present[at] * mean);
      cells.push_back(cell);
    }
  return cells;
}

Searched search(const Features& a, const Features& b, const Pose& a_from_b, const PublishedOptions& options) {
  const Sheet& fixed = a.sheet[kLevel];
  const int side = std::min({kMostSide, fixed.columns / options.cells, fixed.rows / options.cells});
  Searched searched;
  if (side < 4) return searched;
  const std::vector<Cell> cells = cells_of(fixed, side, options);
  const int lags = 2 * side + 1;
  std::vector<std::int32_t> products(static_cast<std::size_t>(lags) * static_cast<std::size_t>(lags));
  const Point pivot_in_b = apply(inverse(a_from_b), a.centre);
  Sheet moved;
  const int turns = static_cast<int>(options.widest_turn_deg / options.turn_deg);
  for (int turn = -turns; turn <= turns; ++turn) {
    lay_over(b.raster[kLevel], pose_that_takes(pivot_in_b, a.centre, a_from_b.rotation_deg + turn * options.turn_deg),
             fixed, moved);
    std::vector<Found>& row = searched.emplace_back();
    for (const Cell& cell : cells) {
      const SheetView there = view(moved, cell.column, cell.row);
      kernels().products(cell.centred.data(), side, there.value, there.stride, side, products.data());
      const auto most = std::max_element(products.begin(), products.end()) - products.begin();
      const int dx = static_cast<int>(most) % lags - side;
      const int dy = static_cast<int>(most) / lags - side;
      Sums sums;
      kernels().cell_at({cell.value.data(), cell.present.data(), cell.square.data(), kWidth},
                        view(moved, cell.column + dx, cell.row + dy), side, sums);
      row.push_back({-dx * fixed.pitch_um, -dy * fixed.pitch_um, correlation_of(sums)});
    }
  }
  return searched;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// Song 2013: each cell at its best rotation; congruent where shift and rotation agree with the medians of all.
int original(const Searched& searched, const PublishedOptions& options) {
  if (searched.empty()) return 0;
  const std::size_t cells = searched.front().size();
  std::vector<double> x, y, turn, correlation;
  for (std::size_t i = 0; i < cells; ++i) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < searched.size(); ++k)
      if (searched[k][i].correlation > searched[best][i].correlation) best = k;
    x.push_back(searched[best][i].x_um);
    y.push_back(searched[best][i].y_um);
    turn.push_back(static_cast<double>(best) * options.turn_deg);
    correlation.push_back(searched[best][i].correlation);
  }
  const double mx = median(x), my = median(y), mt = median(turn);
  int count = 0;
  for (std::size_t i = 0; i < cells; ++i)
    if (std::fabs(x[i] - mx) <= options.shift_um && std::fabs(y[i] - my) <= options.shift_um &&
        std::fabs(turn[i] - mt) <= options.congruent_turn_deg && correlation[i] >= options.least_correlation)
      ++count;
  return count;
}

/// Tong 2015, one way: cells that are congruent at one of the best rotations, when these lie close together.
struct High {
  bool passes = false;
  double turn_deg = 0;  ///< the middle of the best rotations
  std::vector<bool> cells{};
};

High high(const Searched& searched, const PublishedOptions& options) {
  High found;
  if (searched.empty() || searched.front().empty()) return found;
  const std::size_t cells = searched.front().size();
  std::vector<std::vector<bool>> candidates;
  std::vector<int> counts;
  for (const std::vector<Found>& at : searched) {
    std::vector<double> x, y;
    for (const Found& cell : at) {
      x.push_back(cell.x_um);
      y.push_back(cell.y_um);
    }
    const double mx = median(x), my = median(y);
    std::vector<bool>& here = candidates.emplace_back(cells, false);
    for (std::size_t i = 0; i < cells; ++i)
      here[i] = std::fabs(at[i].x_um - mx) <= options.shift_um && std::fabs(at[i].y_um - my) <= options.shift_um &&
                at[i].correlation >= options.least_correlation;
    counts.push_back(static_cast<int>(std::count(here.begin(), here.end(), true)));
  }
  const int most = *std::max_element(counts.begin(), counts.end());
  if (most == 0) return found;
  std::size_t first = counts.size();
  std::size_t last = 0;
  found.cells.assign(cells, false);
  for (std::size_t k = 0; k < counts.size(); ++k) {
    if (counts[k] < most - options.below_most) continue;
    first = std::min(first, k);
    last = k;
    for (std::size_t i = 0; i < cells; ++i)
      if (candidates[k][i]) found.cells[i] = true;
  }
  found.passes = static_cast<double>(last - first) * options.turn_deg <= options.congruent_turn_deg;
  found.turn_deg = static_cast<double>(first + last) / 2 * options.turn_deg - options.widest_turn_deg;
  return found;
}

PublishedCounts in_order(const Features& a, const Features& b, const Pose& a_from_b, const PublishedOptions& options) {
  const Searched ab = search(a, b, a_from_b, options);
  const Searched ba = search(b, a, inverse(a_from_b), options);
  PublishedCounts counts;
  counts.cmc_original_ab = original(ab, options);
  counts.cmc_original_ba = original(ba, options);
  const High one = high(ab, options);
  const High other = high(ba, options);
  // Where a way fails, or both find different rotations, the pair has the fewer of the original counts (cmcR: "fail").
  if (!one.passes || !other.passes || std::fabs(one.turn_deg + other.turn_deg) > options.congruent_turn_deg) {
    counts.cmc_high = std::min(counts.cmc_original_ab, counts.cmc_original_ba);
    return counts;
  }
  counts.cmc_high = static_cast<int>(std::max(std::count(one.cells.begin(), one.cells.end(), true),
                                              std::count(other.cells.begin(), other.cells.end(), true)));
  return counts;
}

}  // namespace

PublishedCounts published_counts(const Features& a, const Features& b, const Pose& a_from_b,
                                 const PublishedOptions& options) {
  CHECK(options.turn_deg > 0 && options.widest_turn_deg / options.turn_deg <= 60 && options.cells > 0);
  if (!stands_before(b, a)) return in_order(a, b, rounded(a_from_b), options);
  PublishedCounts counts = in_order(b, a, rounded(inverse(a_from_b)), options);
  std::swap(counts.cmc_original_ab, counts.cmc_original_ba);
  return counts;
}

}  // namespace lotline::comparison
