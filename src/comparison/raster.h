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
  std::vector<std::int16_t> value{};    ///< also a little way out into what is missing, continued smoothly
  std::vector<std::uint8_t> present{};  ///< 1 where measured
};

/// A surface on a grid of its own, about the same centre, with an empty margin so that it can be read past its edges.
struct Sheet {
  static constexpr int kMargin = 32;

  int columns = 0;
  int rows = 0;
  int stride = 0;
  double pitch_um = 0;
  std::vector<std::int16_t> value{};    ///< 0 where missing
  std::vector<std::int16_t> present{};  ///< 1 or 0
  std::vector<std::int16_t> square{};   ///< of value
  std::int64_t count = 0;               ///< points present

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

/// Lays b on the grid of a sheet that exists: the point p of the sheet shows b at inverse(a_from_b) p.
void lay(const Raster& b, const Pose& a_from_b, Sheet& on);

}  // namespace lotline::comparison
