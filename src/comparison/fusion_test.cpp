#include "comparison/fusion.h"

#include <gtest/gtest.h>

#include <cmath>

#include "comparison/refusals.h"

namespace lotline::comparison {
namespace {

/// Two marks of so many firearms; the second repeats the first when `repeated`, else errs by itself.
std::vector<LabelledMarks> two_marks(int firearms, bool repeated) {
  std::vector<LabelledMarks> pairs;
  const auto add = [&](int a, int b, double middle, int turn) {
    const double first = middle + 0.3 * ((turn * 7) % 11 - 5) / 5;
    const double second = repeated ? first : middle + 0.3 * ((turn * 5 + 3) % 13 - 6) / 6;
    pairs.push_back({{first, second}, a, b});
  };
  int turn = 0;
  for (int a = 0; a < firearms; ++a) {
    add(a, a, 0.25, ++turn);
    add(a, (a + 1) % firearms, -0.25, ++turn);
  }
  return pairs;
}

TEST(Fusions, a_mark_alone_keeps_its_own_ratio) {
  const Fusion fusion = train_fusion(2, two_marks(30, false)).value();
  EXPECT_EQ(fuse(fusion, {0.7, std::nullopt}), 0.7);
  EXPECT_EQ(fuse(fusion, {std::nullopt, -0.2}), -0.2);
}

TEST(Fusions, no_mark_says_nothing) {
  const Fusion fusion = train_fusion(2, two_marks(30, false)).value();
  EXPECT_FALSE(fuse(fusion, {std::nullopt, std::nullopt}));
}

TEST(Fusions, marks_that_agree_weigh_more_than_marks_that_differ) {
  const Fusion fusion = train_fusion(2, two_marks(60, false)).value();
  ASSERT_TRUE(fusion.sets.front().trained);
  EXPECT_GT(*fuse(fusion, {0.1, 0.1}), *fuse(fusion, {0.1, -0.1}));
  EXPECT_GT(*fuse(fusion, {0.1, -0.1}), *fuse(fusion, {-0.1, -0.1}));
}

TEST(Fusions, no_ratio_leaves_the_cap_of_its_firearms) {
  const Fusion fusion = train_fusion(2, two_marks(12, false)).value();
  EXPECT_LE(*fuse(fusion, {5.0, 5.0}), std::log10(13.0));
  EXPECT_GE(*fuse(fusion, {-5.0, -5.0}), -std::log10(13.0));
}

TEST(Fusions, too_few_firearms_give_the_mean) {
  const Fusion fusion = train_fusion(2, two_marks(fewest_to_fuse - 1, false)).value();
  ASSERT_FALSE(fusion.sets.front().trained);
  EXPECT_DOUBLE_EQ(*fuse(fusion, {1.0, 0.5}), 0.75);
}

TEST(Fusions, three_marks_are_fused_in_every_set_of_two_and_three) {
  const Fusion fusion = train_fusion(3, {}).value();
  EXPECT_EQ(fusion.sets.size(), 4u);
  EXPECT_DOUBLE_EQ(*fuse(fusion, {1.0, std::nullopt, 0.0}), 0.5);
}

TEST(Fusions, ratios_that_are_not_finite_are_refused) {
  auto pairs = two_marks(30, false);
  pairs[3].llrs[1] = INFINITY;
  EXPECT_EQ(train_fusion(2, pairs).error().number, score_not_finite.number);
  // Also where there are too few firearms for a line to be fitted, which would refuse them.
  auto few = two_marks(fewest_to_fuse - 1, false);
  few[3].llrs[1] = NAN;
  const auto refused = train_fusion(2, few);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().number, score_not_finite.number);
}

}  // namespace
}  // namespace lotline::comparison
