#include "storage/sqlite_connection.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "storage/refusals.h"
#include "storage/register_file.h"

namespace lotline::storage {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, gone afterwards.
class SqliteConnection : public testing::Test {
 protected:
  SqliteConnection() {
    std::string name = (fs::temp_directory_path() / "lotline-XXXXXX").string();
    folder = mkdtemp(name.data());
    path = (folder / "register.lotline").string();
  }
  ~SqliteConnection() override { fs::remove_all(folder); }

  [[nodiscard]] std::unique_ptr<Connection> open(OpenMode mode) const {
    SqliteOptions options;
    options.busy_timeout_ms = 20;
    return std::move(open_sqlite(path, mode, options).value());
  }
  /// A register with one table that holds the numbers 1 to 3.
  [[nodiscard]] std::unique_ptr<Connection> made() const {
    auto connection = open(OpenMode::create);
    connection->execute("CREATE TABLE t (n INTEGER PRIMARY KEY, x); INSERT INTO t (n) VALUES (1), (2), (3)");
    return connection;
  }
  [[nodiscard]] int refusal(OpenMode mode, std::int32_t schema_version = 1) const {
    SqliteOptions options;
    options.schema_version = schema_version;
    options.busy_timeout_ms = 20;
    const auto opened = open_sqlite(path, mode, options);
    return opened ? 0 : opened.error().number;
  }
  void write_file(const std::string& bytes) const { std::ofstream(path, std::ios::binary) << bytes; }
  [[nodiscard]] std::string read_file() const {
    std::stringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
  }
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
  }

  fs::path folder;
  std::string path;
};

std::int64_t number(Connection& connection, std::string_view sql) {
  const auto statement = connection.prepare(sql);
  return statement->step() ? statement->column_int64(0) : -1;
}
std::int64_t rows(Connection& connection) { return number(connection, "SELECT count(*) FROM t"); }

template <class Act>
int fault(const Act& act) {
  try {
    act();
  } catch (const StorageFault& thrown) {
    return thrown.refusal().number;
  }
  return 0;
}

TEST_F(SqliteConnection, what_is_bound_is_read_back) {
  const auto connection = made();
  const auto insert = connection->prepare("INSERT INTO t (n, x) VALUES (?1, ?2)");
  const std::vector<std::uint8_t> blob = {0, 1, 255};
  const auto keep = [&](std::int64_t n, const auto& value) {
    insert->bind(1, n);
    insert->bind(2, value);
    EXPECT_FALSE(insert->step());
    EXPECT_EQ(connection->changes(), 1);
  };
  keep(10, std::int64_t{-9007199254740991});
  keep(11, std::string_view{"caf\xC3\xA9\0z", 7});
  keep(12, std::span<const std::uint8_t>{blob});
  keep(13, std::string_view{});
  keep(14, std::span<const std::uint8_t>{});
  insert->bind(1, 15);
  insert->bind_null(2);
  insert->step();
  insert->bind(1, 16);
  insert->bind_borrowed(2, std::string_view{"lent"});
  insert->step();
  insert->bind(1, 17);
  insert->bind_borrowed(2, std::span<const std::uint8_t>{blob});
  insert->step();

  const auto select = connection->prepare("SELECT x, typeof(x) FROM t WHERE n = ?1");
  const auto at = [&](std::int64_t n) {
    select->reset();
    select->bind(1, n);
    EXPECT_TRUE(select->step()) << n;
    return std::string{select->column_text(1)};
  };
  EXPECT_EQ(at(10), "integer");
  EXPECT_EQ(select->column_int64(0), -9007199254740991);
  EXPECT_EQ(at(11), "text");
  EXPECT_EQ(select->column_text(0), (std::string_view{"caf\xC3\xA9\0z", 7}));
  EXPECT_EQ(at(12), "blob");
  EXPECT_TRUE(std::ranges::equal(select->column_blob(0), blob));
  EXPECT_EQ(at(13), "text");
  EXPECT_FALSE(select->column_is_null(0));
  EXPECT_EQ(at(14), "blob");
  EXPECT_FALSE(select->column_is_null(0));
  EXPECT_EQ(at(15), "null");
  EXPECT_TRUE(select->column_is_null(0));
  EXPECT_EQ(select->column_text(0), "");
  EXPECT_EQ(at(16), "text");
  EXPECT_EQ(select->column_text(0), "lent");
  EXPECT_EQ(at(17), "blob");
  EXPECT_TRUE(std::ranges::equal(select->column_blob(0), blob));
}

