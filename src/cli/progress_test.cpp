#include "cli/progress.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace lotline::cli {

TEST(Progress, the_line_says_share_rate_and_time_left) {
  const std::string line = progress_line("import", {50, 100, 12'000, "rows"}, 4.0, 100);
  EXPECT_EQ(line, "import  50 % [####################....................] 12,000 rows, 3,000/s, 4 s left");
}

TEST(Progress, without_a_known_end_there_is_no_bar_and_no_time_left) {
  EXPECT_EQ(progress_line("import", {50, 0, 1'500, "rows"}, 3.0, 100), "import 1,500 rows, 500/s");
}

TEST(Progress, the_line_never_goes_past_the_terminals_width) {
  for (std::size_t width = 10; width < 120; ++width)
    EXPECT_LE(display_width(progress_line("a file of a long name.csv", {1, 3, 1'000'000, "rows"}, 9.0, width)), width);
}

TEST(Progress, what_is_said_of_the_time_left_grows_with_it) {
  EXPECT_NE(progress_line("x", {1, 10, 1, "rows"}, 20.0, 100).find("3 min 00 s left"), std::string::npos);
  EXPECT_NE(progress_line("x", {1, 10, 1, "rows"}, 1000.0, 100).find("2 h 30 min left"), std::string::npos);
}

TEST(Progress, more_done_than_was_expected_fills_the_bar_and_no_more) {
  EXPECT_NE(progress_line("x", {200, 100, 1, "rows"}, 1.0, 60).find("100 %"), std::string::npos);
}

}  // namespace lotline::cli
