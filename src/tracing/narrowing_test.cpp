#include "tracing/narrowing.h"

#include <gtest/gtest.h>

#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

// R113
TEST(Narrowing, the_expected_number_left_is_the_sum_of_chance_times_size) {
  EXPECT_DOUBLE_EQ(expected_lots_left({0.5, 0.25, 0.25}, {"a", "b", "b"}), 0.5 * 1 + 0.5 * 2);
  EXPECT_DOUBLE_EQ(expected_lots_left({0.2, 0.1, 0.1}, {"a", "b", "b"}), 1.5);
  EXPECT_DOUBLE_EQ(expected_lots_left({1, 1, 1, 1}, {"a", "a", "a", "a"}), 4);
}

TEST(Narrowing, the_best_reading_comes_first_and_idle_ones_are_left_out) {
  const auto found = narrowings({0.25, 0.25, 0.25, 0.25}, {{"year", "reading the year", {"1", "1", "2", "2"}},
                                                           {"calibre", "measuring the calibre", {"c", "c", "c", "c"}},
                                                           {"lot_mark", "reading the lot mark", {"a", "b", "c", "d"}}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].reading, "lot_mark");
  EXPECT_EQ(found[0].lots_before, 4);
  EXPECT_EQ(found[0].lots_after, 1);
  EXPECT_EQ(found[0].words, "reading the lot mark would cut 4 lots to an expected 1.0");
  EXPECT_EQ(found[1].reading, "year");
  EXPECT_EQ(found[1].lots_after, 2);
}

TEST(Narrowing, numbers_have_one_decimal) {
  const auto found = narrowings({1, 1, 1}, {{"year", "reading the year", {"1", "1", "2"}}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].lots_after, 1.7);
}

struct NarrowingOfATrace : ::testing::Test, SmallState {};

// R113
TEST_F(NarrowingOfATrace, reading_the_lot_mark_on_the_box_is_said_to_narrow_most) {
  for (int i = 0; i < 6; ++i) {
    const auto made = lot(maker, fmt::format("{:03}-CBC-17", i), rifle, i < 3 ? "2016" : "2017", "CBC");
    make(made, maker, 1000, police, "2018-01-01");
  }
  Question question;
  question.marks.headstamp = "CBC";
  question.found_on = parse_when("2020-06-01").value();
  const auto answer = ask(question);
  ASSERT_EQ(answer.lots_total, 6U);
  ASSERT_EQ(answer.would_narrow.size(), 2U);
  EXPECT_EQ(answer.would_narrow[0].reading, "lot_mark");
  EXPECT_EQ(answer.would_narrow[0].lots_before, 6);
  EXPECT_EQ(answer.would_narrow[0].lots_after, 1);
  EXPECT_EQ(answer.would_narrow[1].reading, "year");
  EXPECT_EQ(answer.would_narrow[1].lots_after, 3);
}

TEST_F(NarrowingOfATrace, maker_calibre_and_package_are_weighed_and_what_was_read_is_not_asked_again) {
  const auto one = lot(maker, "A1", rifle, "2017", "CBC");
  const auto two = lot(other_maker, "A2", pistol, "2017", "IKX");
  make(one, maker, 1000, police, "2018-01-01");
  make(two, other_maker, 1000, police, "2018-01-01");
  pack("BOX-1", maker, one, 100);
  Question question;
  question.marks.year = "2017";
  question.found_on = parse_when("2020-06-01").value();
  std::vector<std::string> readings;
  for (const auto& one_reading : ask(question).would_narrow) readings.push_back(one_reading.reading);
  EXPECT_EQ(readings, (std::vector<std::string>{"lot_mark", "maker", "calibre", "package"}));
}

}  // namespace
}  // namespace lotline::tracing
