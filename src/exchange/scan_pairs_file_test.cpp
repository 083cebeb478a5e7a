#include "exchange/scan_pairs_file.h"

#include <gtest/gtest.h>

#include "base/refusals.h"
#include "comparison/refusals.h"
#include "exchange/labelled_scores_file.h"

namespace lotline::exchange {
namespace {

ScanPairs pairs_of(const std::string& text) {
  CsvReader reader = CsvReader::of_text(text, "pairs.csv");
  return read_scan_pairs(reader, "/scans").value();
}

Result<std::vector<NamedScore>> scores_of(const std::string& text, const std::vector<std::string>& also = {}) {
  CsvReader reader = CsvReader::of_text(text, "scores.csv");
  return read_named_scores(reader, {}, also);
}

TEST(ScanPairsFile, relative_paths_are_in_the_folder_of_the_file) {
  const auto pairs = pairs_of("a,b\none.x3p,/other/two.x3p\n");
  ASSERT_EQ(pairs.rows.size(), 1u);
  EXPECT_EQ(pairs.rows[0].a, "one.x3p");
  EXPECT_EQ(pairs.rows[0].path_a, "/scans/one.x3p");
  EXPECT_EQ(pairs.rows[0].path_b, "/other/two.x3p");
  EXPECT_FALSE(pairs.rows[0].refused);
  EXPECT_FALSE(pairs.labelled);
}

TEST(ScanPairsFile, columns_stand_in_any_order_beside_others) {
  const auto pairs = pairs_of("note,b,a\nx,two.x3p,one.x3p\n");
  EXPECT_EQ(pairs.rows[0].a, "one.x3p");
  EXPECT_EQ(pairs.rows[0].b, "two.x3p");
}

TEST(ScanPairsFile, a_bad_row_keeps_its_place_and_the_rest_goes_on) {
  const auto pairs = pairs_of("a,b\n1,2\n3\n,4\n5,\"6\"x\n7,8\n");
  ASSERT_EQ(pairs.rows.size(), 5u);
  EXPECT_FALSE(pairs.rows[0].refused);
  EXPECT_EQ(pairs.rows[1].refused->number, comparison::bad_scan_pair.number);
  EXPECT_EQ(pairs.rows[2].refused->number, comparison::bad_scan_pair.number);
  EXPECT_EQ(pairs.rows[3].refused->number, bad_csv.number);
  EXPECT_EQ(pairs.rows[3].a, "5");
  EXPECT_EQ(pairs.rows[3].line, 5u);
  EXPECT_FALSE(pairs.rows[4].refused);
  EXPECT_EQ(pairs.rows[4].b, "8");
}

TEST(ScanPairsFile, labelled_pairs_name_both_sources) {
  const auto pairs = pairs_of("a,b,source_a,source_b\n1,2,gun 1,gun 2\n3,4,gun 1,\n");
  EXPECT_TRUE(pairs.labelled);
  EXPECT_EQ(pairs.rows[0].source_b, "gun 2");
  EXPECT_EQ(pairs.rows[1].refused->number, comparison::bad_scan_pair.number);
}

TEST(ScanPairsFile, a_file_without_its_columns_is_refused) {
  for (const char* text : {"", "a\n1\n", "a,c\n1,2\n", "a,b,a\n1,2,3\n"}) {
    CsvReader reader = CsvReader::of_text(text, "pairs.csv");
    EXPECT_EQ(read_scan_pairs(reader, "").error().number, bad_columns.number) << text;
  }
  EXPECT_EQ(read_scan_pairs("/no/such/pairs.csv").error().number, unreadable_file.number);
}

TEST(LabelledScoresFile, sources_are_numbered_by_name_whatever_the_order) {
  const auto rows = scores_of("score,source_a,source_b\n0.5,gun 2,gun 1\n0.9,gun 1,gun 1\n");
  ASSERT_TRUE(rows) << rows.error().text;
  const auto labelled = numbered(*rows);
  EXPECT_EQ(labelled.sources, (std::vector<std::string>{"gun 1", "gun 2"}));
  EXPECT_EQ(labelled.scores[0].source_a, 1);
  EXPECT_EQ(labelled.scores[0].score, 0.5);
  EXPECT_TRUE(labelled.scores[1].same());
}

TEST(LabelledScoresFile, other_columns_are_read_when_asked_for) {
  const auto rows = scores_of("split,score,source_a,source_b\nt,1,x,y\n", {"split"});
  EXPECT_EQ((*rows)[0].also, std::vector<std::string>{"t"});
  EXPECT_EQ(scores_of("score,source_a,source_b\n1,x,y\n", {"split"}).error().number, bad_columns.number);
}

TEST(LabelledScoresFile, the_first_bad_row_refuses_the_file) {
  for (const char* row : {"nan,x,y", "inf,x,y", ",x,y", "1x,x,y", "1,,y", "1,x,", "1,x", "1,x,y,z"}) {
    const auto read = scores_of(std::string{"score,source_a,source_b\n1,x,y\n"} + row + "\n");
    ASSERT_FALSE(read) << row;
    EXPECT_EQ(read.error().number, comparison::bad_labelled_pair.number) << row;
    EXPECT_NE(read.error().text.find("scores.csv:3"), std::string::npos) << row;
  }
}

}  // namespace
}  // namespace lotline::exchange
