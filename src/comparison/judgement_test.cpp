#include "comparison/judgement.h"

#include <gtest/gtest.h>

#include <cmath>

#include "comparison/refusals.h"

namespace lotline::comparison {
namespace {

std::vector<LabelledScore> firearms(int count, double gap) {
  std::vector<LabelledScore> scores;
  for (int a = 0; a < count; ++a) {
    scores.push_back({gap + 0.01 * (a % 7), a, a});
    for (int b = 0; b < a; ++b) scores.push_back({0.01 * ((a * 5 + b * 3) % 11), a, b});
  }
  return scores;
}

TEST(Judgements, separation_counts_pairs_above_every_other) {
  const Separation apart = separation_of(firearms(8, 0.5));
  EXPECT_EQ(apart.same_above_all, 8);
  EXPECT_NEAR(apart.gap(), 0.4, 1e-12);
  const Separation mixed = separation_of(std::vector<LabelledScore>{{1, 0, 0}, {3, 1, 1}, {2, 0, 1}, {0, 1, 2}});
  EXPECT_EQ(mixed.same_above_all, 1);
  EXPECT_EQ(mixed.share_above_all(), 0.5);
  EXPECT_EQ(mixed.gap(), -1);
}

TEST(Judgements, a_match_rate_lets_no_more_pairs_pass_than_its_rate) {
  std::vector<LabelledScore> scores;
  for (int i = 0; i < 100; ++i) scores.push_back({i * 0.01, i, i + 1});
  for (int i = 0; i < 10; ++i) scores.push_back({0.9 + i * 0.02, i, i});
  // One in a hundred may pass: the threshold is the highest pair of different sources or above.
  const MatchRate rate = match_rate(scores, 0.01);
  EXPECT_NEAR(rate.threshold, 0.99, 1e-9);
  EXPECT_NEAR(rate.true_match_rate, 0.5, 1e-12);
  EXPECT_LE(rate.interval.low, 0.5);
  EXPECT_GE(rate.interval.high, 0.5);
  const MatchRate none = match_rate(scores, 0.001);
  EXPECT_NEAR(none.threshold, 1.0, 1e-9);
}

TEST(Judgements, equal_scores_pass_together_or_not_at_all) {
  const std::vector<LabelledScore> scores{{1, 0, 0}, {1, 0, 1}, {1, 1, 2}, {0, 0, 2}, {0, 1, 3}};
  const MatchRate rate = match_rate(scores, 0.25, {10, 1});
  EXPECT_EQ(rate.true_match_rate, 0);
  EXPECT_TRUE(std::isinf(rate.threshold));
}

TEST(Judgements, a_left_out_ratio_has_not_seen_its_firearms) {
  // One firearm whose own pair scores like two firearms: without it the rest are apart, with it they are not.
  auto scores = firearms(12, 0.5);
  scores[0].score = 0;
  const auto llrs = left_out_llrs(scores);
  ASSERT_TRUE(llrs) << llrs.error().text;
  ASSERT_EQ(llrs->size(), scores.size());
  const LeftOut& own = llrs->front();
  EXPECT_LT(own.llr, 0);
  EXPECT_NEAR(own.cap.upper, std::floor(std::log10(12.0) * 100) / 100, 1e-9);  // eleven firearms are left
  const LeftOut& of_two = (*llrs)[1 + 1];
  EXPECT_FALSE(of_two.pair.same());
  EXPECT_LE(of_two.cap.upper, std::log10(11.0));  // ten are left
}

TEST(Judgements, costs_of_left_out_ratios_are_bounded_by_the_cap) {
  const auto judged = judge(left_out_llrs(firearms(12, 0.5)).value(), {200, 1});
  EXPECT_EQ(judged.cost.cllr_min, 0);
  // Ten firearms left, a ratio of eleven at most: no cost below log2(1 + 1/11) can be reached.
  EXPECT_GT(judged.cost.cllr, 0.9 * std::log2(1 + 1 / 12.0));
  EXPECT_LT(judged.cost.cllr, 0.3);
  EXPECT_EQ(judged.misleading_same + judged.misleading_different, 0);
  EXPECT_LE(judged.cllr.low, judged.cost.cllr + 1e-12);
  EXPECT_GE(judged.cllr.high, judged.cost.cllr - 1e-12);
  EXPECT_LE(judged.narrowest_cap.upper, judged.widest_cap.upper);
}

TEST(Judgements, misleading_ratios_are_counted) {
  const std::vector<LeftOut> llrs{{{0, 0, 0}, -0.5, false, {-1, 1}},
                                  {{0, 1, 1}, 1, true, {-1, 1}},
                                  {{0, 0, 1}, 0.2, false, {-1, 1}},
                                  {{0, 1, 2}, -1, true, {-1, 1}}};
  const Judgement judged = judge(llrs, {50, 1});
  EXPECT_EQ(judged.misleading_same, 1);
  EXPECT_EQ(judged.misleading_different, 1);
  EXPECT_EQ(judged.share_at_cap, 0.5);
  EXPECT_EQ(judged.share_at_cap_same, 0.5);
}

TEST(Judgements, too_few_firearms_to_leave_two_out_are_refused) {
  EXPECT_EQ(left_out_llrs(firearms(4, 0.5)).error().number, too_few_firearms.number);
}

TEST(Judgements, a_draw_weighs_a_pair_by_both_its_firearms) {
  const std::vector<LabelledScore> scores{{1, 7, 7}, {0, 7, 9}, {1, 9, 9}, {0, 9, 3}};
  FirearmBootstrap chance(scores, 5);
  for (int i = 0; i < 100; ++i) {
    const auto& weights = chance.draw();
    // Firearms 7 and 9 are drawn as often as their own pairs weigh; 3 makes up the rest of three.
    EXPECT_EQ(weights[1], weights[0] * weights[2]);
    EXPECT_EQ(weights[3], weights[2] * (3 - weights[0] - weights[2]));
  }
}

TEST(Judgements, quantiles_lie_between_neighbours) {
  EXPECT_EQ(quantile({3, 1, 2}, 0.5), 2);
  EXPECT_EQ(quantile({1, 2}, 0.25), 1.25);
  EXPECT_EQ(quantile({4}, 0.975), 4);
}

}  // namespace
}  // namespace lotline::comparison
