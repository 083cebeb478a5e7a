#include "base/told_number.h"

#include <gtest/gtest.h>

#include "base/refusals.h"

namespace lotline {
namespace {

TEST(ToldNumber, whole_numbers_are_from_one_up_and_nothing_else_is_one) {
  EXPECT_EQ(whole_number("12", "most").value(), 12U);
  for (const std::string text : {"0", "", "-3", "1.5", "12 ", "1000000001", "many"}) {
    const auto none = whole_number(text, "most");
    ASSERT_FALSE(none.has_value()) << text;
    EXPECT_EQ(none.error().number, bad_quantity.number) << text;
    EXPECT_EQ(none.error().field, "most") << text;
  }
}

TEST(ToldNumber, numbers_stay_within_their_range) {
  EXPECT_EQ(number("0.25", "pitch_min", 0, 1).value(), 0.25);
  for (const std::string text : {"1.5", "-0.1", "nan", "", "0,5"}) {
    const auto none = number(text, "pitch_min", 0, 1);
    ASSERT_FALSE(none.has_value()) << text;
    EXPECT_EQ(none.error().number, bad_number.number) << text;
  }
}

}  // namespace
}  // namespace lotline
