#include "base/steady_math.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <random>

#include "base/check.h"

namespace lotline {
namespace {

/// Distance in units in the last place of the long double value, which has 11 more bits than a double.
double off_by(double got, long double truth) {
  const double near = static_cast<double>(truth);
  const double next = std::nextafter(std::fabs(near), std::numeric_limits<double>::infinity());
  const long double unit = static_cast<long double>(next) - static_cast<long double>(std::fabs(near));
  return static_cast<double>(std::fabs((static_cast<long double>(got) - truth) / unit));
}

TEST(SteadyMath, sines_and_cosines_are_good_to_two_units) {
  std::mt19937_64 random(1);
  double worst = 0;
  for (const double reach : {1.0, 10.0, 1e3, 1e6})
    for (int i = 0; i < 50'000; ++i) {
      const double x = reach * (static_cast<double>(random() >> 11) * 0x1p-52 - 1);
      worst = std::max({worst, off_by(steady::sin(x), std::sin(static_cast<long double>(x))),
                        off_by(steady::cos(x), std::cos(static_cast<long double>(x)))});
    }
  EXPECT_LT(worst, 2);
  EXPECT_EQ(steady::sin(0), 0);
  EXPECT_EQ(steady::cos(0), 1);
}

TEST(SteadyMath, exponentials_are_good_to_two_units_over_the_whole_range) {
  std::mt19937_64 random(2);
  double worst = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double x = static_cast<double>(random() >> 11) * 0x1p-53 * 1417 - 708;
    worst = std::max(worst, off_by(steady::exp(x), std::exp(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, 2);
  EXPECT_EQ(steady::exp(0), 1);
  EXPECT_EQ(steady::exp(-800), 0);
  EXPECT_GT(steady::exp(-744.9), 0) << "below the least normal number";
  EXPECT_EQ(steady::exp(710), std::numeric_limits<double>::infinity());
  EXPECT_EQ(steady::exp(-std::numeric_limits<double>::infinity()), 0);
}

TEST(SteadyMath, logarithms_are_good_to_two_units_over_the_whole_range) {
  std::mt19937_64 random(3);
  double worst = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double x = std::bit_cast<double>(random() >> 1);
    if (!std::isfinite(x)) continue;
    worst = std::max(worst, off_by(steady::log(x), std::log(static_cast<long double>(x))));
  }
  for (int i = 0; i < 100'000; ++i) {
    const double x = 0.5 + static_cast<double>(random() >> 11) * 0x1p-53 * 2;
    worst = std::max(worst, off_by(steady::log(x), std::log(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, 2);
  EXPECT_EQ(steady::log(1), 0);
  EXPECT_EQ(steady::log(0), -std::numeric_limits<double>::infinity());
}

TEST(SteadyMath, angles_are_good_to_three_units_in_every_quarter) {
  std::mt19937_64 random(4);
  double worst = 0;
  for (int i = 0; i < 200'000; ++i) {
    const double y = static_cast<double>(random() >> 11) * 0x1p-52 - 1;
    const double x = static_cast<double>(random() >> 11) * 0x1p-52 - 1;
    worst = std::max(worst,
                     off_by(steady::atan2(y, x), std::atan2(static_cast<long double>(y), static_cast<long double>(x))));
  }
  EXPECT_LT(worst, 3);
  EXPECT_EQ(steady::atan2(0, 0), 0);
  EXPECT_EQ(steady::atan2(0, -1), std::numbers::pi);
  EXPECT_EQ(steady::atan2(-0.0, -1), -std::numbers::pi);
  EXPECT_EQ(steady::atan2(1, 0), std::numbers::pi / 2);
}

/// A hash over values of all five; the expected one was worked out once and is the same on every machine.
TEST(SteadyMath, the_bits_are_frozen) {
  std::uint64_t hash = 14695981039346656037U;
  const auto add = [&hash](double value) { hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 1099511628211U; };
  for (int i = -5'000; i <= 5'000; ++i) {
    const double x = i * 0.0371;
    add(steady::sin(x));
    add(steady::cos(x));
    add(steady::exp(x));
    add(steady::log(std::fabs(x) + 1e-9));
    add(steady::atan2(x, 3 - x));
  }
  EXPECT_EQ(hash, 11887100141973524919U);
}

TEST(SteadyMath, what_has_no_value_is_a_fault_of_the_program) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)steady::sin(nan), BrokenInvariant);
  EXPECT_THROW((void)steady::cos(1e7), BrokenInvariant);
  EXPECT_THROW((void)steady::exp(nan), BrokenInvariant);
  EXPECT_THROW((void)steady::log(-1), BrokenInvariant);
  EXPECT_THROW((void)steady::log(nan), BrokenInvariant);
  EXPECT_THROW((void)steady::atan2(nan, 1), BrokenInvariant);
}

}  // namespace
}  // namespace lotline
