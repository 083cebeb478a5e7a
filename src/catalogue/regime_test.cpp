#include "catalogue/regime.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "catalogue/catalogue.h"

namespace lotline::catalogue {
namespace {

namespace fs = std::filesystem;

const std::string kHead =
    "regime,title,nature,states,item,official_only,required,conditional,consequence,consequence_when,consequence_text,"
    "lot_size_max,note,source,trust\n";

/// A table of one test, gone with it.
class RegimeTable : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path written(const std::string& rows, const std::string& name = "marking_regimes.csv") {
    std::ofstream(folder_ / name) << kHead << rows;
    std::ofstream(folder_ / "catalogue.csv") << "table,version,describes,source,trust\n"
                                             << name << ",2030-01-02,own regimes,a State,stated\n";
    return folder_ / name;
  }

  const fs::path folder_ = fs::temp_directory_path() / fmt::format("regimes-{}", getpid());
};

const std::string kOwn =
    "own_1,Own decree,national_law,BR,package,no,lot;calibre|type,,none_stated,incomplete,,5000,,s,stated\n";

TEST_F(RegimeTable, a_row_is_read_with_its_marks_and_limit) {
  const auto regimes = read_regimes(written(kOwn));
  ASSERT_TRUE(regimes.has_value()) << regimes.error().text;
  ASSERT_EQ(regimes->size(), 1U);
  const Regime& own = regimes->front();
  EXPECT_EQ(own.states, std::vector<std::string>{"BR"});
  EXPECT_EQ(own.item, RegimeItem::package);
  EXPECT_EQ(own.required, (std::vector<std::string>{"lot", "calibre|type"}));
  EXPECT_EQ(own.lot_size_max, 5000);
  EXPECT_FALSE(own.official_only);
}

TEST_F(RegimeTable, a_word_that_is_in_no_vocabulary_is_refused_with_file_and_line) {
  for (const auto& [row, told] : std::vector<std::pair<std::string, std::string>>{
           {"Own,T,binding,,package,no,lot,,none_stated,incomplete,,,,s,stated\n", "small letters"},
           {"own,T,whim,,package,no,lot,,none_stated,incomplete,,,,s,stated\n", "nature"},
           {"own,T,binding,,crate,no,lot,,none_stated,incomplete,,,,s,stated\n", "item"},
           {"own,T,binding,,package,perhaps,lot,,none_stated,incomplete,,,,s,stated\n", "official_only"},
           {"own,T,binding,,package,no,lot;smell,,none_stated,incomplete,,,,s,stated\n", "smell"},
           {"own,T,binding,,package,no,lot|smell,,none_stated,incomplete,,,,s,stated\n", "smell"},
           {"own,T,binding,,package,no,lot,smell,none_stated,incomplete,,,,s,stated\n", "conditional"},
           {"own,T,binding,,package,no,lot,,a_fine,incomplete,,,,s,stated\n", "consequence"},
           {"own,T,binding,,package,no,lot,,none_stated,sometimes,,,,s,stated\n", "consequence_when"},
           {"own,T,binding,,package,no,lot,,none_stated,incomplete,,many,,s,stated\n", "lot_size_max"}}) {
    const auto regimes = read_regimes(written(row));
    ASSERT_FALSE(regimes.has_value()) << row;
    EXPECT_EQ(regimes.error().name, "bad_regime") << row;
    EXPECT_NE(regimes.error().text.find(":2"), std::string::npos) << regimes.error().text;
    EXPECT_NE(regimes.error().text.find(told), std::string::npos) << regimes.error().text;
  }
}

// R59
TEST_F(RegimeTable, a_state_adds_its_own_regime_and_amends_a_shipped_one) {
  const fs::path shipped = fs::path(LOTLINE_SOURCE_DIR) / "data";
  const auto before = Catalogue::load({shipped});
  ASSERT_TRUE(before.has_value()) << before.error().text;
  written(kOwn + "kinshasa,Amended,binding,,cartridge,no,lot,,illicit_destroy,unmarked,seized,,,decree 2,stated\n",
          "state_marking_regimes.csv");
  const auto after = Catalogue::load({shipped, folder_});
  ASSERT_TRUE(after.has_value()) << after.error().text;
  EXPECT_EQ(after->regimes().size(), before->regimes().size() + 1);
  EXPECT_EQ(after->regimes().back().id, "own_1");
  const auto kinshasa = std::ranges::find(after->regimes(), "kinshasa", &Regime::id);
  EXPECT_EQ(kinshasa->title, "Amended");
  EXPECT_EQ(std::ranges::count(after->regimes(), "kinshasa", &Regime::id), 1);
}

TEST_F(RegimeTable, a_bad_row_in_a_states_own_regimes_refuses_the_catalogue) {
  written("own,T,binding,,crate,no,lot,,none_stated,incomplete,,,,s,stated\n", "state_marking_regimes.csv");
  const auto catalogue = Catalogue::load({fs::path(LOTLINE_SOURCE_DIR) / "data", folder_});
  ASSERT_FALSE(catalogue.has_value());
  EXPECT_EQ(catalogue.error().name, "bad_regime");
}

}  // namespace
}  // namespace lotline::catalogue
