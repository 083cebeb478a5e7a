#include "marking/microstamp.h"

#include <gtest/gtest.h>

namespace lotline::marking {
namespace {

// R70
TEST(Microstamp, what_was_read_whole_is_found_however_it_was_written) {
  EXPECT_EQ(microstamp_key(" ab-12 c?"), "AB12C?");
  const auto match = compare({"ab 12-cd", "clear", ""}, "AB12CD");
  EXPECT_TRUE(match.possible);
  EXPECT_TRUE(match.whole);
}

// R71
TEST(Microstamp, a_partial_reading_is_possible_but_never_whole) {
  const auto match = compare({"A?12C?", "", ""}, "AB12CD");
  EXPECT_TRUE(match.possible);
  EXPECT_FALSE(match.whole);
  EXPECT_EQ(match.reasons[0], "2 of 6 characters were not read: others may fit too");
}

// R71
TEST(Microstamp, reliability_and_tampering_stand_with_every_match_and_so_does_the_caution) {
  const auto match = compare({"AB12CD", "faint, one edge double", "tip of the pin filed"}, "AB12CD");
  EXPECT_EQ(match.reasons[1], "reliability: faint, one edge double");
  EXPECT_EQ(match.reasons[2], "signs of tampering: tip of the pin filed");
  const auto bare = compare({"AB12CD", "", ""}, "AB12CD");
  EXPECT_EQ(bare.reasons[1], "reliability of the reading not stated");
  EXPECT_EQ(bare.reasons[2], "no sign of tampering was noted");
  for (const auto& each : {match, bare, compare({"X", "", ""}, "Y")})
    EXPECT_TRUE(each.caution.contains("never closes a trace"));
}

TEST(Microstamp, another_code_another_length_or_nothing_does_not_match) {
  for (const auto* read : {"AB12CE", "AB12C", "AB12CDE", "", "---"}) {
    const auto match = compare({read, "", ""}, "AB12CD");
    EXPECT_FALSE(match.possible) << read;
    EXPECT_FALSE(match.whole) << read;
    EXPECT_EQ(match.reasons[0], "what was read differs from the recorded code");
  }
}

}  // namespace
}  // namespace lotline::marking
