#pragma once
// Powers and logarithms of ten out of base/steady_math.h, so that a likelihood ratio has the same bits everywhere.

#include "base/steady_math.h"

namespace lotline::comparison {

inline constexpr double ln_10 = 2.302585092994045684;
inline constexpr double ln_2 = 0.693147180559945309;

[[nodiscard]] inline double log10(double x) { return steady::log(x) / ln_10; }
[[nodiscard]] inline double power_of_10(double x) { return steady::exp(x * ln_10); }

}  // namespace lotline::comparison
