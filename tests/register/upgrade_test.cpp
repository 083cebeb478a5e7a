// A register of an older program is taken over under its own name, and what it was is kept.

#include "storage/upgrade.h"

#include <sqlite3.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "storage/access_store.h"
#include "storage/refusals.h"
#include "storage/scan_folder.h"
#include "tests/register/desk_fixture.h"

namespace lotline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMadeOlder =
    "DROP TABLE trade_items; DELETE FROM layout WHERE declared GLOB 'trade_items: *'";

class Upgrade : public SmallState {
 protected:
  Upgrade() {
    made_lot("A17-1");
    root_ = root();
    log_id_ = store_->head().log_id;
    desk_.reset();
    store_.reset();
  }
  static void change(const std::string& path, std::string_view sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, std::string{sql}.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database);
    sqlite3_close(database);
  }
  static std::int64_t number(const std::string& path, const std::string& sql) {
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW) << sql;
    const std::int64_t found = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return found;
  }
  /// Upgrades while another program has the register open and changes the head of its log as soon as it is let. The
  /// refusal's name; empty when the other one came too late.
  [[nodiscard]] std::string upgraded_beside_a_writer() const {
    std::atomic<bool> ended{false};
    std::thread writer([&] {
      while (!ended && !fs::exists(path_ + "-upgrading.rebuilding")) continue;
      if (ended) return;
      sqlite3* database = nullptr;
      EXPECT_EQ(sqlite3_open(path_.c_str(), &database), SQLITE_OK);
      const auto run = [&](const char* sql) { return sqlite3_exec(database, sql, nullptr, nullptr, nullptr); };
      while (run("BEGIN IMMEDIATE") == SQLITE_BUSY) continue;
      run("UPDATE head SET frontier = CAST(substr(frontier, 1, length(frontier) - 1) || X'5A' AS BLOB); COMMIT");
      sqlite3_close(database);
    });
    const auto upgraded = storage::upgrade_register(path_);
    ended = true;
    writer.join();
    return upgraded ? "" : upgraded.error().name;
  }
  static std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] std::set<std::string> files() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(fs::path(path_).parent_path()))
      names.insert(entry.path().filename().string());
    return names;
  }
  /// The refusal's name; everything must be as it was.
  std::string refused() {
    const auto before = bytes_of(path_);
    const auto stood = files();
    std::string told = "taken over";
    try {
      if (const auto upgraded = storage::upgrade_register(path_); !upgraded) told = upgraded.error().name;
    } catch (const storage::StorageFault& fault) {
      told = fault.refusal().name;
    }
    EXPECT_EQ(bytes_of(path_), before);
    EXPECT_EQ(files(), stood);
    return told;
  }

  std::string root_, log_id_;
};

TEST_F(Upgrade, an_older_register_is_taken_over_under_its_name_and_the_old_file_is_kept) {
  change(path_, kMadeOlder);
  const auto before = bytes_of(path_);
  const auto upgraded = storage::upgrade_register(path_).value();
  ASSERT_TRUE(upgraded.has_value());
  EXPECT_EQ(proof::to_hex(upgraded->found.head.root), root_);
  EXPECT_TRUE(upgraded->kept.ends_with("-before-upgrade"));
  EXPECT_EQ(bytes_of(upgraded->kept), before);
  EXPECT_FALSE(upgraded->accounts_kept);
  reopen();
  EXPECT_EQ(root(), root_);
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 10'000);
  expect_verified();
  made_lot("A17-2");
}

TEST_F(Upgrade, a_register_of_before_there_was_a_layout_is_taken_over) {
  change(path_, "DROP TABLE layout; PRAGMA user_version = 1");
  EXPECT_TRUE(storage::upgrade_register(path_).value().has_value());
  reopen();
  EXPECT_EQ(root(), root_);
}

TEST_F(Upgrade, a_register_of_this_program_is_left_alone) {
  const auto before = bytes_of(path_);
  const auto stood = files();
  EXPECT_FALSE(storage::upgrade_register(path_).value().has_value());
  EXPECT_EQ(bytes_of(path_), before);
  EXPECT_EQ(files(), stood);
}

TEST_F(Upgrade, accounts_go_along_and_a_copy_of_them_is_kept) {
  storage::AccessFile::open(storage::access_path(path_), storage::OpenMode::write, log_id_, clock_).value();
  change(path_, kMadeOlder);
  const auto upgraded = storage::upgrade_register(path_).value();
  ASSERT_TRUE(upgraded.has_value());
  EXPECT_TRUE(upgraded->accounts_kept);
  for (const auto& path : {path_, upgraded->kept})
    EXPECT_TRUE(storage::AccessFile::open(storage::access_path(path), storage::OpenMode::read_only, log_id_, clock_))
        << path;
}

