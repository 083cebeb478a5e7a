#pragma once
// The inner loops, built once for each instruction set and chosen when the program starts. All of them work in whole
// numbers, or in floats of which no two are ever added in another order, so every instruction set gives the same bits.

#include <cstdint>

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

/// What lay() needs, in parts of 65,536 of a point.
struct Lay {
  const std::int16_t* value;
  const std::uint8_t* present;
  std::int32_t columns, rows;
  std::int64_t x, y;              ///< where the first point of the sheet falls
  std::int64_t right_x, right_y;  ///< one column on
  std::int64_t up_x, up_y;        ///< one row on
};

struct Kernels {
  /// Sums over columns x rows; columns is a multiple of 16, and both may be read that far.
  void (*overlap)(SheetView a, SheetView b, int columns, int rows, Sums& sums);
  /// Sums of a square of side 16 or 32 of a against b moved by -reach..reach both ways: row by row of lags.
  void (*cell)(SheetView a, SheetView b, int side, int reach, Sums* sums);
  /// One sheet; returns how many points are present.
  std::int64_t (*lay)(const Lay& from, std::int16_t* value, std::int16_t* present, std::int16_t* square, int columns,
                      int rows, std::int64_t stride);
  /// Fourier transforms along kAngles angles, in place: re and im are [angle][ring] or [angle][centre of a batch]. Wave
  /// k comes to stand at the angle whose seven bits are those of k in reverse. `turns` are cosine and minus sine.
  void (*fourier_rings)(float* re, float* im, const float* turns);
  void (*fourier_batch)(float* re, float* im, const float* turns);
  /// A spectrum times the conjugate of another, summed over the rings (polar_layout.h).
  void (*correlate)(const float* of_template, const float* of_centre, float* out);
};

/// Of the instruction set in use (base/instruction_set.h).
[[nodiscard]] const Kernels& kernels();

}  // namespace lotline::comparison
