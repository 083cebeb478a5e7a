#include "cli/table.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace lotline::cli {

namespace {

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  for (const auto line : split(text, '\n')) widest = std::max(widest, display_width(line));
  return widest;
}

}  // namespace

TEST(Table, numbers_stand_to_the_right_and_words_to_the_left) {
  TextTable table({"lot", ">rounds"});
  table.add({"A-1", "12,000"});
  table.add({"LONGER", "7"});
  EXPECT_EQ(table.text(80), "lot     rounds\nA-1     12,000\nLONGER       7\n");
}

TEST(Table, a_wide_cell_is_folded_between_words_so_that_the_table_fits) {
  TextTable table({"lot", "reason"});
  table.add({"A-1", "held none of the rounds on the day of the find by the book"});
  const std::string text = table.text(40);
  EXPECT_LE(widest_line(text), 40u);
  EXPECT_NE(text.find("of the find"), std::string::npos);
  EXPECT_NE(text.find("\n     "), std::string::npos) << text;
}

TEST(Table, a_word_wider_than_its_column_is_shortened_with_an_ellipsis) {
  TextTable table({"hash"});
  table.add({std::string(60, 'a')});
  EXPECT_EQ(table.text(30), "hash\n" + std::string(29, 'a') + "…\n");
}

TEST(Table, a_column_without_any_text_is_left_out) {
  TextTable table({"lot", "licence", "record"});
  table.add({"A-1", "", "7"});
  EXPECT_EQ(table.text(80), "lot  record\nA-1  7\n");
}

TEST(Table, wide_and_combining_characters_count_as_a_terminal_shows_them) {
  TextTable table({"name", "n"});
  table.add({"弾薬", "1"});
  table.add({"e\u0301t", "2"});
  EXPECT_EQ(table.text(80), "name  n\n弾薬  1\ne\u0301t    2\n");
}

TEST(Table, a_row_with_too_few_cells_ends_blank) {
  TextTable table({"a", "b"});
  table.add({"1"});
  table.add({"2", "x"});
  EXPECT_EQ(table.text(80, 2), "  a  b\n  1\n  2  x\n");
}

}  // namespace lotline::cli
