#include "base/rounds.h"

#include <gtest/gtest.h>

namespace lotline {
namespace {

TEST(RoundsOfAmmunition, a_quantity_is_digits_from_one_to_the_largest_exact_integer) {
  EXPECT_EQ(parse_rounds("1")->count(), 1);
  EXPECT_EQ(parse_rounds("42000")->count(), 42000);
  EXPECT_EQ(parse_rounds("9007199254740991")->count(), kLargestInteger);
}

TEST(RoundsOfAmmunition, signs_fractions_exponents_blanks_and_overflow_are_refused) {
  for (const char* text :
       {"", "0", "-1", "-0", "+1", "1.5", "1,000", "1e3", "0x10", " 1", "1 ", "ten", "9007199254740992",
        "9223372036854775807", "9223372036854775808", "99999999999999999999999", "-9223372036854775809"}) {
    const auto parsed = parse_rounds(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().name, "bad_quantity");
  }
}

TEST(RoundsOfAmmunition, sums_are_checked) {
  EXPECT_EQ((Rounds(2) + Rounds(3)).count(), 5);
  EXPECT_EQ((Rounds(2) - Rounds(3)).count(), -1);
  EXPECT_EQ((-Rounds(2)).count(), -2);
  EXPECT_THROW(Rounds(kLargestInteger) + Rounds(1), BrokenInvariant);
  EXPECT_THROW(-Rounds(kLargestInteger) - Rounds(1), BrokenInvariant);
  EXPECT_THROW(Rounds(INT64_MAX) + Rounds(INT64_MAX), BrokenInvariant);
  Rounds sum(4);
  sum += Rounds(3);
  sum -= Rounds(5);
  EXPECT_EQ(sum, Rounds(2));
  EXPECT_LT(Rounds(1), Rounds(2));
}

}  // namespace
}  // namespace lotline
