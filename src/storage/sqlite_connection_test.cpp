#include "storage/sqlite_connection.h"

#include <gtest/gtest.h>

#include "storage/register_fixture.h"

namespace lotline::storage {
namespace {

namespace fs = std::filesystem;

class SqliteConnection : public RegisterFolder {};

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

}  // namespace
}  // namespace lotline::storage
