#include "comparison/calibrator.h"

#include <gtest/gtest.h>

#include <cmath>

#include "comparison/likelihood_ratio.h"
#include "comparison/refusals.h"
#include "comparison/verbal_scale.h"

namespace lotline::comparison {
namespace {

/// So many firearms with one pair each of the same source, and every pair of two; scores apart by a gap.
std::vector<LabelledScore> firearms(int count, double gap = 0.5) {
  std::vector<LabelledScore> scores;
  for (int a = 0; a < count; ++a) {
    scores.push_back({gap + 0.01 * (a % 7), a, a});
    for (int b = 0; b < a; ++b) scores.push_back({0.01 * ((a * 5 + b * 3) % 11), a, b});
  }
  return scores;
}

Compared pair_in_scope() { return {"lotline-1", surface::Mark::breech_face, "", "NanoFocus", "NanoFocus", 6.25, 6.25}; }

Calibrator trained(int count) {
  Calibrator calibrator = train_calibrator(firearms(count)).value();
  calibrator.scope = {"lotline-1", surface::Mark::breech_face, {}, {}, 1, 13};
  return calibrator;
}

TEST(Calibrators, a_higher_score_never_weighs_less) {
  const Calibrator calibrator = trained(10);
  double before = -10;
  for (double score = -1; score < 2; score += 0.01) {
    const double llr = ratio_of(calibrator, score).llr;
    EXPECT_GE(llr, before);
    before = llr;
  }
}

TEST(Calibrators, ten_firearms_justify_a_ratio_of_eleven_at_most) {
  const Calibrator calibrator = trained(10);
  EXPECT_LE(calibrator.cap.upper, std::log10(11.0));
  EXPECT_GE(calibrator.cap.lower, -std::log10(11.0));
  const LikelihoodRatio ratio = ratio_of(calibrator, 1000);
  EXPECT_EQ(ratio.llr, calibrator.cap.upper);
  EXPECT_TRUE(ratio.at_cap);
  EXPECT_TRUE(ratio_of(calibrator, -1000).at_cap);
}

TEST(Calibrators, more_firearms_justify_more) {
  EXPECT_GT(trained(40).cap.upper, trained(10).cap.upper);
  EXPECT_LT(trained(40).cap.lower, trained(10).cap.lower);
}

TEST(Calibrators, many_made_up_guns_counted_as_ten_justify_what_ten_do) {
  CalibratorOptions options;
  options.count_as = 10;
  const Calibrator counted = train_calibrator(firearms(40), options).value();
  EXPECT_LE(counted.cap.upper, std::log10(11.0));
  EXPECT_GE(counted.cap.lower, -std::log10(11.0));
  EXPECT_LT(counted.line.slope, trained(40).line.slope);
  EXPECT_EQ(counted.trained_on.firearms, 40);
  // More than there are changes nothing.
  options.count_as = 100;
  EXPECT_EQ(train_calibrator(firearms(40), options)->line.slope, trained(40).line.slope);
}

TEST(Calibrators, the_interval_holds_the_ratio_and_stays_within_the_cap) {
  auto scores = firearms(20, 0.05);
  const Calibrator calibrator = train_calibrator(scores).value();
  bool wide = false;
  for (double score = -0.2; score < 0.4; score += 0.01) {
    const LikelihoodRatio ratio = ratio_of(calibrator, score);
    EXPECT_LE(ratio.low, ratio.llr);
    EXPECT_GE(ratio.high, ratio.llr);
    EXPECT_GE(ratio.low, calibrator.cap.lower);
    EXPECT_LE(ratio.high, calibrator.cap.upper);
    wide = wide || ratio.high > ratio.low + 0.01;
  }
  EXPECT_TRUE(wide);
}

TEST(Calibrators, the_same_scores_give_the_same_calibrator) {
  const Calibrator one = trained(12), other = trained(12);
  EXPECT_EQ(one.line.slope, other.line.slope);
  ASSERT_EQ(one.draws.size(), 200u);
  for (std::size_t i = 0; i < one.draws.size(); ++i) EXPECT_EQ(one.draws[i].intercept, other.draws[i].intercept);
}

TEST(Calibrators, have_the_same_bits_on_every_machine) {
  // Written down once, and so under qemu-x86_64 -cpu Nehalem, which has no AVX.
  const Calibrator calibrator = trained(10);
  EXPECT_EQ(calibrator.line.intercept, -0x1.a15b02d06f967p+0);
  EXPECT_EQ(calibrator.line.slope, 0x1.698e7d6c27b09p+2);
  EXPECT_EQ(calibrator.cap.upper, 0x1.0a3d70a3d70a4p+0);
  EXPECT_EQ(calibrator.draws[199].intercept, -0x1.97faf590ea1f3p+0);
  EXPECT_EQ(calibrator.draws[199].slope, 0x1.5fc7c2ba03b7fp+2);
}

TEST(Calibrators, says_on_how_much_it_was_trained) {
  const SetSize size = trained(10).trained_on;
  EXPECT_EQ(size.pairs_same, 10);
  EXPECT_EQ(size.pairs_different, 45);
  EXPECT_EQ(size.firearms_same, 10);
  EXPECT_EQ(size.firearms_different, 10);
  EXPECT_EQ(size.firearms, 10);
}

TEST(Calibrators, too_few_firearms_are_refused) {
  EXPECT_EQ(train_calibrator(firearms(2)).error().number, too_few_firearms.number);
  EXPECT_TRUE(train_calibrator(firearms(3)));
  EXPECT_EQ(train_calibrator({}).error().number, one_class_only.number);
}

TEST(Calibrators, scores_that_fall_with_sameness_are_refused) {
  auto scores = firearms(10);
  for (auto& pair : scores) pair.score = -pair.score;
  EXPECT_EQ(train_calibrator(scores).error().number, scores_tell_nothing.number);
}

TEST(Calibrators, scores_of_another_algorithm_get_no_ratio) {
  Calibrator calibrator = trained(10);
  calibrator.scope.score_version = "nfi-scratch-accf";
  const Weight weight = weigh(&calibrator, pair_in_scope(), 0.5);
  EXPECT_FALSE(weight.ratio);
  EXPECT_EQ(weight.reason, NoLlr::other_score_version);
}

TEST(Calibrators, without_one_there_is_no_ratio) {
  const Weight weight = weigh(nullptr, pair_in_scope(), 0.5);
  EXPECT_FALSE(weight.ratio);
  EXPECT_EQ(weight.reason, NoLlr::no_calibrator);
}

TEST(Calibrators, within_its_scope_there_is_a_ratio_and_no_reason) {
  const Calibrator calibrator = trained(10);
  const Weight weight = weigh(&calibrator, pair_in_scope(), 0.5);
  ASSERT_TRUE(weight.ratio);
  EXPECT_FALSE(weight.reason);
}

TEST(Calibrators, another_mark_or_pitch_is_outside) {
  const Calibrator calibrator = trained(10);
  auto pair = pair_in_scope();
  pair.mark = surface::Mark::firing_pin;
  EXPECT_EQ(weigh(&calibrator, pair, 0.5).reason, NoLlr::other_mark);
  for (const double pitch : {0.5, 20.0, std::nan("")}) {
    pair = pair_in_scope();
    pair.pitch_b_um = pitch;
    EXPECT_EQ(weigh(&calibrator, pair, 0.5).reason, NoLlr::pitch_outside);
  }
}

TEST(Calibrators, of_named_instruments_another_or_an_unknown_one_is_outside) {
  Calibrator calibrator = trained(10);
  calibrator.scope.instruments = {"nanofocus"};
  auto pair = pair_in_scope();
  EXPECT_TRUE(weigh(&calibrator, pair, 0.5).ratio);
  pair.instrument_a = "Sensofar";
  EXPECT_EQ(weigh(&calibrator, pair, 0.5).reason, NoLlr::instrument_outside);
  pair.instrument_a = "";
  EXPECT_EQ(weigh(&calibrator, pair, 0.5).reason, NoLlr::instrument_unknown);
}

TEST(Calibrators, of_named_classes_another_or_an_unknown_one_is_outside) {
  Calibrator calibrator = trained(10);
  calibrator.scope.classes = {"granular"};
  auto pair = pair_in_scope();
  EXPECT_EQ(weigh(&calibrator, pair, 0.5).reason, NoLlr::class_unknown);
  pair.firearm_class = "milled";
  EXPECT_EQ(weigh(&calibrator, pair, 0.5).reason, NoLlr::class_outside);
  pair.firearm_class = "granular";
  EXPECT_TRUE(weigh(&calibrator, pair, 0.5).ratio);
}

TEST(Calibrators, every_reason_has_a_word_and_a_sentence) {
  for (const auto& entry : Words<NoLlr>::all) EXPECT_FALSE(sentence(entry.value).empty());
}

TEST(VerbalScale, has_the_bands_of_the_guideline) {
  EXPECT_EQ(in_words(0), "supports neither one firearm nor two");
  EXPECT_EQ(in_words(std::log10(1.9)), "supports neither one firearm nor two");
  EXPECT_EQ(in_words(std::log10(2.0)), "weak support for one firearm");
  EXPECT_EQ(in_words(1), "moderate support for one firearm");
  EXPECT_EQ(in_words(-1.5), "moderate support for two firearms");
  EXPECT_EQ(in_words(2), "moderately strong support for one firearm");
  EXPECT_EQ(in_words(3), "strong support for one firearm");
  EXPECT_EQ(in_words(4), "very strong support for one firearm");
  EXPECT_EQ(in_words(-6), "extremely strong support for two firearms");
}

}  // namespace
}  // namespace lotline::comparison
