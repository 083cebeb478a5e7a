#include "catalogue/table.h"

#include <gtest/gtest.h>

namespace lotline::catalogue {
namespace {

const TableShape kShape{{"code", "name"}, {"code"}, {"code"}};

Result<Table> table_of(std::string text) { return read_table(CsvReader::of_text(std::move(text), "t.csv"), kShape); }

std::string refusal_of(std::string text) {
  const auto table = table_of(std::move(text));
  return table ? "none" : table.error().name + ": " + table.error().text;
}

TEST(Table, a_row_gives_its_cells_line_source_and_trust) {
  const auto table =
      table_of("code,name,source,trust\nA, Alpha ,a page,stated\nB,,a page,sourced\nC,x,memory,unverified\n");
  ASSERT_TRUE(table) << table.error().text;
  ASSERT_EQ(table->rows.size(), 3u);
  EXPECT_EQ(table->rows[0]["name"], "Alpha");
  EXPECT_EQ(table->rows[0]["no such column"], "");
  EXPECT_EQ(table->rows[1].line, 3u);
  EXPECT_EQ(table->rows[1].source.trust, Trust::sourced);
  EXPECT_EQ(table->rows[2].source.text, "memory");
  EXPECT_EQ(table->rows[2].source.trust, Trust::unverified);
}

TEST(Table, a_bad_row_is_refused_with_file_and_line) {
  const std::string head = "code,name,source,trust\nA,x,s,stated\n";
  for (const auto& [row, kind] : std::vector<std::pair<std::string, std::string>>{
           {"B,y,s", "row_width"},
           {"B,y,s,stated,more", "row_width"},
           {",y,s,stated", "row_value_missing"},
           {"B,y,,stated", "row_value_missing"},
           {"B,y,s,certain", "unknown_trust"},
           {"B,y,s,", "unknown_trust"},
           {"A,y,s,stated", "row_repeated"},
       }) {
    const std::string text = refusal_of(head + row + "\n");
    EXPECT_TRUE(text.starts_with(kind)) << row << " gave " << text;
    EXPECT_NE(text.find("t.csv:3"), std::string::npos) << text;
  }
}

TEST(Table, a_missing_column_is_refused_by_name) {
  EXPECT_NE(refusal_of("code,source,trust\n").find("t.csv: name"), std::string::npos);
  EXPECT_NE(refusal_of("code,name,trust\n").find("t.csv: source"), std::string::npos);
  EXPECT_NE(refusal_of("code,name,source\n").find("t.csv: trust"), std::string::npos);
  EXPECT_TRUE(refusal_of("").starts_with("table_columns"));
}

TEST(Table, rows_may_repeat_where_no_key_is_asked_for) {
  const TableShape shape{{"code"}, {}, {}};
  const auto table = read_table(CsvReader::of_text("code,source,trust\n38,s,stated\n38,s,stated\n", "t.csv"), shape);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows.size(), 2u);
}

TEST(Table, a_file_that_is_not_there_is_refused) {
  const auto table = read_table(std::filesystem::path("/no/such/table.csv"), kShape);
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().name, "unreadable_file");
}

}  // namespace
}  // namespace lotline::catalogue