TEST_F(SqliteConnection, a_bound_text_is_copied_and_may_go_away) {
  const auto connection = made();
  const auto select = connection->prepare("SELECT ?1, ?2");
  {
    std::string text(100, 'a');
    std::vector<std::uint8_t> blob(100, 7);
    select->bind(1, std::string_view{text});
    select->bind(2, std::span<const std::uint8_t>{blob});
    text.assign(100, 'b');
    blob.assign(100, 8);
  }
  ASSERT_TRUE(select->step());
  EXPECT_EQ(select->column_text(0), std::string(100, 'a'));
  EXPECT_EQ(select->column_blob(1)[99], 7);
}

TEST_F(SqliteConnection, a_statement_at_its_end_stands_ready_for_the_next_values_and_holds_no_lock) {
  const auto connection = made();
  const auto select = connection->prepare("SELECT n FROM t WHERE n > ?1 ORDER BY n");
  select->bind(1, 1);
  EXPECT_TRUE(select->step());
  EXPECT_TRUE(select->step());
  EXPECT_FALSE(select->step());
  connection->checkpoint();
  select->bind(1, 2);
  EXPECT_TRUE(select->step());
  EXPECT_EQ(select->column_int64(0), 3);
}

TEST_F(SqliteConnection, a_transaction_takes_effect_whole_or_not_at_all) {
  const auto connection = made();
  connection->begin_immediate();
  EXPECT_TRUE(connection->in_transaction());
  connection->execute("INSERT INTO t (n) VALUES (4)");
  connection->rollback();
  EXPECT_FALSE(connection->in_transaction());
  EXPECT_EQ(rows(*connection), 3);
  connection->begin_immediate();
  connection->execute("INSERT INTO t (n) VALUES (4)");
  connection->commit();
  EXPECT_FALSE(connection->in_transaction());
  EXPECT_EQ(rows(*connection), 4);
  connection->rollback();
  EXPECT_EQ(rows(*connection), 4);
}

TEST_F(SqliteConnection, a_transaction_left_open_is_undone) {
  {
    const auto connection = made();
    connection->begin_immediate();
    connection->execute("INSERT INTO t (n) VALUES (4)");
  }
  EXPECT_EQ(rows(*open(OpenMode::write)), 3);
}

TEST_F(SqliteConnection, a_read_transaction_sees_one_state) {
  const auto writer = made();
  const auto reader = open(OpenMode::read_only);
  reader->begin_read();
  EXPECT_EQ(rows(*reader), 3);
  writer->execute("INSERT INTO t (n) VALUES (4)");
  EXPECT_EQ(rows(*reader), 3);
  reader->commit();
  EXPECT_EQ(rows(*reader), 4);
}

TEST_F(SqliteConnection, a_closed_register_is_one_file_signed_and_numbered) {
  made().reset();
  EXPECT_EQ(files(), std::vector<std::string>{"register.lotline"});
  const auto connection = open(OpenMode::write);
  EXPECT_EQ(connection->schema_version(), 1);
  EXPECT_EQ(number(*connection, "PRAGMA application_id"), kApplicationId);
  EXPECT_EQ(rows(*connection), 3);
  EXPECT_EQ(connection->path(), fs::canonical(path).string());
  EXPECT_FALSE(connection->read_only());
}

TEST_F(SqliteConnection, commits_are_synced_in_full_deleted_bytes_overwritten_and_nothing_spills_to_other_files) {
  const auto connection = made();
  const auto mode = connection->prepare("PRAGMA journal_mode");
  ASSERT_TRUE(mode->step());
  EXPECT_EQ(mode->column_text(0), "wal");
  EXPECT_EQ(number(*connection, "PRAGMA synchronous"), 2);
  EXPECT_EQ(number(*connection, "PRAGMA secure_delete"), 1);
  EXPECT_EQ(number(*connection, "PRAGMA temp_store"), 2);
  EXPECT_EQ(number(*connection, "PRAGMA foreign_keys"), 1);
  EXPECT_EQ(number(*connection, "PRAGMA cache_size"), -64 * 1024);
  EXPECT_EQ(number(*connection, "PRAGMA wal_autocheckpoint"), 1000);
}

