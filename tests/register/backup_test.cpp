// A copy of a register that others write to.

#include "storage/backup.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <fstream>

#include "storage/access_store.h"
#include "storage/refusals.h"
#include "tests/register/desk_fixture.h"

namespace lotline {
namespace {

class Backup : public SmallState {
 protected:
  std::string into_ = folder_.path + "/copy.lotline";
};

TEST_F(Backup, has_the_log_the_root_and_the_accounts_of_the_register_in_use) {
  made_lot("L-1");
  {
    ASSERT_TRUE(storage::AccessFile::open(storage::access_path(path_), storage::OpenMode::write, "log", clock_));
  }
  const auto head = storage::back_up(path_, into_);
  ASSERT_TRUE(head.has_value()) << head.error().text;
  EXPECT_EQ(proof::to_hex(head->root), root());
  EXPECT_EQ(head->records, store_->head().records);
  struct stat found{};
  for (const auto& file : {into_, storage::access_path(into_)}) {
    ASSERT_EQ(::stat(file.c_str(), &found), 0) << file;
    EXPECT_EQ(found.st_mode & 0777U, 0600U) << file;
  }
  // It is a register like any other: the next act goes on where the copy ends.
  made_lot("L-2");
  path_ = into_;
  reopen();
  EXPECT_EQ(proof::to_hex(head->root), root());
  made_lot("L-3");
  expect_verified();
}

TEST_F(Backup, is_refused_where_a_file_stands) {
  std::ofstream(into_) << "somebody's";
  EXPECT_EQ(storage::back_up(path_, into_).error().number, storage::register_exists.number);
  std::filesystem::remove(into_);
  std::ofstream(storage::access_path(into_)) << "somebody's";
  EXPECT_EQ(storage::back_up(path_, into_).error().number, storage::register_exists.number);
  EXPECT_FALSE(std::filesystem::exists(into_));
}

TEST_F(Backup, of_a_log_that_was_altered_is_refused_and_leaves_nothing) {
  desk_.reset();
  store_.reset();
  sqlite3* file = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &file), SQLITE_OK);
  constexpr const char* kAltered = "UPDATE log SET body = body || ' ' WHERE number = 2";
  EXPECT_EQ(sqlite3_exec(file, kAltered, nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(sqlite3_changes(file), 1);
  sqlite3_close(file);
  const auto copied = storage::back_up(path_, into_);
  ASSERT_FALSE(copied.has_value());
  EXPECT_EQ(copied.error().number, storage::damaged_register.number);
  EXPECT_FALSE(std::filesystem::exists(into_));
}

TEST_F(Backup, of_what_is_no_register_leaves_nothing) {
  const std::string other = folder_.path + "/other";
  std::ofstream(other) << "no register";
  EXPECT_FALSE(storage::back_up(other, into_).has_value());
  EXPECT_FALSE(std::filesystem::exists(into_));
}

}  // namespace
}  // namespace lotline
