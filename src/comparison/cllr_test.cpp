#include "comparison/cllr.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace lotline::comparison {
namespace {

using Values = std::vector<ClassedValue>;

TEST(Cllr, ratios_of_one_cost_one_bit) { EXPECT_DOUBLE_EQ(cllr(Values{{0, true}, {0, false}, {0, false}}), 1.0); }

TEST(Cllr, is_the_published_sum) {
  // Ratios of 10 and of 0.1, both right: log2(1 + 0.1) each.
  EXPECT_NEAR(cllr(Values{{1, true}, {-1, false}}), std::log2(1.1), 1e-12);
  // One misleading by 100 of two.
  EXPECT_NEAR(cllr(Values{{1, true}, {-2, true}, {-1, false}}),
              0.5 * ((std::log2(1.1) + std::log2(101.0)) / 2 + std::log2(1.1)), 1e-12);
}

TEST(Cllr, weights_count_like_pairs) {
  EXPECT_NEAR(cllr(Values{{1, true, 2}, {-2, true, 1}, {-1, false, 5}}),
              cllr(Values{{1, true}, {1, true}, {-2, true}, {-1, false}}), 1e-12);
}

TEST(Cllr, of_infinite_ratios_is_nothing_where_they_are_right_and_infinite_where_they_are_not) {
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(cllr(Values{{infinity, true}, {-infinity, false}}), 0.0);
  EXPECT_EQ(cllr(Values{{-infinity, true}, {-1, false}}), infinity);
}

TEST(Cllr, least_is_zero_for_classes_that_are_apart) {
  const Cost cost = comparison::cost(Values{{0.2, true}, {0.3, true}, {0.1, false}, {-5, false}});
  EXPECT_EQ(cost.cllr_min, 0.0);
  EXPECT_EQ(cost.calibration_loss(), cost.cllr);
}

TEST(Cllr, least_is_one_where_values_tell_nothing) {
  const Cost cost = comparison::cost(Values{{3, true}, {3, false}});
  EXPECT_DOUBLE_EQ(cost.cllr_min, 1.0);
}

TEST(Cllr, pools_are_the_best_rising_ratios) {
  // In order: different, same, different, same: the middle two are one pool of ratio 1.
  const auto llrs = pooled_llrs(Values{{4, true}, {1, false}, {3, false}, {2, true}});
  EXPECT_EQ(llrs[0], std::numeric_limits<double>::infinity());
  EXPECT_EQ(llrs[1], -std::numeric_limits<double>::infinity());
  EXPECT_NEAR(llrs[2], 0, 1e-15);
  EXPECT_NEAR(llrs[3], 0, 1e-15);
}

TEST(Cllr, equal_values_have_one_ratio) {
  const auto llrs = pooled_llrs(Values{{1, true}, {1, false}, {1, false}, {2, true}, {0, false}});
  EXPECT_EQ(llrs[0], llrs[1]);
  EXPECT_EQ(llrs[1], llrs[2]);
  EXPECT_NEAR(llrs[0], std::log10((1.0 / 2) / (2.0 / 3)), 1e-12);
}

TEST(Cllr, perfectly_calibrated_values_lose_nothing) {
  Values values;
  for (int i = 0; i < 10; ++i) {
    values.push_back({std::log10(9.0), i < 9, 1});
    values.push_back({-std::log10(9.0), i >= 9, 1});
  }
  const Cost cost = comparison::cost(values);
  EXPECT_NEAR(cost.calibration_loss(), 0, 1e-12);
}

}  // namespace
}  // namespace lotline::comparison
