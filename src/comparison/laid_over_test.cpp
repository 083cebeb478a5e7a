#include "comparison/laid_over.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lotline::comparison {
namespace {

/// Waves that are the same nowhere else, on a square of 81 points at 10 um.
surface::Prepared waves(double sign = 1) {
  surface::Prepared made;
  made.columns = made.rows = 81;
  made.pitch_um = 10;
  for (int row = 0; row < 81; ++row)
    for (int column = 0; column < 81; ++column) {
      const double x = (column - 40) * 10.0, y = (row - 40) * 10.0;
      made.heights_um.push_back(static_cast<float>(sign * (std::sin(x / 40) + std::cos(y / 55 + x * x / 30'000))));
      made.present.push_back(1);
    }
  return made;
}

TEST(LaidOver, a_surface_moved_and_moved_back_lies_on_itself) {
  const auto a = waves();
  const auto laid = lay_over(a, a, {}, 0, 1000);
  EXPECT_EQ(laid.a.columns, 81U);
  EXPECT_EQ(laid.lower_left.x_um, -400);
  for (std::size_t i = 0; i < laid.a.heights_um.size(); ++i)
    ASSERT_NEAR(laid.a.heights_um[i], laid.b.heights_um[i], 1e-6) << i;
}

TEST(LaidOver, b_is_turned_counter_clockwise_and_then_moved) {
  // One point of b stands out, 300 um to the right of its middle; a quarter turn puts it above, the move to the right.
  auto b = waves(0);
  b.heights_um[40 * 81 + 70] = 5;
  const auto laid = lay_over(waves(0), b, {90, 50, 0}, 100, 1000);
  for (std::size_t i = 0; i < laid.b.heights_um.size(); ++i)
    if (laid.b.heights_um[i] > 2.5F) {
      EXPECT_NEAR(laid.lower_left.x_um + static_cast<double>(i % laid.b.columns) * laid.b.pitch_um, 50, 6);
      EXPECT_NEAR(laid.lower_left.y_um + static_cast<double>(i / laid.b.columns) * laid.b.pitch_um, 300, 6);
    }
  EXPECT_GT(*std::max_element(laid.b.heights_um.begin(), laid.b.heights_um.end(),
                              [](float x, float y) { return std::isnan(x) || x < y; }),
            2.5F);
}

TEST(LaidOver, what_is_missing_stays_missing_and_large_grids_are_coarsened) {
  auto a = waves();
  a.present[40 * 81 + 40] = 0;
  const auto laid = lay_over(a, waves(), {}, 0, 1000);
  EXPECT_TRUE(std::isnan(laid.a.at(40, 40)));
  EXPECT_FALSE(std::isnan(laid.b.at(40, 40)));
  EXPECT_LE(lay_over(a, a, {}, 0, 21).a.columns, 21U);
}

TEST(LocalCorrelation, is_one_of_the_same_minus_one_of_the_opposite_and_none_of_nothing) {
  const auto same = local_correlation(lay_over(waves(), waves(), {}, 0, 1000), 200);
  const auto opposite = local_correlation(lay_over(waves(), waves(-1), {}, 0, 1000), 200);
  const auto apart = local_correlation(lay_over(waves(), waves(), {0, 2000, 0}, 0, 1000), 200);
  for (std::size_t i = 0; i < same.size(); ++i) {
    ASSERT_NEAR(same[i], 1, 1e-6) << i;
    ASSERT_NEAR(opposite[i], -1, 1e-6) << i;
  }
  for (const float r : apart) ASSERT_TRUE(std::isnan(r));
}

}  // namespace
}  // namespace lotline::comparison
