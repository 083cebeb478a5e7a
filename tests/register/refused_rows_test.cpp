// Bad rows of a file, written down so that they can be mended and imported again.

#include "tests/register/import_fixture.h"

namespace lotline {

class RefusedRowsOfImport : public Import {};

TEST_F(RefusedRowsOfImport, good_rows_are_taken_and_bad_ones_are_written_to_be_mended) {
  const std::string path =
      file("shops.csv", party_header_ +
                            "REG,1,SHOP1,dealer,Shop,BR\nREG,2,SHOP2,dealer,\"A, B\",QQ\nREG,3,SHOP3,dealer,Shop\n"
                            "REG,4,SHOP4,dealer,Shop \"4\",BR\nREG,5,SHOP5,dealer,Shop,BR\n");
  const auto report = import({path}, OnError::proceed).value();
  EXPECT_TRUE(report.kept);
  EXPECT_EQ(report.files.front().recorded, 2);
  EXPECT_EQ(report.files.front().refused, 3);
  EXPECT_EQ(report.files.front().refused_path, path + ".refused.csv");
  EXPECT_TRUE(desk_->lookup.party("SHOP5").has_value());
  const auto rows = rows_of(path + ".refused.csv");
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0], (Row{"issuer", "ref", "code", "kind", "name", "country", "refused", "refused_row"}));
  EXPECT_EQ(without_reason(rows[1]), (Row{"REG", "2", "SHOP2", "dealer", "A, B", "QQ", ""}));
  EXPECT_TRUE(rows[1][6].starts_with("1007 unknown_word"));
  // What could not be told apart into its columns keeps its text beside the reading of it.
  EXPECT_EQ(without_reason(rows[2]), (Row{"REG", "3", "SHOP3", "dealer", "Shop", "", "REG,3,SHOP3,dealer,Shop"}));
  EXPECT_TRUE(rows[2][6].starts_with("6002 wrong_field_count"));
  EXPECT_EQ(without_reason(rows[3]),
            (Row{"REG", "4", "SHOP4", "dealer", "Shop \"4\"", "BR", "REG,4,SHOP4,dealer,Shop \"4\",BR"}));
  EXPECT_TRUE(rows[3][6].starts_with("1010 bad_csv")) << rows[3][6];

  // Mended in part, and again: what is still wrong stays, reading and text.
  auto mended = rows;
  mended[1][5] = "BR";
  mended[2][5] = "Brazil-o-land", mended[2][7] = "";
  const std::string once = write_rows("mended.csv", mended);
  const auto second = import({once}, OnError::proceed).value();
  EXPECT_EQ(second.files.front().recorded, 1);
  EXPECT_TRUE(desk_->lookup.party("SHOP2").has_value());
  ASSERT_EQ(second.errors.size(), 2u);
  EXPECT_EQ(second.errors[1].refusal.name, "row_not_mended");
  auto third = rows_of(once + ".refused.csv");
  ASSERT_EQ(third.size(), 3u);
  EXPECT_EQ(third[0], rows[0]);
  EXPECT_EQ(without_reason(third[1]), (Row{"REG", "3", "SHOP3", "dealer", "Shop", "Brazil-o-land", ""}));
  EXPECT_EQ(without_reason(third[2]), without_reason(rows[3]));
  third[1][5] = "BR", third[2][7] = "";
  EXPECT_EQ(taken(write_rows("third.csv", third), OnError::proceed).files.front().recorded, 2);
  EXPECT_EQ(store_->state().parties.parties.find(make_key(desk_->lookup.party("SHOP4").value()))->name, "Shop \"4\"");
  expect_verified();
}

TEST_F(RefusedRowsOfImport, a_row_with_too_many_fields_keeps_all_of_them) {
  const std::string path = file("shops.csv", party_header_ + "REG,1,SHOP,dealer,A, B,BR\n");
  EXPECT_EQ(import({path}, OnError::proceed).value().refused, 1);
  const auto rows = rows_of(path + ".refused.csv");
  EXPECT_EQ(rows.at(1).at(7), "REG,1,SHOP,dealer,A, B,BR");
}

