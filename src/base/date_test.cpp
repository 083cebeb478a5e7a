#include "base/date.h"

#include <gtest/gtest.h>

namespace lotline {
namespace {

TEST(Dates, an_imprecise_date_is_an_interval_of_days) {
  EXPECT_EQ(parse_when("2019-05-01").value(), (When{day_of(2019, 5, 1), day_of(2019, 5, 1)}));
  EXPECT_EQ(parse_when("2019-02").value(), (When{day_of(2019, 2, 1), day_of(2019, 2, 28)}));
  EXPECT_EQ(parse_when("2020-02").value(), (When{day_of(2020, 2, 1), day_of(2020, 2, 29)}));
  EXPECT_EQ(parse_when("1941").value(), (When{day_of(1941, 1, 1), day_of(1941, 12, 31)}));
  EXPECT_EQ(parse_when("2019-03/2020").value(), (When{day_of(2019, 3, 1), day_of(2020, 12, 31)}));
}

TEST(Dates, leap_days_exist_in_leap_years_only) {
  EXPECT_TRUE(parse_day("2020-02-29"));
  EXPECT_TRUE(parse_day("2000-02-29"));
  EXPECT_FALSE(parse_day("2019-02-29"));
  EXPECT_FALSE(parse_day("1900-02-29"));
}

TEST(Dates, what_is_not_of_the_calendar_is_refused) {
  for (const char* text : {"",
                           "20",
                           "201",
                           "2019-",
                           "2019-1",
                           "2019-13",
                           "2019-00",
                           "2019-05-",
                           "2019-05-1",
                           "2019-05-32",
                           "2019-05-00",
                           "2019-04-31",
                           "2019/05/01",
                           "2019.05.01",
                           "2019-05.01",
                           "01-05-2019",
                           "1799",
                           "2201",
                           "2019-05-011",
                           "20190501",
                           "2019.05",
                           "abcd",
                           "2019-05-01T00",
                           "/2019",
                           "2019/",
                           "2020/2019",
                           "2019-5x",
                           "２０１９",
                           "-2019",
                           " 2019",
                           "2019-02-29/2020"}) {
    const auto parsed = parse_when(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().name, "bad_date");
  }
  EXPECT_TRUE(parse_when("1800"));
  EXPECT_TRUE(parse_when("2200"));
}

TEST(Dates, a_day_is_exactly_one) {
  EXPECT_EQ(parse_day("2019-05-01").value(), day_of(2019, 5, 1));
  EXPECT_FALSE(parse_day("2019-05"));
  EXPECT_FALSE(parse_day("2019"));
  EXPECT_FALSE(parse_day("2019-05-01/2019-05-02"));
}

TEST(Dates, the_shortest_text_reads_back_as_the_same_interval) {
  for (const char* text : {"2019-05-01", "2019-05", "2019", "1800-01-01", "2020-02", "2019-05-01/2019-05-07"}) {
    EXPECT_EQ(to_text(parse_when(text).value()), text);
  }
  EXPECT_EQ(to_text(parse_when("2019-01/2019-12").value()), "2019");
  EXPECT_EQ(to_text(parse_when("2019-02-01/2019-02-28").value()), "2019-02");
}

TEST(Dates, every_day_of_four_centuries_reads_back) {
  const Day last = day_of(2200, 12, 31);
  for (Day day = day_of(1800, 1, 1); day <= last; ++day.count) ASSERT_EQ(parse_day(to_text(day)).value(), day);
}

TEST(Dates, days_are_counted_from_1970) {
  EXPECT_EQ(day_of(1970, 1, 1).count, 0);
  EXPECT_EQ(day_of(1969, 12, 31).count, -1);
  EXPECT_EQ(day_of(2000, 3, 1).count, 11017);
  EXPECT_EQ(day_of(1969, 12, 31).year(), 1969);
}

TEST(Dates, an_interval_that_straddles_a_day_is_possible_and_not_certain) {
  const When may = parse_when("2019-05").value();
  EXPECT_EQ(happened_by(may, day_of(2019, 4, 30)), Likelihood::no);
  EXPECT_EQ(happened_by(may, day_of(2019, 5, 1)), Likelihood::possible);
  EXPECT_EQ(happened_by(may, day_of(2019, 5, 30)), Likelihood::possible);
  EXPECT_EQ(happened_by(may, day_of(2019, 5, 31)), Likelihood::certain);
}

TEST(Instants, a_moment_is_written_in_utc_and_reads_back) {
  for (const char* text :
       {"1970-01-01T00:00:00Z", "2019-05-01T13:45:07Z", "1969-12-31T23:59:59Z", "2020-02-29T23:59:59Z"})
    EXPECT_EQ(to_text(parse_instant(text).value()), text);
  EXPECT_EQ(parse_instant("1970-01-02T00:00:01Z")->seconds, 86401);
  EXPECT_EQ(Instant{-1}.day(), day_of(1969, 12, 31));
  EXPECT_EQ(Instant{-86400}.day(), day_of(1969, 12, 31));
  EXPECT_EQ(Instant{-86401}.day(), day_of(1969, 12, 30));
}

TEST(Instants, what_is_not_a_moment_is_refused) {
  for (const char* text :
       {"", "2019-05-01", "2019-05-01T13:45:07", "2019-05-01 13:45:07Z", "2019-05-01T24:00:00Z", "2019-05-01T13:60:00Z",
        "2019-05-01T13:45:60Z", "2019-02-29T13:45:07Z", "2019-05-01T13-45:07Z", "2019-05-01T13:45-07Z",
        "2019-05-01T13:45:07+", "2019-05-01Tab:45:07Z", "2019-05-01T13:ab:07Z", "2019-05-01T13:45:abZ",
        "2019-05-01T13:45:07Z "}) {
    const auto parsed = parse_instant(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().name, "bad_date");
  }
}

TEST(Instants, the_clock_of_the_system_stands_after_this_was_written) {
  EXPECT_GT(SystemClock{}.now().day(), day_of(2026, 1, 1));
}

}  // namespace
}  // namespace lotline
