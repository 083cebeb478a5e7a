#include "marking/year_reading.h"

#include <gtest/gtest.h>

namespace lotline::marking {
namespace {

catalogue::CodeYears used(int first, int last) { return {first * 12, last * 12 + 11}; }

std::vector<std::pair<int, int>> years(std::string_view text, const YearContext& context = {}) {
  std::vector<std::pair<int, int>> result;
  for (const YearReading& reading : read_year(text, context)) result.emplace_back(reading.first, reading.last);
  return result;
}

using Years = std::vector<std::pair<int, int>>;

// R60
TEST(YearReading, two_digits_give_both_centuries_unless_the_code_or_the_calibre_decides) {
  EXPECT_EQ(years("12"), (Years{{1912, 1912}, {2012, 2012}}));
  EXPECT_EQ(years("43"), (Years{{1943, 1943}}));
  const auto by_code = read_year("12", {used(1990, 2020), "US", 0, 2026});
  EXPECT_EQ(by_code[0].first, 2012);
  EXPECT_TRUE(by_code[1].contradicts);
  EXPECT_EQ(read_year("12", {{}, "", 1963, 2026})[0].first, 2012);
  EXPECT_EQ(read_year("80", {used(1870, 1900), "US", 0, 2026})[0].first, 1880);
}

TEST(YearReading, weights_sum_to_one_and_no_year_lies_after_the_latest) {
  double sum = 0;
  for (const YearReading& reading : read_year("1?", {{}, "", 0, 2015})) {
    sum += reading.weight;
    EXPECT_LE(reading.last, 2015);
  }
  EXPECT_NEAR(sum, 1.0, 1e-12);
  EXPECT_TRUE(years("2030").empty());
}

TEST(YearReading, unread_digits_give_the_years_between) {
  EXPECT_EQ(years("8?"), (Years{{1980, 1989}}));
  EXPECT_EQ(years("194?"), (Years{{1940, 1949}}));
  EXPECT_EQ(years("1940s"), (Years{{1940, 1949}}));
  EXPECT_EQ(years("1941-1945"), (Years{{1941, 1945}}));
  EXPECT_EQ(read_year("4?", {used(1942, 1945), "US", 0, 2026})[0].last, 1945);
  EXPECT_TRUE(years("??").empty());
  EXPECT_TRUE(years("12AB-1945").empty());
}

TEST(YearReading, three_digits_leave_the_millennium_out) { EXPECT_EQ(years("943"), (Years{{1943, 1943}})); }

TEST(YearReading, other_calendars_are_told_apart_by_their_numbers) {
  EXPECT_EQ(years("2525"), (Years{{1982, 1982}}));
  EXPECT_EQ(years("1365", {{}, "IR", 0, 2026})[0], (std::pair{1986, 1987}));
  const auto unknown = read_year("1365", {});
  ASSERT_EQ(unknown.size(), 2u);
  EXPECT_NE(unknown[0].reason, unknown[1].reason);
  EXPECT_EQ(years("1365")[1], (std::pair{1945, 1946}));
}

TEST(YearReading, years_of_the_republic_of_china_carry_the_doubt_of_one_year) {
  const auto chinese = read_year("19", {used(1878, 1933), "CN", 0, 2026});
  EXPECT_EQ(chinese[0].first, 1929);
  EXPECT_EQ(chinese[0].last, 1930);
  EXPECT_NE(chinese[0].reason.find("1910"), std::string::npos);
  for (const YearReading& reading : read_year("19", {used(1950, 2000), "CN", 0, 2026})) {
    EXPECT_EQ(reading.reason.find("Republic"), std::string::npos);
  }
}

TEST(YearReading, what_is_no_year_gives_none) {
  for (const char* text : {"", "7", "AB", "12345", "3000", "110", "99999999999", "8?????????919"}) {
    EXPECT_TRUE(years(text).empty()) << text;
  }
}

}  // namespace
}  // namespace lotline::marking
