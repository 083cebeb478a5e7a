// Accuracy on made-up guns.

#include "service/evaluate_generated.h"

#include <gtest/gtest.h>

#include "comparison/refusals.h"

namespace lotline {
namespace {

service::GeneratedRequest four_guns() {
  service::GeneratedRequest request;
  request.options.pitch_um = 12.5;
  request.guns = 4;
  request.mates = 3;
  request.strangers = 2;
  request.judge.draws = 20;
  request.prepare = surface::defaults_for(surface::Mark::breech_face);
  return request;
}

TEST(EvaluateGenerated, cases_meet_their_own_reference_and_strangers_all_references) {
  const auto accuracy = service::evaluate_generated(four_guns());
  ASSERT_TRUE(accuracy) << accuracy.error().text;
  EXPECT_EQ(accuracy->unsuitable, 0u);
  EXPECT_EQ(accuracy->separation.size.pairs_same, 3);
  EXPECT_EQ(accuracy->separation.size.pairs_different, 2 * 3);
  EXPECT_FALSE(accuracy->judged);
  // No pair of two guns may pass, so the rate is the share above all of them.
  EXPECT_DOUBLE_EQ(accuracy->rate.true_match_rate, accuracy->separation.share_above_all());
}

TEST(EvaluateGenerated, a_calibrator_is_judged_on_the_same_pairs) {
  auto request = four_guns();
  comparison::Calibrator calibrator;
  calibrator.line = {-2, 0.3};
  calibrator.cap = {-1, 1};
  request.calibrator = &calibrator;
  const auto accuracy = service::evaluate_generated(request);
  ASSERT_TRUE(accuracy && accuracy->judged);
  EXPECT_EQ(accuracy->judged->size.pairs_different, 6);
}

TEST(EvaluateGenerated, one_gun_alone_is_refused) {
  auto request = four_guns();
  request.guns = 1;
  EXPECT_EQ(service::evaluate_generated(request).error().number, comparison::one_class_only.number);
}

}  // namespace
}  // namespace lotline
