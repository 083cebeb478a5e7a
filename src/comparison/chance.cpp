#include "comparison/chance.h"

#include <algorithm>
#include <cmath>

#include "base/steady_math.h"
#include "comparison/correlation.h"

namespace lotline::comparison {
namespace {

constexpr int kReach = Sheet::kReach;
constexpr int kSide = Autocorrelation::kSide;

double read(const Autocorrelation& from, int x, int y) {
  if (std::abs(x) > kReach || std::abs(y) > kReach) return 0;
  const int at = (y + kReach) * kSide + x + kReach;
  return from.at[static_cast<std::size_t>(at)];
}

double between(const Autocorrelation& from, double x, double y) {
  const double left = std::floor(x);
  const double below = std::floor(y);
  const double fx = x - left;
  const double fy = y - below;
  const int ix = static_cast<int>(left);
  const int iy = static_cast<int>(below);
  return (read(from, ix, iy) * (1 - fx) + read(from, ix + 1, iy) * fx) * (1 - fy) +
         (read(from, ix, iy + 1) * (1 - fx) + read(from, ix + 1, iy + 1) * fx) * fy;
}

}  // namespace

Autocorrelation autocorrelation_of(const Sheet& sheet) {
  Autocorrelation made;
  for (int y = 0; y <= kReach; ++y)
    for (int x = -kReach; x <= kReach; ++x) {
      if (y == 0 && x < 0) continue;
      const double here = correlation_of(overlap(sheet, sheet, x, y));
      const int at = (y + kReach) * kSide + x + kReach;
      const int opposite = (kReach - y) * kSide + kReach - x;
      made.at[static_cast<std::size_t>(at)] = here;
      made.at[static_cast<std::size_t>(opposite)] = here;
    }
  return made;
}

double points_of_one(const Autocorrelation& a, const Autocorrelation& b, const Pose& a_from_b) {
  const double c = steady::cos(radians(a_from_b.rotation_deg));
  const double s = steady::sin(radians(a_from_b.rotation_deg));
  double sum = 0;
  for (int y = -kReach; y <= kReach; ++y)
    for (int x = -kReach; x <= kReach; ++x) sum += read(a, x, y) * between(b, c * x + s * y, c * y - s * x);
  return std::max(sum, 1.0);
}

}  // namespace lotline::comparison
