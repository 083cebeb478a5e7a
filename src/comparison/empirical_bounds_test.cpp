#include "comparison/empirical_bounds.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lotline::comparison {
namespace {

std::vector<ClassedValue> apart(int same, int different, double llr, double weight_same = 1,
                                double weight_different = 1) {
  std::vector<ClassedValue> values;
  for (int i = 0; i < same; ++i) values.push_back({llr, true, weight_same});
  for (int i = 0; i < different; ++i) values.push_back({-llr, false, weight_different});
  return values;
}

TEST(EmpiricalBounds, a_perfect_set_is_bounded_by_its_size_plus_one) {
  const Bounds bounds = empirical_bounds(apart(10, 100, 9));
  EXPECT_NEAR(bounds.upper, std::floor(std::log10(101.0) * 100) / 100, 1e-9);
  EXPECT_NEAR(bounds.lower, -std::floor(std::log10(11.0) * 100) / 100, 1e-9);
}

TEST(EmpiricalBounds, ten_slides_bound_at_eleven_however_many_pairs_they_make) {
  const Bounds bounds = empirical_bounds(apart(63, 717, 9, 10.0 / 63, 10.0 / 717));
  EXPECT_NEAR(bounds.upper, 1.04, 1e-9);
  EXPECT_NEAR(bounds.lower, -1.04, 1e-9);
}

TEST(EmpiricalBounds, no_ratio_is_let_beyond_the_values_of_the_set) {
  const Bounds bounds = empirical_bounds(apart(1000, 1000, 0.5));
  EXPECT_NEAR(bounds.upper, 0.5, 1e-9);
  EXPECT_NEAR(bounds.lower, -0.49, 0.011);
}

TEST(EmpiricalBounds, misleading_ratios_narrow_them) {
  auto values = apart(100, 100, 9);
  values.push_back({8, false, 1});
  values.push_back({8, false, 1});
  // Three of 103 different pairs, with the one added, reach any threshold below 8.
  EXPECT_NEAR(empirical_bounds(values).upper, std::floor(std::log10(103.0 / 3) * 100) / 100, 1e-9);
}

TEST(EmpiricalBounds, ratios_that_say_nothing_are_bounded_at_one) {
  const Bounds bounds = empirical_bounds(std::vector<ClassedValue>{{2, true}, {2, false}, {-1, true}, {-1, false}});
  EXPECT_EQ(bounds.upper, 0);
  EXPECT_EQ(bounds.lower, 0);
}

}  // namespace
}  // namespace lotline::comparison
