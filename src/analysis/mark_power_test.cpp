#include "analysis/mark_power.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace lotline::analysis {
namespace {

constexpr MarkSet kMaker = with(0, Mark::manufacturer);
constexpr MarkSet kYear = with(0, Mark::year);
constexpr MarkSet kLot = with(0, Mark::lot);

HeldStock held(std::int64_t holder, std::int64_t maker, std::int64_t year, std::int64_t lot, std::int64_t rounds) {
  return {PartyId{holder}, {maker, year, 1, lot}, Rounds(rounds)};
}

/// Four units. All have rounds of maker 1; each has its own year of them; two share a lot.
std::vector<HeldStock> four_units() {
  return {held(1, 1, 2001, 11, 100), held(2, 1, 2002, 12, 100), held(3, 1, 2003, 13, 100), held(4, 1, 2003, 13, 100)};
}

const MarkPower& of(const MarkPowers& powers, MarkSet marks) {
  for (const auto& power : powers.powers)
    if (power.marks == marks) return power;
  throw std::runtime_error("no such combination");
}

// R115
TEST(MarkPower, each_combination_says_how_many_holders_are_left) {
  const auto powers = mark_powers(four_units());
  EXPECT_EQ(powers.holders, 4u);
  EXPECT_EQ(powers.rounds, Rounds(400));
  EXPECT_DOUBLE_EQ(powers.bits_whole, 2);
  EXPECT_EQ(powers.powers.size(), 15u);
  // The maker tells nothing: all have it.
  EXPECT_EQ(of(powers, kMaker).values, 1u);
  EXPECT_DOUBLE_EQ(of(powers, kMaker).holders_left, 4);
  EXPECT_NEAR(of(powers, kMaker).bits, 0, 1e-12);
  EXPECT_DOUBLE_EQ(of(powers, kMaker).one_holder_share, 0);
  // The year leaves one holder for half of the rounds and two for the other half.
  EXPECT_EQ(of(powers, kYear).values, 3u);
  EXPECT_DOUBLE_EQ(of(powers, kYear).holders_left, 1.5);
  EXPECT_EQ(of(powers, kYear).holders_most, 2u);
  EXPECT_DOUBLE_EQ(of(powers, kYear).bits, 1.5);
  EXPECT_DOUBLE_EQ(of(powers, kYear).one_holder_share, 0.5);
  // Reading more never leaves more.
  EXPECT_DOUBLE_EQ(of(powers, kAllMarks).holders_left, 1.5);
}

// R115
TEST(MarkPower, marks_that_tell_little_alone_may_tell_all_together) {
  const auto powers =
      mark_powers({held(1, 1, 2001, 1, 50), held(2, 1, 2002, 1, 50), held(3, 2, 2001, 1, 50), held(4, 2, 2002, 1, 50)});
  EXPECT_DOUBLE_EQ(of(powers, kMaker).holders_left, 2);
  EXPECT_DOUBLE_EQ(of(powers, kYear).holders_left, 2);
  EXPECT_DOUBLE_EQ(of(powers, kMaker | kYear).holders_left, 1);
  EXPECT_DOUBLE_EQ(of(powers, kMaker | kYear).bits, 2);
  EXPECT_EQ(powers.powers.front().marks, kMaker | kYear);
}

TEST(MarkPower, all_is_weighed_by_rounds) {
  const auto powers = mark_powers({held(1, 1, 2001, 1, 900), held(1, 2, 2001, 2, 50), held(2, 2, 2001, 3, 50)});
  EXPECT_DOUBLE_EQ(of(powers, kMaker).holders_left, 0.9 * 1 + 0.1 * 2);
  EXPECT_DOUBLE_EQ(of(powers, kLot).holders_left, 1);
}

TEST(MarkPower, who_holds_which_reading_is_listed_with_most_rounds_first) {
  auto stock = four_units();
  stock.push_back(held(4, 1, 2003, 14, 60));
  const auto readings = readings_of(stock, kYear);
  ASSERT_EQ(readings.size(), 3u);
  EXPECT_EQ(readings.front().marks, (Reading{0, 2003, 0, 0}));
  EXPECT_EQ(readings.front().rounds, Rounds(260));
  ASSERT_EQ(readings.front().holders.size(), 2u);
  EXPECT_EQ(readings.front().holders.front(), std::pair(PartyId{4}, Rounds(160)));
}

TEST(MarkPower, how_well_a_holders_rounds_lead_back_to_it_is_said_of_each) {
  const auto powers = holder_powers(readings_of(four_units(), kYear));
  ASSERT_EQ(powers.size(), 4u);
  for (const auto& power : powers) {
    const bool alone = power.holder == PartyId{1} || power.holder == PartyId{2};
    EXPECT_EQ(power.rounds, Rounds(100));
    EXPECT_EQ(power.readings, 1u);
    EXPECT_EQ(power.only_it, alone ? 1u : 0u);
    EXPECT_DOUBLE_EQ(power.one_holder_share, alone ? 1 : 0);
    EXPECT_DOUBLE_EQ(power.holders_left, alone ? 1 : 2);
  }
}

TEST(MarkPower, nothing_held_tells_nothing_and_less_than_nothing_is_a_broken_invariant) {
  EXPECT_TRUE(mark_powers({}).powers.empty());
  EXPECT_THROW(mark_powers({held(1, 1, 1, 1, 0)}), BrokenInvariant);
}

}  // namespace
}  // namespace lotline::analysis