TEST_F(Upgrade, an_earlier_copy_is_not_overwritten) {
  change(path_, kMadeOlder);
  const auto first = storage::upgrade_register(path_).value()->kept;
  const auto kept = bytes_of(first);
  change(path_, kMadeOlder);
  const auto second = storage::upgrade_register(path_).value()->kept;
  EXPECT_EQ(second, first + "-2");
  EXPECT_EQ(bytes_of(first), kept);
}

TEST_F(Upgrade, one_that_was_cut_off_is_begun_again) {
  change(path_, kMadeOlder);
  std::ofstream(path_ + "-upgrading") << "half";
  std::ofstream(path_ + "-upgrading.rebuilding") << "half";
  EXPECT_TRUE(storage::upgrade_register(path_).value().has_value());
  EXPECT_FALSE(files().contains(fs::path(path_).filename().string() + "-upgrading"));
}

TEST_F(Upgrade, an_older_register_that_is_not_what_its_log_says_is_left_as_it_was) {
  change(path_, kMadeOlder);
  change(path_, "UPDATE log SET salt = zeroblob(32) WHERE number = 5");
  EXPECT_EQ(refused(), "verification_failed");
}

TEST_F(Upgrade, an_older_register_with_damaged_pages_is_left_as_it_was) {
  change(path_, kMadeOlder);
  // The tables are worked out anew from the log: that they are damaged says that the disk is.
  const auto page = number(path_, "SELECT rootpage FROM sqlite_schema WHERE name = 'lots'");
  const auto size = number(path_, "PRAGMA page_size");
  {
    std::fstream file(path_, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp((page - 1) * size + size / 2);
    file << std::string(static_cast<std::size_t>(size / 2), '\xff');
  }
  EXPECT_EQ(refused(), "damaged_register");
}

TEST_F(Upgrade, where_the_old_file_cannot_be_kept_nothing_is_taken_over) {
  change(path_, kMadeOlder);
  fs::create_symlink(folder_.path + "/missing/elsewhere", path_ + "-before-upgrade");
  EXPECT_EQ(refused(), "storage_io");
}

TEST_F(Upgrade, a_register_that_another_program_has_open_is_left_as_it_was) {
  change(path_, kMadeOlder);
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &database), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database, "SELECT count(*) FROM log", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto upgraded = storage::upgrade_register(path_);
  EXPECT_EQ(upgraded ? "" : upgraded.error().name, storage::locked_register.name);
  EXPECT_EQ(number(path_, "SELECT count(*) FROM sqlite_schema WHERE name = 'trade_items'"), 0);
  sqlite3_close(database);
  EXPECT_TRUE(storage::upgrade_register(path_).value().has_value());
}

TEST_F(Upgrade, what_another_writes_while_it_is_taken_over_is_not_lost) {
  std::string told;
  for (int i = 0; i < 50 && told.empty(); ++i) {
    change(path_, kMadeOlder);
    told = upgraded_beside_a_writer();
  }
  EXPECT_EQ(told, storage::changed_register.name);
}

TEST_F(Upgrade, a_newer_register_is_left_as_it_was) {
  change(path_, "INSERT INTO layout (declared) VALUES ('unheard_of: number')");
  EXPECT_EQ(refused(), "newer_register");
}

TEST_F(Upgrade, an_older_register_that_nobody_may_write_to_is_left_as_it_was) {
  change(path_, kMadeOlder);
  fs::permissions(path_, fs::perms::owner_read);
  EXPECT_EQ(refused(), "read_only_register");
}

TEST_F(Upgrade, the_new_file_is_as_open_to_others_as_the_old_one) {
  change(path_, kMadeOlder);
  fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  ASSERT_TRUE(storage::upgrade_register(path_).value().has_value());
  EXPECT_EQ(fs::status(path_).permissions(), fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
}

TEST_F(Upgrade, a_file_of_accounts_gets_the_tables_that_came_since) {
  const std::string path = storage::access_path(path_);
  storage::AccessFile::open(path, storage::OpenMode::write, log_id_, clock_).value();
  change(path, "DROP TABLE kept_keys; DELETE FROM layout WHERE declared GLOB 'kept_keys: *'");
  EXPECT_EQ(storage::AccessFile::open(path, storage::OpenMode::read_only, log_id_, clock_).error().number,
            storage::older_register.number);
  storage::AccessFile::open(path, storage::OpenMode::write, log_id_, clock_).value();
  EXPECT_TRUE(storage::AccessFile::open(path, storage::OpenMode::read_only, log_id_, clock_));
}

}  // namespace
}  // namespace lotline
