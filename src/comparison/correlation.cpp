#include "comparison/correlation.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/check.h"

namespace lotline::comparison {

double correlation_of(const Sums& sums) {
  if (sums.n < 3) return 0;
  // n^2 times the variances, exact in whole numbers: at most (4e5 points * 127)^2 < 2^53 and n times as large a sum.
  const auto times = [n = sums.n](std::int64_t squares, std::int64_t x, std::int64_t y) { return n * squares - x * y; };
  const auto aa = static_cast<double>(times(sums.aa, sums.a, sums.a));
  const auto bb = static_cast<double>(times(sums.bb, sums.b, sums.b));
  if (!(aa > 0) || !(bb > 0)) return 0;
  return std::clamp(static_cast<double>(times(sums.ab, sums.a, sums.b)) / std::sqrt(aa * bb), -1.0, 1.0);
}

SheetView view(const Sheet& sheet, int column, int row) {
  const std::size_t at = sheet.index(column, row);
  return {&sheet.value[at], &sheet.present[at], &sheet.square[at], sheet.stride};
}

Sums overlap(const Sheet& a, const Sheet& b, int dx, int dy) {
  CHECK(std::abs(dx) <= Sheet::kReach && std::abs(dy) <= Sheet::kReach);
  Sums sums;
  kernels().overlap(view(a, 0, 0), view(b, -dx, -dy), a.runs.data(), a.runs.size(), sums);
  return sums;
}

}  // namespace lotline::comparison