TEST_F(RefusedRowsOfImport, a_row_of_bytes_that_are_no_text_keeps_them_and_has_to_be_mended) {
  const std::string path =
      file("shops.csv", party_header_ + std::string(5000, '\n') + "REG,1,SHOP,dealer,Muni\xE7\xE3o\\,BR\n" +
                            std::string("REG,2,SHOP2,dealer,a\0\x1B,BR\n", 26) +
                            "REG,3,SHOP3,dealer,Muni\xC3\xA7\xC3\xA3o,BR\n");
  const auto report = import({path}, OnError::proceed).value();
  EXPECT_EQ(report.files.front().recorded, 1);
  EXPECT_EQ(report.refused, 2);
  auto rows = rows_of(path + ".refused.csv");
  EXPECT_EQ(without_reason(rows.at(1)), (Row{"REG", "1", "SHOP", "dealer", "Muni\uFFFD\uFFFDo\\", "BR",
                                             "REG,1,SHOP,dealer,Muni\\xE7\\xE3o\\\\,BR"}));
  EXPECT_EQ(without_reason(rows.at(2)),
            (Row{"REG", "2", "SHOP2", "dealer", "a\uFFFD\x1B", "BR", "REG,2,SHOP2,dealer,a\\x00\\x1B,BR"}));
  // The reading alone is not taken.
  rows[1][7] = rows[2][7] = "";
  const auto again = import({write_rows("again.csv", rows)}, OnError::proceed).value();
  EXPECT_EQ(again.refused, 2);
  EXPECT_EQ(again.errors.front().refusal.name, "unsafe_text");
}

TEST_F(RefusedRowsOfImport, of_a_very_long_row_the_beginning_is_kept) {
  const std::string path = file("shops.csv", party_header_ + "REG,1,SHOP,dealer," + std::string(2'000'000, 'x') +
                                                 ",BR\nREG,2,SHOP2,dealer,Shop,BR\n");
  const auto report = import({path}, OnError::proceed).value();
  EXPECT_EQ(report.files.front().recorded, 1);
  EXPECT_EQ(report.errors.front().refusal.name, "line_too_long");
  const auto rows = rows_of(path + ".refused.csv");
  EXPECT_EQ(rows.at(1).at(7).substr(0, 20), "REG,1,SHOP,dealer,xx");
  EXPECT_EQ(rows.at(1).at(7).size(), CsvReader::kKeptOfRefused);
  EXPECT_EQ(rows.at(1).at(0), "");
  EXPECT_NE(rows.at(1).at(6).find("only its first 16000 bytes are kept"), std::string::npos) << rows.at(1).at(6);
}

TEST_F(RefusedRowsOfImport, a_quote_that_is_never_closed_refuses_its_own_line) {
  const std::string path =
      file("shops.csv", party_header_ + "REG,1,SHOP,dealer,\"Shop,BR\nREG,2,SHOP2,dealer,Shop,BR\n");
  const auto report = import({path}, OnError::proceed).value();
  EXPECT_EQ(report.files.front().recorded, 1);
  EXPECT_TRUE(desk_->lookup.party("SHOP2").has_value());
  EXPECT_EQ(without_reason(rows_of(path + ".refused.csv").at(1)),
            (Row{"REG", "1", "SHOP", "dealer", "Shop,BR", "", "REG,1,SHOP,dealer,\"Shop,BR"}));
}

TEST_F(RefusedRowsOfImport, bad_rows_that_cannot_be_written_down_refuse_the_import) {
  const std::string before = root();
  const std::string path =
      file("shops.csv", party_header_ + "REG,1,SHOP1,dealer,Shop,BR\nREG,2,SHOP2,dealer,Shop,QQ\n");
  std::filesystem::create_directory(path + ".refused.csv");
  const auto report = import({path}, OnError::proceed);
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().name, "unwritable_file");
  EXPECT_EQ(root(), before);
  EXPECT_FALSE(desk_->lookup.party("SHOP1").has_value());
}

}  // namespace lotline
