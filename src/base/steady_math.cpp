#include "base/steady_math.h"

#include <cmath>
#include <limits>
#include <utility>

#include "base/check.h"

// Built with -ffp-contract=off (CMakeLists.txt). Arguments are reduced until a Taylor series of few terms is good to
// half a unit; std::fabs, nearbyint, frexp, ldexp and copysign are exact and therefore safe to use.

namespace lotline::steady {
namespace {

// pi/2 in parts of 33 bits, so that a whole number below 2^20 times a part is exact (Cody and Waite, 1980).
constexpr double kHalfPi1 = 0x1.921fb544p+0, kHalfPi2 = 0x1.0b4611a6p-34, kHalfPi3 = 0x1.3198a2e03707p-69;
constexpr double kTwoOverPi = 0x1.45f306dc9c883p-1;

struct Reduced {
  double angle = 0;  ///< in [-pi/4, pi/4], with
  double rest = 0;   ///< what rounding took from it
  int quarter = 0;   ///< 0..3, how many quarter turns were taken away
};

Reduced reduce(double radians) {
  CHECK(std::fabs(radians) <= 1e6);
  const double turns = std::nearbyint(radians * kTwoOverPi);
  const double first = radians - turns * kHalfPi1;  // exact
  const double second = turns * kHalfPi2;           // exact
  const double middle = first - second;
  const double lost = (first - middle) - second;
  const double small = turns * kHalfPi3 - lost;
  const double angle = middle - small;
  return {angle, (middle - angle) - small, static_cast<int>(static_cast<long long>(turns) & 3)};
}

double sin_of(double x, double rest) {
  const double z = x * x;
  double p = 1.0 / 355687428096000;  // 1/17!
  p = p * z - 1.0 / 1307674368000;
  p = p * z + 1.0 / 6227020800;
  p = p * z - 1.0 / 39916800;
  p = p * z + 1.0 / 362880;
  p = p * z - 1.0 / 5040;
  p = p * z + 1.0 / 120;
  p = p * z - 1.0 / 6;
  return x + (rest * (1 - 0.5 * z) + p * z * x);
}

double cos_of(double x, double rest) {
  const double z = x * x;
  double p = -1.0 / 6402373705728000;  // 1/18!
  p = p * z + 1.0 / 20922789888000;
  p = p * z - 1.0 / 87178291200;
  p = p * z + 1.0 / 479001600;
  p = p * z - 1.0 / 3628800;
  p = p * z + 1.0 / 40320;
  p = p * z - 1.0 / 720;
  p = p * z + 1.0 / 24;
  const double half = 0.5 * z;
  const double top = 1 - half;
  return top + (((1 - top) - half) + (p * z * z - x * rest));
}

double sin_of_quarter(const Reduced& r, int quarter) {
  const double value = (quarter & 1) != 0 ? cos_of(r.angle, r.rest) : sin_of(r.angle, r.rest);
  return (quarter & 2) != 0 ? -value : value;
}

/// atan of 0..1, as a value and what rounding took from it. The nearest quarter c is taken away by
/// atan t = atan c + atan((t - c) / (1 + t c)).
std::pair<double, double> atan_of(double t) {
  constexpr double kAtan[5] = {0, 0x1.f5b75f92c80ddp-3, 0x1.dac670561bb4fp-2, 0x1.4978fa3269ee1p-1,
                               0x1.921fb54442d18p-1};
  constexpr double kAtanRest[5] = {0, 0x1.8ab6e3cf7afbdp-57, 0x1.a2b7f222f65e2p-56, 0x1.2419a87f2a458p-56,
                                   0x1.1a62633145c07p-55};
  const double quarters = std::nearbyint(t * 4);
  const double c = quarters / 4;
  const double u = (t - c) / (1 + t * c);
  const double z = u * u;
  double p = 0;
  for (int odd = 21; odd >= 3; odd -= 2) p = 1.0 / odd - p * z;
  const auto at = static_cast<std::size_t>(quarters);
  return {kAtan[at] + u, (kAtan[at] - (kAtan[at] + u)) + u + (kAtanRest[at] - p * z * u)};
}

}  // namespace

double sin(double radians) {
  const Reduced r = reduce(radians);
  return sin_of_quarter(r, r.quarter);
}

double cos(double radians) {
  const Reduced r = reduce(radians);
  return sin_of_quarter(r, r.quarter + 1);
}

double exp(double x) {
  CHECK(!std::isnan(x));
  if (x > 709.79) return std::numeric_limits<double>::infinity();
  if (x < -745.2) return 0;
  constexpr double kLn2High = 0x1.62e42feep-1, kLn2Low = 0x1.a39ef35793c76p-33;
  const double twos = std::nearbyint(x * 0x1.71547652b82fep+0);
  const double high = x - twos * kLn2High;  // exact: 32 bits times 11
  const double low = twos * kLn2Low;
  const double r = high - low;
  const double rest = (high - r) - low;
  double p = 1.0 / 6227020800;  // 1/13!
  for (const double factorial :
       {479001600.0, 39916800.0, 3628800.0, 362880.0, 40320.0, 5040.0, 720.0, 120.0, 24.0, 6.0})
    p = p * r + 1.0 / factorial;
  const double small = (p * r + 0.5) * r * r + (rest + rest * r);
  return std::ldexp(1 + (r + small), static_cast<int>(twos));
}

double log(double x) {
  CHECK(x >= 0);
  if (x == 0) return -std::numeric_limits<double>::infinity();
  if (std::isinf(x)) return x;
  int twos = 0;
  double m = std::frexp(x, &twos);
  if (m < 0x1.6a09e667f3bcdp-1) {
    m *= 2;
    --twos;
  }
  // log(1 + f) = f - f^2/2 + s (f^2/2 + R), with s = f / (2 + f) and R the rest of the series of 2 atanh(s).
  const double f = m - 1;
  const double s = f / (2 + f);
  const double z = s * s;
  double p = 0;
  for (int odd = 25; odd >= 3; odd -= 2) p = p * z + 2.0 / odd;
  const double half = 0.5 * f * f;
  constexpr double kLn2High = 0x1.62e42feep-1, kLn2Low = 0x1.a39ef35793c76p-33;
  return twos * kLn2High - ((half - (s * (half + p * z) + twos * kLn2Low)) - f);
}

double atan2(double y, double x) {
  CHECK(std::isfinite(x) && std::isfinite(y));
  const double up = std::fabs(y);
  const double along = std::fabs(x);
  if (up == 0 && along == 0) return 0;
  constexpr double kHalfPi = 0x1.921fb54442d18p+0, kHalfPiRest = 0x1.1a62633145c07p-54;
  auto [angle, rest] = up <= along ? atan_of(up / along) : atan_of(along / up);
  if (up > along) {  // pi/2 - angle
    const double turned = kHalfPi - angle;
    rest = ((kHalfPi - turned) - angle) + (kHalfPiRest - rest);
    angle = turned;
  }
  if (x < 0) {  // pi - angle
    const double turned = 2 * kHalfPi - angle;
    rest = ((2 * kHalfPi - turned) - angle) + (2 * kHalfPiRest - rest);
    angle = turned;
  }
  return std::copysign(angle + rest, y);
}

}  // namespace lotline::steady
