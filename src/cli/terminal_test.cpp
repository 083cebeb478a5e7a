#include "cli/terminal.h"

#include <gtest/gtest.h>

namespace lotline::cli {

TEST(Terminal, large_counts_are_grouped_in_threes) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(12'000), "12,000");
  EXPECT_EQ(grouped(-1'234'567), "-1,234,567");
}

TEST(Terminal, a_share_is_never_rounded_to_nothing_or_to_certainty) {
  EXPECT_EQ(percent(0), "0 %");
  EXPECT_EQ(percent(0.0004), "< 0.1 %");
  EXPECT_EQ(percent(0.034), "3.4 %");
  EXPECT_EQ(percent(0.54), "54 %");
  EXPECT_EQ(percent(0.9996), "> 99.9 %");
  EXPECT_EQ(percent(1), "100 %");
}

TEST(Terminal, words_are_folded_under_the_end_of_their_lead) {
  EXPECT_EQ(hanging("- ", "one two three four five six", 22), "- one two three four\n  five six\n");
}

TEST(Terminal, what_is_cut_off_ends_with_an_ellipsis) {
  EXPECT_EQ(shortened("abcdef", 6), "abcdef");
  EXPECT_EQ(shortened("abcdefg", 6), "abcde…");
  EXPECT_EQ(shortened("弾薬弾薬", 5), "弾薬…");
}

}  // namespace lotline::cli
