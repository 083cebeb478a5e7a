#include "storage/sqlite_connection.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/register_fixture.h"

namespace lotline::storage {
namespace {

namespace fs = std::filesystem;

class SqliteOpening : public RegisterFolder {};

TEST_F(SqliteOpening, a_folder_or_file_that_is_not_there_is_refused) {
  EXPECT_EQ(refusal(OpenMode::write), no_such_register.number);
  EXPECT_EQ(refusal(OpenMode::read_only), no_such_register.number);
  path = (folder / "missing" / "register.lotline").string();
  EXPECT_EQ(refusal(OpenMode::write), no_such_folder.number);
  EXPECT_EQ(refusal(OpenMode::create), no_such_folder.number);
}

TEST_F(SqliteOpening, a_file_that_exists_is_never_made_into_a_register) {
  write_file("somebody's notes");
  EXPECT_EQ(refusal(OpenMode::create), register_exists.number);
  EXPECT_EQ(read_file(), "somebody's notes");
  EXPECT_EQ(files().size(), 1U);
}

TEST_F(SqliteOpening, a_file_that_is_no_register_is_refused) {
  write_file("");
  EXPECT_EQ(refusal(OpenMode::write), not_a_register.number);
  write_file(std::string(5000, 'x'));
  EXPECT_EQ(refusal(OpenMode::write), not_a_register.number);
  EXPECT_EQ(refusal(OpenMode::read_only), not_a_register.number);
  path = folder.string();
  EXPECT_EQ(refusal(OpenMode::read_only), not_a_register.number);
  EXPECT_NE(open_sqlite(path, OpenMode::read_only).error().text.find("is not a file"), std::string::npos);
}

TEST_F(SqliteOpening, another_programs_database_is_refused) {
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
  sqlite3_exec(other, "CREATE TABLE t (n)", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  EXPECT_EQ(refusal(OpenMode::write), not_a_register.number);
}

TEST_F(SqliteOpening, a_register_of_another_version_is_refused) {
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

TEST_F(SqliteOpening, a_truncated_register_is_refused_and_left_as_it_is) {
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

TEST_F(SqliteOpening, a_register_whose_schema_is_damaged_is_refused) {
  made().reset();
  std::string bytes = read_file();
  std::fill(bytes.begin() + 100, bytes.begin() + 4096, '\x7B');
  write_file(bytes);
  EXPECT_EQ(refusal(OpenMode::write), damaged_register.number);
  EXPECT_EQ(refusal(OpenMode::read_only), damaged_register.number);
}

TEST_F(SqliteOpening, a_register_marked_read_only_is_not_opened_for_writing_even_by_the_superuser) {
  made().reset();
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  EXPECT_EQ(refusal(OpenMode::write), read_only_register.number);
  EXPECT_EQ(rows(*open(OpenMode::read_only)), 3);
}

TEST_F(SqliteOpening, a_connection_opened_to_read_does_not_write) {
  made().reset();
  const auto connection = open(OpenMode::read_only);
  EXPECT_TRUE(connection->read_only());
  EXPECT_EQ(fault([&] { connection->begin_immediate(); }), read_only_register.number);
  EXPECT_EQ(fault([&] { connection->execute("INSERT INTO t (n) VALUES (4)"); }), read_only_register.number);
  EXPECT_EQ(rows(*connection), 3);
}

TEST_F(SqliteOpening, a_closed_register_is_read_without_a_file_beside_it) {
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

TEST_F(SqliteOpening, a_register_that_a_killed_writer_left_behind_is_read_whole_without_a_write) {
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

TEST_F(SqliteOpening, a_reader_without_locks_says_that_the_register_was_written_to) {
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

TEST_F(SqliteOpening, a_reader_of_a_copied_wal_says_that_a_writer_took_it_over) {
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

TEST_F(SqliteOpening, another_process_that_writes_keeps_the_lock_and_leaves_readers_alone) {
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

TEST_F(SqliteOpening, a_register_that_another_keeps_locked_whole_is_refused) {
  made().reset();
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
  sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", nullptr, nullptr, nullptr);
  EXPECT_EQ(refusal(OpenMode::write), locked_register.number);
  sqlite3_close(other);
  EXPECT_EQ(refusal(OpenMode::write), 0);
}

TEST_F(SqliteOpening, a_name_with_signs_of_an_address_and_a_link_lead_to_the_same_register) {
  path = (folder / "a?b#c%20 d.lotline").string();
  made().reset();
  EXPECT_EQ(files(), std::vector<std::string>{"a?b#c%20 d.lotline"});
  fs::create_symlink(path, folder / "link");
  const auto writer = open(OpenMode::write);
  writer->execute("INSERT INTO t (n) VALUES (4)");
  path = (folder / "link").string();
  EXPECT_EQ(rows(*open(OpenMode::read_only)), 4);
}

TEST_F(SqliteOpening, a_register_that_cannot_be_made_leaves_no_file) {
  SqliteOptions options;
  options.vfs = "no such file system";
  const auto opened = open_sqlite(path, OpenMode::create, options);
  ASSERT_FALSE(opened.has_value());
  EXPECT_NE(opened.error().text.find(path + ": no such vfs"), std::string::npos) << opened.error().text;
  EXPECT_TRUE(files().empty());
}

}  // namespace
}  // namespace lotline::storage
