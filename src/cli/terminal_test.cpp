#include "cli/terminal.h"

#include <gtest/gtest.h>

namespace lotline::cli {

TEST(Terminal, words_are_folded_under_the_end_of_their_lead) {
  EXPECT_EQ(hanging("- ", "one two three four five six", 22), "- one two three four\n  five six\n");
}

TEST(Terminal, what_is_cut_off_ends_with_an_ellipsis) {
  EXPECT_EQ(shortened("abcdef", 6), "abcdef");
  EXPECT_EQ(shortened("abcdefg", 6), "abcde…");
  EXPECT_EQ(shortened("弾薬弾薬", 5), "弾薬…");
}

}  // namespace lotline::cli
