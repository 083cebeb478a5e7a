#include "marking/lot_mark_key.h"

#include <gtest/gtest.h>

#include <string>

namespace lotline::marking {
namespace {

// R61
TEST(LotMarkKey, the_same_mark_written_two_ways_has_one_key) {
  for (const auto* text :
       {"012-CBC-19", "012 CBC 19", "012/CBC/19", "012cbc19", " 012.CBC_19 ", "012–СВС—19", "012--CBC--19"})
    EXPECT_EQ(lot_mark_key(text), "012CBC19") << text;
  EXPECT_EQ(lot_mark_key("LC-07H001-001"), lot_mark_key("lc 07h001 001"));
  EXPECT_EQ(lot_mark_key("а12-87-270"), "A12-87-270");
  EXPECT_EQ(lot_mark_key("ΑΒ1"), "AB1");
  EXPECT_EQ(lot_mark_key("ж7"), "Ж7");
}

TEST(LotMarkKey, a_mark_of_ascii_alone_is_folded_like_any_other) {
  // A Cyrillic letter behind a letter takes the general road and changes nothing before it.
  for (const char* text : {"lc-07h001-001 x", "/12. .a_b,,c\\d", "--A", "01?-c?c-19*z", "a b  c", "(q)#-%x"})
    EXPECT_EQ(lot_mark_key(std::string{text} + "\u0416"), lot_mark_key(text) + "\u0416") << text;
}

TEST(LotMarkKey, digits_kept_apart_are_another_mark) {
  EXPECT_NE(lot_mark_key("12-1-87"), lot_mark_key("1-21-87"));
  EXPECT_NE(lot_mark_key("12187"), lot_mark_key("12-1-87"));
}

TEST(LotMarkKey, unreadable_characters_and_broken_bytes_stay_open) {
  EXPECT_EQ(lot_mark_key("01?-C?C-19"), "01?-C?C19");
  EXPECT_EQ(lot_mark_key("A\xFF"
                         "1"),
            "A?1");
  EXPECT_EQ(lot_mark_key("A\x01\x7F"
                         "1"),
            "A1");
  EXPECT_EQ(lot_mark_key(""), "");
  EXPECT_EQ(lot_mark_key("---"), "");
}

TEST(LotMarkLikelihood, the_recorded_lot_is_likelier_than_any_other) {
  const double same = lot_mark_likelihood("012-CBC-19", "012CBC19");
  const double alike = lot_mark_likelihood("O12-CBC-19", "012CBC19");
  const double other = lot_mark_likelihood("712-CBC-19", "012CBC19");
  const double far = lot_mark_likelihood("777-XYZ-88", "012CBC19");
  EXPECT_GT(same, 0.7);
  EXPECT_LE(same, 1);
  EXPECT_GT(same, 10 * alike);
  EXPECT_GT(alike, 10 * other);
  EXPECT_GT(other, 1e6 * far);
  EXPECT_GT(far, 0);
}

TEST(LotMarkLikelihood, an_unread_character_costs_nothing_and_tells_nothing) {
  EXPECT_GE(lot_mark_likelihood("01?CBC19", "012CBC19"), lot_mark_likelihood("012CBC19", "012CBC19"));
  EXPECT_DOUBLE_EQ(lot_mark_likelihood("01?CBC19", "012CBC19"), lot_mark_likelihood("01?CBC19", "013CBC19"));
  EXPECT_DOUBLE_EQ(lot_mark_likelihood("01*", "012CBC19"), lot_mark_likelihood("01*", "0177"));
  EXPECT_LT(lot_mark_likelihood("02*", "012CBC19"), 0.01);
  EXPECT_LT(lot_mark_likelihood("01", "012CBC19"), 1e-6);
}

TEST(LotMarkLikelihood, a_separator_put_in_or_left_out_costs_little) {
  const double left_out = lot_mark_likelihood("1287-270", "12-87-270");
  EXPECT_GT(left_out, 0.3);
  EXPECT_LT(left_out, lot_mark_likelihood("12-87-270", "12-87-270"));
  EXPECT_GT(lot_mark_likelihood("01?-CBC-19", "012-CBC-19"), 0.3);
  EXPECT_GT(lot_mark_likelihood("12-87-270", "12-8727-0"), lot_mark_likelihood("12-87-270", "12-87-271"));
}

TEST(LotMarkLikelihood, every_pair_gives_a_chance_above_zero_and_at_most_one) {
  const std::string longest(200, 'A');
  for (const std::string& seen : {std::string{}, std::string{"?"}, std::string{"*"}, longest, std::string{"\xFF"}})
    for (const std::string& recorded : {std::string{}, std::string{"012"}, longest, longest + "B"}) {
      const double chance = lot_mark_likelihood(seen, recorded);
      EXPECT_GT(chance, 0);
      EXPECT_LE(chance, 1);
    }
  EXPECT_GT(lot_mark_likelihood(longest, longest), 0.9);
  EXPECT_LT(lot_mark_likelihood(longest, longest + "B"), 0.01);
}

}  // namespace
}  // namespace lotline::marking