TEST_F(SqliteConnection, after_an_erasure_and_a_checkpoint_the_erased_bytes_stand_nowhere) {
  const std::string name = "Simulated Holder 4711";
  const auto connection = made();
  connection->execute("UPDATE t SET x = '" + name + "' WHERE n = 2");
  connection->checkpoint();
  ASSERT_NE(read_file().find(name), std::string::npos);
  connection->execute("UPDATE t SET x = NULL WHERE n = 2");
  connection->checkpoint();
  EXPECT_EQ(read_file().find(name), std::string::npos);
  EXPECT_EQ(fs::file_size(path + "-wal"), 0U);
}

TEST_F(SqliteConnection, a_checkpoint_that_a_reader_stands_in_the_way_of_says_so) {
  const auto writer = made();
  const auto reader = open(OpenMode::read_only);
  reader->begin_read();
  EXPECT_EQ(rows(*reader), 3);
  EXPECT_EQ(fault([&] { writer->checkpoint(); }), locked_register.number);
  reader->commit();
  EXPECT_EQ(fault([&] { writer->checkpoint(); }), 0);
}

TEST_F(SqliteConnection, a_folder_or_file_that_is_not_there_is_refused) {
  EXPECT_EQ(refusal(OpenMode::write), no_such_register.number);
  EXPECT_EQ(refusal(OpenMode::read_only), no_such_register.number);
  path = (folder / "missing" / "register.lotline").string();
  EXPECT_EQ(refusal(OpenMode::write), no_such_folder.number);
  EXPECT_EQ(refusal(OpenMode::create), no_such_folder.number);
}

TEST_F(SqliteConnection, a_file_that_exists_is_never_made_into_a_register) {
  write_file("somebody's notes");
  EXPECT_EQ(refusal(OpenMode::create), register_exists.number);
  EXPECT_EQ(read_file(), "somebody's notes");
  EXPECT_EQ(files().size(), 1U);
}

TEST_F(SqliteConnection, a_file_that_is_no_register_is_refused) {
  write_file("");
  EXPECT_EQ(refusal(OpenMode::write), not_a_register.number);
  write_file(std::string(5000, 'x'));
  EXPECT_EQ(refusal(OpenMode::write), not_a_register.number);
  EXPECT_EQ(refusal(OpenMode::read_only), not_a_register.number);
  path = folder.string();
  EXPECT_EQ(refusal(OpenMode::read_only), not_a_register.number);
}

