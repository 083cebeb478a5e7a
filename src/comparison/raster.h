#pragma once
// Surfaces in whole numbers, as the comparison reads them. Sums of products of small whole numbers are exact, so that
// they come out the same in any order, with any width of vectors, on any processor.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "comparison/pose.h"

namespace lotline::comparison {

/// Heights in units of a thirty-second of their robust standard deviation, cut off at kHighest.
inline constexpr int kUnitsPerDeviation = 32;
inline constexpr int kHighest = 127;  ///< its square fits 16 bits

/// A picture that is sampled at other poses: twice as many points each way as the sheets made from it, so that two
/// straight lines between neighbours are good enough.
struct Raster {
  int columns = 0;
  int rows = 0;
  double pitch_um = 0;
  /// Twice the height, plus 1 where it was measured; heights are continued smoothly a little way out into what was not.
  /// A border of zeros surrounds it: columns + 2 a row, rows + 2 of them.
  std::vector<std::int16_t> point{};

  [[nodiscard]] int stride() const { return columns + 2; }
  [[nodiscard]] std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row + 1) * static_cast<std::size_t>(stride()) +
           static_cast<std::size_t>(column + 1);
  }
};

/// Neighbouring points of a row; sixteen or a multiple of it.
struct Run {
  std::int32_t row = 0;
  std::int32_t column = 0;
  std::int32_t columns = 0;
};

/// A surface on a grid of its own, about the same centre, with an empty margin so that it can be read past its edges.
struct Sheet {
  static constexpr int kMargin = 80;
  static constexpr int kReach = 8;  ///< how far one sheet is ever moved on another

  int columns = 0;
  int rows = 0;
  int stride = 0;
  double pitch_um = 0;
  std::vector<std::int16_t> value{};    ///< 0 where missing
  std::vector<std::int16_t> present{};  ///< 1 or 0
  std::vector<std::int16_t> square{};   ///< of value
  std::int64_t count = 0;               ///< points present
  std::vector<Run> runs{};              ///< cover what is present
  std::vector<Run> wide_runs{};         ///< cover what is within kReach of it

  /// Empty, of this size.
  void reset(int new_columns, int new_rows, double new_pitch_um);
  [[nodiscard]] std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row + kMargin) * static_cast<std::size_t>(stride) +
           static_cast<std::size_t>(column + kMargin);
  }
  [[nodiscard]] Point point(int column, int row) const {
    return {(column - (columns - 1) / 2.0) * pitch_um, (row - (rows - 1) / 2.0) * pitch_um};
  }
};

/// Lays a surface on an empty sheet as it lies, all of it, and counts it and its runs.
void lay_whole(const Raster& surface, Sheet& on);

/// Lays b on the grid of another's sheet: the point p of it shows b at inverse(a_from_b) p. Only within wide_runs of
/// `under`; what stands elsewhere is of no use. The sheet takes the size of `under`.
void lay(const Raster& b, const Pose& a_from_b, const Sheet& under, Sheet& on);

/// The same, everywhere on the sheet.
void lay_over(const Raster& b, const Pose& a_from_b, const Sheet& under, Sheet& on);

}  // namespace lotline::comparison
