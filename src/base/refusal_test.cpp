#include "base/refusal.h"

#include <gtest/gtest.h>

#include "base/check.h"
#include "base/refusals.h"

namespace lotline {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return refuse(bad_quantity, "{} is odd", number);
  return number / 2;
}
Result<int> quarter(int number) { return half(TRY(half(number))); }

TEST(Refusals, a_refusal_has_a_number_a_name_and_the_detail_of_its_case) {
  const auto refused = half(3);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().number, 1001);
  EXPECT_EQ(refused.error().name, "bad_quantity");
  EXPECT_EQ(refused.error().text, fmt::format("{}: 3 is odd", bad_quantity.meaning));
  EXPECT_EQ(refused.error().field, "");
  EXPECT_EQ(std::unexpected<Refusal>(refuse(bad_date)).error().text, bad_date.meaning);
}

TEST(Refusals, the_first_refusal_is_handed_on) {
  EXPECT_EQ(quarter(8).value(), 2);
  EXPECT_EQ(quarter(6).error().text, half(3).error().text);
}

TEST(Refusals, the_field_nearest_to_the_fault_is_named) {
  EXPECT_EQ(of_field("rounds", half(3)).error().field, "rounds");
  EXPECT_EQ(of_field("form", of_field("rounds", half(3))).error().field, "rounds");
  EXPECT_EQ(of_field("rounds", half(4)).value(), 2);
}

TEST(Invariants, a_broken_one_is_thrown_with_its_condition_and_place) {
  try {
    CHECK(1 + 1 == 3);
    FAIL() << "nothing was thrown";
  } catch (const BrokenInvariant& broken) {
    EXPECT_NE(std::string{broken.what()}.find("1 + 1 == 3"), std::string::npos);
    EXPECT_NE(std::string{broken.what()}.find("refusal_test.cpp:"), std::string::npos);
  }
  EXPECT_NO_THROW(CHECK(1 + 1 == 2));
}

}  // namespace
}  // namespace lotline
