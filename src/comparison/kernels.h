#pragma once
// The inner loops, built once for each instruction set and chosen when the program starts. All of them work in whole
// numbers, or in floats of which no two are ever added in another order, so every instruction set gives the same bits.

#include <cstddef>
#include <cstdint>

#include "comparison/raster.h"

namespace lotline::comparison {

/// A sheet's three arrays from one point on; rows are stride apart.
struct SheetView {
  const std::int16_t* value;
  const std::int16_t* present;
  const std::int16_t* square;
  std::int64_t stride;
};

/// Over the points present in both: how many, sums, sums of squares, sum of products.
struct Sums {
  std::int64_t n = 0;
  std::int64_t a = 0, b = 0;
  std::int64_t aa = 0, bb = 0;
  std::int64_t ab = 0;
};

/// The same, to be written.
struct SheetTarget {
  std::int16_t* value;
  std::int16_t* present;
  std::int16_t* square;
  std::int64_t stride;
};

/// Where a raster is read for a sheet, in parts of 65,536 of its points. REQUIRES that no point of the runs falls more
/// than 16,000 points from the raster's first, so that 32 bits suffice.
struct Lay {
  const std::int16_t* point;  ///< as in Raster
  std::int32_t columns, rows;
  std::int64_t x, y;              ///< where the first point of the sheet falls
  std::int64_t right_x, right_y;  ///< one column on
  std::int64_t up_x, up_y;        ///< one row on
};

inline constexpr int kCellWidth = 32;

struct Kernels {
  /// Over the runs of a; both may be read there.
  void (*overlap)(SheetView a, SheetView b, const Run* runs, std::size_t count, Sums& sums);
  /// Sums of a square of side 16 or 32 of a against b moved by -reach..reach both ways: row by row of lags.
  void (*cell)(SheetView a, SheetView b, int side, int reach, Sums* sums);
  /// The same of one place, of any side up to kCellWidth: a's rows are kCellWidth apart, zeros beyond the side.
  void (*cell_at)(SheetView a, SheetView b, int side, Sums& sums);
  /// Sums of products of such a cell with what lies at -reach..reach both ways: row by row of lags.
  void (*products)(const std::int16_t* cell, int side, const std::int16_t* b, std::int64_t stride, int reach,
                   std::int32_t* out);
  void (*lay)(const Lay& from, const Run* runs, std::size_t count, SheetTarget to);
  /// Fourier transforms of kBatch rows of kAngles numbers, in place: re and im are [angle][row]. Wave k comes to stand
  /// at the angle whose seven bits are those of k in reverse. `turns` are cosine and minus sine of each angle.
  void (*fourier)(float* re, float* im, const float* turns);
  /// The spectrum of a group of rings (polar_layout.h) from the points of a raster read along them, [angle][ring].
  void (*ring_waves)(const std::int16_t* points, const float* turns, float* out);
  /// A group's spectrum times the conjugate of another's, summed over the rings in a fixed order and added to
  /// kSpectrumRows numbers.
  void (*correlate)(const float* of_template, const float* of_centre, float* out);
};

/// Of the instruction set in use (base/instruction_set.h).
[[nodiscard]] const Kernels& kernels();

}  // namespace lotline::comparison
