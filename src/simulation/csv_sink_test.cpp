#include "simulation/csv_sink.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>

namespace lotline::simulation {

namespace {

namespace fs = std::filesystem;

class CsvSinkTest : public ::testing::Test {
 protected:
  CsvSinkTest() {
    std::string pattern = (fs::temp_directory_path() / "lotline-sink-XXXXXX").string();
    EXPECT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  ~CsvSinkTest() override { fs::remove_all(folder_); }

  static Row party(std::string name) {
    Row row("parties", "party-1");
    row.with("name", std::move(name)).with("kind", "dealer").with("country", "BR").with("code", "DEA-1");
    return row;
  }

  fs::path folder_;
};

}  // namespace

TEST_F(CsvSinkTest, a_folder_is_made_where_there_is_none_beside_others_only) {
  EXPECT_TRUE(CsvSink::into(folder_ / "new").has_value());
  EXPECT_TRUE(fs::is_directory(folder_ / "new"));
  EXPECT_FALSE(CsvSink::into(folder_ / "nowhere" / "new").has_value());
}

TEST_F(CsvSinkTest, a_row_stands_in_the_file_of_its_year_and_form_under_the_templates_header) {
  auto sink = CsvSink::into(folder_).value();
  ASSERT_TRUE(sink.begin_return(1975, day_of(1976, 1, 15)).has_value());
  EXPECT_EQ(sink.take(party("Dealer, 1 (simulated)")).value(), 0);
  ASSERT_TRUE(sink.begin_return(1976, day_of(1977, 1, 15)).has_value());
  EXPECT_EQ(sink.take(party("Dealer")).value(), 0);
  ASSERT_TRUE(sink.finish().has_value());
  std::ifstream stream(folder_ / "1975-01-parties.csv", std::ios::binary);
  EXPECT_EQ((std::string{std::istreambuf_iterator<char>(stream), {}}),
            "issuer,ref,code,kind,name,country,parent,pgln,headstamp_codes,number,address,on,basis\n"
            "SIM,party-1,DEA-1,dealer,\"Dealer, 1 (simulated)\",BR,,,,,,,\n");
  EXPECT_TRUE(fs::exists(folder_ / "1976-01-parties.csv"));
  EXPECT_EQ(sink.code_of(party("Dealer"), 0), "DEA-1");
}

TEST_F(CsvSinkTest, an_unknown_form_is_refused) {
  auto sink = CsvSink::into(folder_).value();
  EXPECT_FALSE(sink.take(Row("partys", "1")).has_value());
}

TEST_F(CsvSinkTest, a_disk_that_takes_no_more_is_refused) {
  fs::create_symlink("/dev/full", folder_ / "waiting");
  auto sink = CsvSink::into(folder_).value();
  fs::rename(folder_ / "waiting", folder_ / "1975-01-parties.csv");
  ASSERT_TRUE(sink.begin_return(1975, day_of(1976, 1, 15)).has_value());
  ASSERT_TRUE(sink.take(party("Dealer")).has_value());
  EXPECT_EQ(sink.finish().error().name, "unwritable_file");
  // So are rows that are written before the return ends.
  Result<RecordNumber> taken = 0;
  for (int i = 0; i < 40 && taken; ++i) taken = sink.take(party(std::string(40'000, 'x')));
  ASSERT_FALSE(taken.has_value());
  EXPECT_EQ(taken.error().name, "unwritable_file");
}

}  // namespace lotline::simulation
