#include "base/text.h"

#include <gtest/gtest.h>

namespace lotline {
namespace {

std::string refusal(std::string_view text) {
  const auto cleaned = clean_text(text, "note");
  return cleaned ? "" : cleaned.error().name;
}

TEST(Text, utf8_is_told_from_what_only_looks_like_it) {
  for (const char* good : {"", "abc", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF", "\xD0\xA6"})
    EXPECT_TRUE(is_utf8(good)) << good;
  const std::pair<std::string_view, const char*> bad[] = {{"\x80", "a continuation alone"},
                                                          {"\xC3", "cut off"},
                                                          {"\xE2\x82", "cut off"},
                                                          {"\xF0\x9F\x98", "cut off"},
                                                          {"\xC0\x80", "overlong NUL"},
                                                          {"\xC1\xBF", "overlong"},
                                                          {"\xE0\x80\xAF", "overlong slash"},
                                                          {"\xF0\x80\x80\x80", "overlong"},
                                                          {"\xED\xA0\x80", "a high surrogate"},
                                                          {"\xED\xBF\xBF", "a low surrogate"},
                                                          {"\xF4\x90\x80\x80", "above U+10FFFF"},
                                                          {"\xF8\x88\x80\x80\x80", "five bytes"},
                                                          {"\xFF", "never a byte of UTF-8"},
                                                          {"\xE9t\xE9", "Latin-1"},
                                                          {"\xC3(", "no continuation"}};
  for (const auto& [text, why] : bad) EXPECT_FALSE(is_utf8(text)) << why;
}

TEST(Text, a_field_is_trimmed_and_kept_as_written) {
  EXPECT_EQ(clean_text(" \tCafé ЦБ \r\n", "note").value(), "Café ЦБ");
  EXPECT_EQ(clean_text("   ", "note").value(), "");
}

TEST(Text, control_characters_are_refused) {
  for (const std::string_view text :
       {std::string_view{"a\0b", 3}, std::string_view{"a\nb"}, std::string_view{"a\x1B[31mb"},
        std::string_view{"a\x7F"
                         "b"},
        std::string_view{"a\tb"},
        std::string_view{"a\xC2\x9B"
                         "b"}})
    EXPECT_EQ(refusal(text), "unsafe_text");
  EXPECT_EQ(clean_text("a\x1B[31mb", "note").error().text.find("note holds U+001B") == std::string::npos, false);
}

TEST(Text, characters_that_turn_the_direction_of_text_are_refused) {
  for (const char* text : {"a\u202Eb", "a\u202Ab", "a\u2066b", "a\u2069b", "a\u200Eb", "a\u200Fb", "a\u061Cb",
                           "a\u2028b", "a\u2029b", "a\uFEFFb"})
    EXPECT_EQ(refusal(text), "unsafe_text");
  EXPECT_EQ(refusal("a\u200Bb"), "") << "what merely has no width is no danger";
}

TEST(Text, a_character_that_stands_where_text_was_lost_is_refused) {
  EXPECT_EQ(refusal("Muni\uFFFD\uFFFDo"), "unsafe_text");
}

TEST(Text, a_field_that_is_too_long_or_not_utf8_is_refused) {
  EXPECT_EQ(refusal(std::string(kLongestField, 'x')), "");
  EXPECT_EQ(refusal(std::string(kLongestField + 1, 'x')), "text_too_long");
  EXPECT_EQ(refusal("caf\xE9"), "bad_encoding");
}

TEST(Text, parts_are_split_and_trimmed) {
  EXPECT_EQ(split(" a ; b;c ", ';'), (std::vector<std::string_view>{"a", "b", "c"}));
  EXPECT_EQ(split("a;;", ';'), (std::vector<std::string_view>{"a", "", ""}));
  EXPECT_TRUE(split("", ';').empty());
  EXPECT_TRUE(split("  ", ';').empty());
  EXPECT_EQ(trim("\t a b \r\n"), "a b");
}

TEST(Text, only_ascii_letters_change_case) {
  EXPECT_EQ(to_upper_ascii("az09é"), "AZ09é");
  EXPECT_EQ(to_lower_ascii("AZ09É"), "az09É");
}

TEST(Text, code_points_and_bytes_are_the_same_text) {
  const std::string text = "aé€😀Ц";
  EXPECT_EQ(code_points(text), U"aé€😀Ц");
  EXPECT_EQ(to_utf8(code_points(text)), text);
  for (char32_t point = 1; point <= 0x10FFFF; point += 97) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    ASSERT_EQ(code_points(to_utf8(std::u32string_view{&point, 1})), std::u32string(1, point));
  }
}

TEST(Text, columns_are_counted_as_a_terminal_shows_them) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("é"), 1U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("弹药"), 4U);
  EXPECT_EQ(display_width("Ц"), 1U);
}

TEST(Words, the_distance_counts_inserts_deletes_replacements_and_swaps) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("abc", ""), 3U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("lot", "olt"), 1U);
  EXPECT_EQ(edit_distance("ab", "ba"), 1U);
  EXPECT_EQ(edit_distance("ca", "abc"), 3U);
  EXPECT_EQ(edit_distance("rounds", "round"), 1U);
}

TEST(Words, the_nearest_word_is_named_only_when_it_may_be_meant) {
  const std::vector<std::string_view> words{"dispatch", "receive", "void", "sale"};
  EXPECT_EQ(nearest_word("recieve", words), "receive");
  EXPECT_EQ(nearest_word("dispacth", words), "dispatch");
  EXPECT_EQ(nearest_word("sales", words), "sale");
  EXPECT_EQ(nearest_word("manufacture", words), "");
  EXPECT_EQ(nearest_word("xyz", std::vector<std::string_view>{"ab"}), "");
}

TEST(Words, a_wrong_word_is_refused_with_the_nearest_or_with_all) {
  const std::vector<std::string_view> words{"dispatch", "receive"};
  const Refusal near = std::unexpected<Refusal>(refuse_word("recieve", "act", words)).error();
  EXPECT_EQ(near.name, "unknown_word");
  EXPECT_NE(near.text.find("act \"recieve\"; did you mean \"receive\"?"), std::string::npos) << near.text;
  const Refusal far = std::unexpected<Refusal>(refuse_word("xyz", "act", words)).error();
  EXPECT_NE(far.text.find("it is one of dispatch, receive"), std::string::npos) << far.text;
}

}  // namespace
}  // namespace lotline
