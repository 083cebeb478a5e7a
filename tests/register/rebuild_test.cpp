// A register is made anew out of its log, whatever the layout of its tables; what does not give its own root is
// refused.

#include "storage/rebuild.h"

#include <sqlite3.h>

#include <fstream>
#include <iterator>

#include "storage/old_register.h"
#include "storage/register_file.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

class Rebuild : public SmallState {
 protected:
  Rebuild() {
    made_lot("A17-1");
    done("parties", {{"kind", "person"}, {"name", "Simulated Person"}, {"number", "4711"}, {"country", "BR"}});
    root_ = root();
    desk_.reset();
    store_.reset();
    into_ = folder_.path + "/new.lotline";
  }

  /// Changes the old file behind the program's back.
  void change(const std::string& sql) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
  }
  [[nodiscard]] std::string bytes() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  /// The refusal, which must leave the old file as it was and none under the new name.
  [[nodiscard]] std::string refused() const {
    const std::string before = bytes();
    std::string told;
    try {
      const auto made = storage::rebuild_register(path_, into_);
      if (!made) told = made.error().name + ": " + made.error().text;
    } catch (const storage::StorageFault& fault) {
      told = fault.refusal().name + ": " + fault.refusal().text;
    }
    constexpr std::string_view meaning = "the register is not what its log says: ";
    if (const auto at = told.find(meaning); at != std::string::npos) told.erase(at, meaning.size());
    EXPECT_EQ(bytes(), before);
    EXPECT_FALSE(std::filesystem::exists(into_));
    EXPECT_FALSE(std::filesystem::exists(into_ + ".rebuilding"));
    return told;
  }

  std::string root_;
  std::string into_;
};

TEST_F(Rebuild, a_register_of_another_layout_gives_a_new_one_with_the_same_root_and_the_personal_values) {
  change("DROP TABLE trade_items; DELETE FROM layout WHERE declared GLOB 'trade_items: *'");
  const std::string before = bytes();
  const auto made = storage::rebuild_register(path_, into_);
  ASSERT_TRUE(made.has_value()) << made.error().text;
  EXPECT_EQ(proof::to_hex(made->head.root), root_);
  EXPECT_EQ(bytes(), before);
  path_ = into_;
  reopen();
  EXPECT_EQ(root(), root_);
  EXPECT_EQ(desk_->store.state().personal.all({}).size(), 2u);
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 10'000);
  expect_verified();
  made_lot("A17-2");
}

TEST_F(Rebuild, a_register_of_before_there_was_a_layout_is_taken) {
  change("DROP TABLE layout; PRAGMA user_version = 1");
  ASSERT_TRUE(storage::rebuild_register(path_, into_).has_value());
  path_ = into_;
  reopen();
  EXPECT_EQ(root(), root_);
}

TEST_F(Rebuild, a_register_of_a_newer_version_is_refused) {
  change("PRAGMA user_version = 99");
  EXPECT_TRUE(refused().starts_with("newer_register")) << refused();
}

TEST_F(Rebuild, a_log_that_lacks_a_record_is_refused) {
  change("DELETE FROM log WHERE number = 5");
  EXPECT_EQ(refused(), "verification_failed: record 5 is missing from the log, where 6 stands in its place");
}

TEST_F(Rebuild, a_log_that_ends_too_early_is_refused) {
  change("DELETE FROM log WHERE number = (SELECT max(number) FROM log); DELETE FROM personal");
  EXPECT_TRUE(refused().starts_with("verification_failed: its log gives root")) << refused();
}

TEST_F(Rebuild, a_log_without_a_record_is_refused) {
  change("DELETE FROM log");
  EXPECT_EQ(refused(), "verification_failed: its log is empty");
}

TEST_F(Rebuild, a_log_that_opens_no_register_is_refused) {
  change("UPDATE log SET body = (SELECT body FROM log WHERE number = 2) WHERE number = 1");
  EXPECT_EQ(refused(), "verification_failed: its first record does not open a register");
}

TEST_F(Rebuild, a_record_that_cannot_be_read_is_refused_and_named) {
  change("UPDATE log SET body = '{}' WHERE number = 5");
  EXPECT_TRUE(refused().starts_with("verification_failed: record 5 cannot be read")) << refused();
}

TEST_F(Rebuild, a_salt_that_was_altered_is_told_by_the_root) {
  change("UPDATE log SET salt = zeroblob(32) WHERE number = 5");
  EXPECT_TRUE(refused().starts_with("verification_failed: its log gives root")) << refused();
}

TEST_F(Rebuild, a_record_that_moves_what_is_not_there_is_refused) {
  change("UPDATE log SET body = replace(body, '10000', '-9999')");
  EXPECT_TRUE(refused().starts_with("verification_failed")) << refused();
}

TEST_F(Rebuild, personal_values_that_are_not_those_recorded_are_refused) {
  change("UPDATE personal SET value = 'Another' WHERE field = 'name'");
  EXPECT_TRUE(refused().starts_with("verification_failed: table personal")) << refused();
}

TEST_F(Rebuild, no_file_is_written_over) {
  std::ofstream(into_) << "a letter";
  // Told at once, and not by the system when all the work was done.
  const auto told = storage::rebuild_register(path_, into_).error();
  EXPECT_EQ(told.name, "register_exists");
  EXPECT_TRUE(told.text.ends_with(into_)) << told.text;
  EXPECT_EQ(std::filesystem::file_size(into_), 8u);
  std::filesystem::remove(into_);
  std::ofstream(into_ + ".rebuilding") << "left";
  EXPECT_EQ(storage::rebuild_register(path_, into_).error().name, "register_exists");
  EXPECT_EQ(std::filesystem::file_size(into_ + ".rebuilding"), 4u);
}

TEST_F(Rebuild, a_name_that_was_taken_meanwhile_is_left_to_who_took_it) {
  std::ofstream(into_) << "a letter";
  EXPECT_EQ(storage::name_register_file(path_, into_).error().name, "register_exists");
  EXPECT_TRUE(std::filesystem::exists(path_));
  EXPECT_EQ(std::filesystem::file_size(into_), 8u);
}

}  // namespace lotline
