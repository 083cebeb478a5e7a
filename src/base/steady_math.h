#pragma once
// sin, cos, exp, log and atan2 that give the same bits on every machine. The C library chooses among several
// implementations by processor, and these differ in the last bit; a score that a court may ask for twice must not.
// Only additions, multiplications, divisions and roundings that IEEE 754 defines exactly are used, never contracted.

namespace lotline::steady {

// All within 2 units in the last place of the true value, atan2 within 3 (steady_math_test.cpp).
[[nodiscard]] double sin(double radians);  ///< REQUIRES (CHECKed) |radians| <= 1e6
[[nodiscard]] double cos(double radians);  ///< REQUIRES (CHECKed) |radians| <= 1e6
[[nodiscard]] double exp(double x);        ///< infinity above 709.78, 0 below -745.2; REQUIRES (CHECKed) no NaN
[[nodiscard]] double log(double x);        ///< -infinity of 0, infinity of infinity; REQUIRES (CHECKed) x >= 0
/// The angle of (x, y) in [-pi, pi]; 0 where both are 0. REQUIRES (CHECKed) finite x and y.
[[nodiscard]] double atan2(double y, double x);

}  // namespace lotline::steady
