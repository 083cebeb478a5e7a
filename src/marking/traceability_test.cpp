#include "marking/traceability.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lotline::marking {
namespace {

using Words = std::vector<std::string>;

const Words kCase{"lot", "manufacturer", "year"};
const Words kLabel{"lot", "manufacturer", "calibre", "type"};

TraceabilityInput with(Words cartridge, Words package, int recipients) {
  TraceabilityInput input;
  input.cartridge_marks = std::move(cartridge);
  input.package_marks = std::move(package);
  input.recipients = recipients;
  return input;
}

bool says(const Traceability& result, std::string_view words) {
  return std::ranges::any_of(result.reasons, [&](const std::string& reason) { return reason.contains(words); });
}

// R53
TEST(Traceability, a_lot_marked_everywhere_for_one_recipient_scores_a_hundred_and_an_unmarked_one_nothing) {
  const auto best = traceability(with(kCase, kLabel, 1));
  EXPECT_EQ(best.score, 100);
  EXPECT_EQ(best.level, "unique");
  const auto worst = traceability(with({}, {}, 0));
  EXPECT_EQ(worst.score, 0);
  EXPECT_EQ(worst.level, "lost");
  EXPECT_EQ(worst.reasons.size(), best.reasons.size());
}

// R53
TEST(Traceability, each_mark_weighs_what_is_documented) {
  const int none = traceability(with({}, {}, 0)).score;
  EXPECT_EQ(traceability(with({"lot"}, {}, 0)).score - none, 40);
  EXPECT_EQ(traceability(with({"manufacturer"}, {}, 0)).score - none, 10);
  EXPECT_EQ(traceability(with({"year"}, {}, 0)).score - none, 10);
  EXPECT_EQ(traceability(with({}, {"lot"}, 0)).score - none, 15);
  EXPECT_EQ(traceability(with({}, {"manufacturer", "calibre"}, 0)).score - none, 5);
  EXPECT_EQ(traceability(with({}, {"calibre"}, 0)).score - none, 0);
}

// R62
TEST(Traceability, rounds_taken_unmarked_out_of_their_package_lose_their_lot) {
  auto input = with({"manufacturer", "year"}, kLabel, 1);
  const auto boxed = traceability(input);
  input.loose = true;
  const auto loose = traceability(input);
  EXPECT_EQ(boxed.level, "weak");
  EXPECT_EQ(loose.level, "lost");
  EXPECT_EQ(boxed.score - loose.score, 20);
  EXPECT_TRUE(says(loose, "what the label said is lost"));
}

// R62
TEST(Traceability, a_lot_marked_on_each_cartridge_survives_the_loss_of_the_package) {
  auto input = with(kCase, kLabel, 1);
  input.loose = true;
  EXPECT_EQ(traceability(input).level, "unique");
}

// R63
TEST(Traceability, a_lot_of_one_recipient_ranks_above_a_shared_one_and_that_above_unrecorded_buyers) {
  const auto one = traceability(with(kCase, kLabel, 1));
  const auto two = traceability(with(kCase, kLabel, 2));
  const auto five = traceability(with(kCase, kLabel, 5));
  const auto many = traceability(with(kCase, kLabel, 214));
  auto sold = with(kCase, kLabel, 1);
  sold.buyers_unrecorded = true;
  const auto unrecorded = traceability(sold);
  EXPECT_GT(one.score, two.score);
  EXPECT_EQ(two.score, five.score);
  EXPECT_GT(five.score, many.score);
  EXPECT_GT(many.score, unrecorded.score);
  EXPECT_EQ(two.level, "shared");
  EXPECT_EQ(unrecorded.level, "shared");
  EXPECT_TRUE(says(many, "214 recipients"));
  EXPECT_TRUE(says(unrecorded, "buyers nobody recorded"));
}

}  // namespace
}  // namespace lotline::marking