TEST_F(SqliteConnection, another_programs_database_is_refused) {
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
  sqlite3_exec(other, "CREATE TABLE t (n)", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  EXPECT_EQ(refusal(OpenMode::write), not_a_register.number);
}

TEST_F(SqliteConnection, a_register_of_another_version_is_refused) {
  {
    SqliteOptions options;
    options.schema_version = 5;
    EXPECT_TRUE(open_sqlite(path, OpenMode::create, options).has_value());
  }
  EXPECT_EQ(refusal(OpenMode::write, 4), newer_register.number);
  EXPECT_EQ(refusal(OpenMode::write, 6), older_register.number);
  EXPECT_EQ(refusal(OpenMode::read_only, 4), newer_register.number);
  EXPECT_EQ(refusal(OpenMode::write, 5), 0);
}

TEST_F(SqliteConnection, a_truncated_register_is_refused_and_left_as_it_is) {
  made().reset();
  const std::string whole = read_file();
  for (const std::size_t size :
       {std::size_t{16}, std::size_t{99}, std::size_t{100}, whole.size() / 2, whole.size() - 1}) {
    write_file(whole.substr(0, size));
    EXPECT_EQ(refusal(OpenMode::write), damaged_register.number) << size;
    EXPECT_EQ(refusal(OpenMode::read_only), damaged_register.number) << size;
    EXPECT_EQ(fs::file_size(path), size);
    EXPECT_EQ(files().size(), 1U);
  }
  write_file(whole);
  EXPECT_EQ(refusal(OpenMode::write), 0);
}

TEST_F(SqliteConnection, a_register_whose_schema_is_damaged_is_refused) {
  made().reset();
  std::string bytes = read_file();
  std::fill(bytes.begin() + 100, bytes.begin() + 4096, '\x7B');
  write_file(bytes);
  EXPECT_EQ(refusal(OpenMode::write), damaged_register.number);
  EXPECT_EQ(refusal(OpenMode::read_only), damaged_register.number);
}

TEST_F(SqliteConnection, damage_inside_a_register_is_a_fault_when_met_and_found_when_looked_for) {
  {
    const auto connection = made();
    EXPECT_EQ(connection->damage(), "");
  }
  std::string bytes = read_file();
  std::fill(bytes.begin() + 4096, bytes.begin() + 8192, '\x7B');
  write_file(bytes);
  const auto connection = open(OpenMode::read_only);
  EXPECT_EQ(fault([&] { rows(*connection); }), damaged_register.number);
  EXPECT_NE(connection->damage(), "");
}

TEST_F(SqliteConnection, a_register_marked_read_only_is_not_opened_for_writing_even_by_the_superuser) {
  made().reset();
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  EXPECT_EQ(refusal(OpenMode::write), read_only_register.number);
  EXPECT_EQ(rows(*open(OpenMode::read_only)), 3);
}

TEST_F(SqliteConnection, a_connection_opened_to_read_does_not_write) {
  made().reset();
  const auto connection = open(OpenMode::read_only);
  EXPECT_TRUE(connection->read_only());
  EXPECT_EQ(fault([&] { connection->begin_immediate(); }), read_only_register.number);
  EXPECT_EQ(fault([&] { connection->execute("INSERT INTO t (n) VALUES (4)"); }), read_only_register.number);
  EXPECT_EQ(rows(*connection), 3);
}

TEST_F(SqliteConnection, a_closed_register_is_read_without_a_file_beside_it) {
  made().reset();
  const FileStamp before = stamp_of(path);
  {
    const auto connection = open(OpenMode::read_only);
    connection->begin_read();
    EXPECT_EQ(rows(*connection), 3);
    EXPECT_EQ(files().size(), 1U);
    connection->commit();
  }
  EXPECT_EQ(files().size(), 1U);
  EXPECT_EQ(stamp_of(path), before);
}

TEST_F(SqliteConnection, a_register_that_a_killed_writer_left_behind_is_read_whole_without_a_write) {
  const auto writer = made();
  const fs::path copy = folder / "copy";
  fs::create_directory(copy);
  for (const std::string end : {"", "-wal", "-shm"})
    fs::copy_file(path + end, (copy / "register.lotline").string() + end);
  path = (copy / "register.lotline").string();
  // Once with the index of the -wal file beside it and once without, as a copy or another machine may have it.
  for (const bool with_index : {true, false}) {
    if (!with_index) fs::remove(path + "-shm");
    const FileStamp register_before = stamp_of(path);
    const FileStamp wal_before = stamp_of(path + "-wal");
    EXPECT_GT(wal_before.size, 0);
    {
      const auto reader = open(OpenMode::read_only);
      reader->begin_read();
      EXPECT_EQ(rows(*reader), 3) << with_index;
      reader->commit();
      EXPECT_EQ(fault([&] { reader->execute("INSERT INTO t (n) VALUES (4)"); }), read_only_register.number);
    }
    EXPECT_EQ(stamp_of(path), register_before) << with_index;
    EXPECT_EQ(stamp_of(path + "-wal"), wal_before) << with_index;
    EXPECT_EQ(fs::exists(path + "-shm"), with_index);
  }
  EXPECT_EQ(rows(*open(OpenMode::write)), 3);
}

TEST_F(SqliteConnection, a_reader_without_locks_says_that_the_register_was_written_to) {
  made().reset();
  const auto between = open(OpenMode::read_only);
  const auto within = open(OpenMode::read_only);
  within->begin_read();
  EXPECT_EQ(rows(*within), 3);
  open(OpenMode::write)->execute("INSERT INTO t (n) VALUES (4)");
  EXPECT_EQ(fault([&] { within->commit(); }), changed_register.number);
  EXPECT_EQ(fault([&] { between->begin_read(); }), changed_register.number);
  EXPECT_EQ(rows(*open(OpenMode::read_only)), 4);
}

TEST_F(SqliteConnection, a_reader_of_a_copied_wal_says_that_a_writer_took_it_over) {
  auto writer = made();
  fs::copy_file(path, path + "2");
  fs::copy_file(path + "-wal", path + "2-wal");
  path += "2";
  const auto reader = open(OpenMode::read_only);
  reader->begin_read();
  EXPECT_EQ(rows(*reader), 3);
  const auto second = open(OpenMode::write);
  second->execute("INSERT INTO t (n) VALUES (4)");
  EXPECT_EQ(fault([&] { reader->commit(); }), changed_register.number);
}

TEST_F(SqliteConnection, two_writers_never_write_at_once) {
  const auto first = made();
  const auto second = open(OpenMode::write);
  first->begin_immediate();
  EXPECT_EQ(fault([&] { second->begin_immediate(); }), locked_register.number);
  EXPECT_FALSE(second->in_transaction());
  EXPECT_EQ(rows(*second), 3);
  first->commit();
  second->begin_immediate();
  second->rollback();
}

TEST_F(SqliteConnection, another_process_that_writes_keeps_the_lock_and_leaves_readers_alone) {
  made().reset();
  int ready[2];
  int done[2];
  ASSERT_EQ(pipe(ready) + pipe(done), 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto writer = open(OpenMode::write);
    writer->execute("INSERT INTO t (n) VALUES (4)");
    writer->begin_immediate();
    writer->execute("INSERT INTO t (n) VALUES (5)");
    char byte = 'x';
    const bool told = write(ready[1], &byte, 1) == 1 && read(done[0], &byte, 1) == 1;
    _exit(told ? 0 : 1);  // killed: nothing is closed or committed
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  {
    const auto reader = open(OpenMode::read_only);
    EXPECT_EQ(rows(*reader), 4);
  }
  {
    const auto writer = open(OpenMode::write);
    EXPECT_EQ(fault([&] { writer->begin_immediate(); }), locked_register.number);
  }
  ASSERT_EQ(write(done[1], &byte, 1), 1);
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  for (const int end : {ready[0], ready[1], done[0], done[1]}) close(end);
  EXPECT_EQ(rows(*open(OpenMode::read_only)), 4);
  EXPECT_EQ(rows(*open(OpenMode::write)), 4);
}

TEST_F(SqliteConnection, a_register_that_another_keeps_locked_whole_is_refused) {
  made().reset();
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
  sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", nullptr, nullptr, nullptr);
  EXPECT_EQ(refusal(OpenMode::write), locked_register.number);
  sqlite3_close(other);
  EXPECT_EQ(refusal(OpenMode::write), 0);
}

TEST_F(SqliteConnection, a_full_disk_ends_the_transaction_and_keeps_what_was_committed) {
  const auto connection = made();
  connection->execute("PRAGMA max_page_count = 4");
  connection->begin_immediate();
  const auto insert = connection->prepare("INSERT INTO t (x) VALUES (?1)");
  insert->bind(1, std::string(3000, 'x'));
  EXPECT_EQ(fault([&] {
              for (int i = 0; i < 10; ++i) insert->step();
            }),
            disk_full.number);
  connection->rollback();
  EXPECT_EQ(rows(*connection), 3);
}

TEST_F(SqliteConnection, a_broken_constraint_and_a_misspelt_query_are_faults_of_their_own) {
  const auto connection = made();
  const auto insert = connection->prepare("INSERT INTO t (n) VALUES (?1)");
  insert->bind(1, 3);
  EXPECT_EQ(fault([&] { insert->step(); }), broken_constraint.number);
  insert->bind(1, 4);
  EXPECT_FALSE(insert->step());
  EXPECT_EQ(fault([&] { connection->execute("CREATE nonsense"); }), storage_fault.number);
  EXPECT_EQ(fault([&] { static_cast<void>(connection->prepare("SELECT \"misspelt\" FROM t")); }), storage_fault.number);
  EXPECT_EQ(fault([&] { insert->bind(2, 1); }), storage_fault.number);
}

TEST_F(SqliteConnection, a_fault_says_what_happened) {
  const StorageFault thrown(disk_full, "register.lotline");
  EXPECT_EQ(std::string{thrown.what()}, thrown.refusal().text);
  EXPECT_EQ(thrown.refusal().name, "disk_full");
  EXPECT_NE(thrown.refusal().text.find("register.lotline"), std::string::npos);
}

TEST_F(SqliteConnection, a_name_with_signs_of_an_address_and_a_link_lead_to_the_same_register) {
  path = (folder / "a?b#c%20 d.lotline").string();
  made().reset();
  EXPECT_EQ(files(), std::vector<std::string>{"a?b#c%20 d.lotline"});
  fs::create_symlink(path, folder / "link");
  const auto writer = open(OpenMode::write);
  writer->execute("INSERT INTO t (n) VALUES (4)");
  path = (folder / "link").string();
  EXPECT_EQ(rows(*open(OpenMode::read_only)), 4);
}

TEST_F(SqliteConnection, a_register_that_cannot_be_made_leaves_no_file) {
  SqliteOptions options;
  options.vfs = "no such file system";
  EXPECT_FALSE(open_sqlite(path, OpenMode::create, options).has_value());
  EXPECT_TRUE(files().empty());
}

}  // namespace
}  // namespace lotline::storage
