// A register as it is opened: whose it is, under which rules.

#include "tests/register/desk_fixture.h"

namespace lotline {

class Opening : public ::testing::Test {
 protected:
  Refusal refusal(const service::Opening& opening) {
    const auto opened = service::decide_opening(opening, catalogue_, clock_, salts_);
    return opened ? Refusal{} : opened.error();
  }

  ClockAt clock_;
  proof::SystemSalts salts_;
  const catalogue::Catalogue catalogue_ = catalogue::Catalogue::load({LOTLINE_SOURCE_DIR "/data"}).value();
};

TEST_F(Opening, names_a_regime_that_exists) {
  EXPECT_NE(refusal({"BR", {"ecowass"}, false, "t"}).text.find("did you mean \"ecowas\""), std::string::npos);
}

// R29 R77
TEST_F(Opening, keeps_personal_values_for_ten_years_or_the_longer_term_of_the_state) {
  for (const std::int64_t years : {10, 30, 1000}) EXPECT_EQ(refusal({"BR", {}, false, "t", false, years}).name, "");
  for (const std::int64_t years : {-1, 0, 9, 1001})
    EXPECT_EQ(refusal({"BR", {}, false, "t", false, years}).name, "bad_term");
}

class RegisterOfOtherTables : public SmallState {
 protected:
  /// What opening the register says after its layout was changed.
  int opening(const std::string& sql) {
    desk_.reset();
    store_.reset();
    storage::SqliteOptions options;
    options.schema_version = storage::kSchemaVersion;
    auto connection = storage::open_sqlite(path_, storage::OpenMode::write, options).value();
    connection->execute(sql);
    const auto opened = storage::RegisterStore::open(std::move(connection), salts_);
    return opened ? 0 : opened.error().number;
  }
};

TEST_F(RegisterOfOtherTables, is_refused_as_older_or_newer_before_any_of_them_is_read) {
  EXPECT_EQ(opening("DELETE FROM layout WHERE declared = 'lots: marking_stage, text'; DROP TABLE lots"), 7004);
  EXPECT_EQ(opening("INSERT INTO layout VALUES ('lots: marking_stage, text'), ('lots: colour, text')"), 7003);
}

}  // namespace lotline
