#include "base/figures.h"

#include <gtest/gtest.h>

namespace lotline {
namespace {

TEST(Figures, large_counts_are_grouped_in_threes) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(12'000), "12,000");
  EXPECT_EQ(grouped(-1'234'567), "-1,234,567");
}

TEST(Figures, a_share_is_never_rounded_to_nothing_or_to_certainty) {
  EXPECT_EQ(percent(0), "0 %");
  EXPECT_EQ(percent(0.0004), "< 0.1 %");
  EXPECT_EQ(percent(0.034), "3.4 %");
  EXPECT_EQ(percent(0.54), "54 %");
  EXPECT_EQ(percent(0.9996), "> 99.9 %");
  EXPECT_EQ(percent(1), "100 %");
}

}  // namespace
}  // namespace lotline
