// The access log: entries of many threads, and what is found when the file was altered.

#include <sqlite3.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "service/refusals.h"
#include "storage/refusals.h"
#include "tests/accounts/access_fixture.h"

namespace lotline {

namespace {

access::Entry look(std::string object) {
  access::Entry entry;
  entry.at = Instant{1};
  entry.who = "amara";
  entry.organisation = PartyId{5};
  entry.what = "POST /api/v1/traces";
  entry.object = std::move(object);
  entry.case_number = "K-12";
  entry.change = "";
  entry.lots = 3;
  entry.holders = 2;
  entry.request = "r-1";
  return entry;
}

/// Alters the file behind the program's back.
void alter(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
  sqlite3_close(database);
}

}  // namespace

class AccessLogTest : public AccessTest {
 protected:
  /// The refusal of a log that was altered so, or "" when nothing was found.
  std::string found_after(const std::string& sql) {
    file_.reset();
    alter(path_, sql);
    open(storage::OpenMode::read_only);
    const auto verified = service::verify_access(*file_, kLog);
    return verified ? "" : verified.error().text;
  }
};

TEST_F(AccessLogTest, an_entry_reads_back_as_it_was_written) {
  const access::Entry entry = look("lot A17-1");
  EXPECT_EQ(service::decode_entry(service::encode_entry(entry)).value(), entry);
  EXPECT_EQ(service::encode_entry(entry),
            R"({"at":"1970-01-01T00:00:01Z","case":"K-12","for":5,"holders":2,"lots":3,"object":"lot A17-1",)"
            R"("request":"r-1","v":1,"what":"POST /api/v1/traces","who":"amara"})");
  EXPECT_EQ(refused(service::decode_entry(R"({"at":"1970-01-01T00:00:01Z","v":2,"what":"x"})")),
            service::newer_record.number);
}

TEST_F(AccessLogTest, begins_with_the_log_it_stands_beside) {
  const auto first = entries();
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].entry.what, service::kAccessOpened);
  EXPECT_EQ(first[0].entry.object, kLog);
  EXPECT_EQ(service::verify_access(*file_, kLog).value().entries, 1);
  EXPECT_EQ(refused(service::verify_access(*file_, "another")), service::verification_failed.number);
}

TEST_F(AccessLogTest, nobody_but_its_owner_reads_the_file_or_what_stands_beside_it) {
  for (const char* beside : {"", "-wal", "-shm"}) {
    struct stat status{};
    ASSERT_EQ(stat((path_ + beside).c_str(), &status), 0) << beside;
    EXPECT_EQ(status.st_mode & 0777, 0600U) << beside;
  }
}

TEST_F(AccessLogTest, is_no_register_and_a_register_is_none) {
  file_.reset();
  storage::SqliteOptions options;
  const auto as_register = storage::open_sqlite(path_, storage::OpenMode::read_only, options);
  EXPECT_EQ(refused(as_register), storage::not_a_register.number);
  options.schema_version = storage::kAccessSchemaVersion;
  storage::open_sqlite(folder_.path + "/other", storage::OpenMode::create, options).value();
  EXPECT_EQ(refused(storage::AccessFile::open(folder_.path + "/other", storage::OpenMode::write, kLog, clock_)),
            storage::not_a_register.number);
}

TEST_F(AccessLogTest, entries_of_many_threads_are_all_kept_and_share_commits) {
  constexpr int kThreads = 8, kEach = 50;
  const std::int64_t before = file_->commits();
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < kEach; ++i) EXPECT_TRUE(service::note_access(*desk_, look(fmt::format("lot {}-{}", t, i))));
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(file_->head().records, 1 + kThreads * kEach);
  EXPECT_LT(file_->commits() - before, kThreads * kEach);
  EXPECT_EQ(service::verify_access(*file_, kLog).value().entries, 1 + kThreads * kEach);
  open();
  EXPECT_EQ(file_->head().records, 1 + kThreads * kEach);
}

TEST_F(AccessLogTest, two_processes_write_into_one_log) {
  const auto another = storage::AccessFile::open(path_, storage::OpenMode::write, kLog, clock_).value();
  service::AccessDesk desk{*another, clock_};
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(service::note_access(*desk_, look("here")));
    ASSERT_TRUE(service::note_access(desk, look("there")));
  }
  EXPECT_EQ(service::verify_access(*file_, kLog).value().entries, 11);
}

TEST_F(AccessLogTest, what_is_refused_is_undone_with_its_entry_and_alone) {
  const auto outcome = file_->write([](service::AccessWork& work) -> Result<void> {
    work.note(look("undone"));
    work.accounts().attempts.put({"n", "a", 1, {}, {}});
    return refuse(access::unknown_account);
  });
  EXPECT_EQ(refused(outcome), access::unknown_account.number);
  ASSERT_TRUE(service::note_access(*desk_, look("kept")));
  EXPECT_EQ(entries().size(), 2U);
  file_->read([](const access::Accounts& accounts) { EXPECT_TRUE(accounts.attempts.all().empty()); });
  EXPECT_EQ(service::verify_access(*file_, kLog).value().entries, 2);
}

TEST_F(AccessLogTest, is_read_from_its_end_in_parts_and_by_who_case_and_object) {
  for (int i = 0; i < 10; ++i) ASSERT_TRUE(service::note_access(*desk_, look(i % 2 == 0 ? "even" : "odd")));
  const auto& keeper = access::keeper_of_the_file();
  const auto newest = service::list_access(*desk_, keeper, 0, 4, {}).value();
  ASSERT_EQ(newest.size(), 4U);
  EXPECT_EQ(newest.front().number, 11);
  const auto next = service::list_access(*desk_, keeper, newest.back().number, 4, {}).value();
  EXPECT_EQ(next.front().number, 7);
  EXPECT_EQ(service::list_access(*desk_, keeper, 0, 100, {"amara", "K-12", "odd"}).value().size(), 5U);
  EXPECT_EQ(service::list_access(*desk_, keeper, 0, 100, {"bruno", "", ""}).value().size(), 0U);
}

TEST_F(AccessLogTest, an_altered_entry_is_found) {
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(service::note_access(*desk_, look("lot")));
  EXPECT_NE(found_after(R"(UPDATE log SET body = replace(body, '"who":"amara"', '"who":"bruno"') WHERE number = 3)")
                .find("the root over the access log is not the one kept"),
            std::string::npos);
}

TEST_F(AccessLogTest, a_missing_entry_is_found) {
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(service::note_access(*desk_, look("lot")));
  EXPECT_NE(found_after("DELETE FROM log WHERE number = 3").find("entry 3 is missing"), std::string::npos);
}

TEST_F(AccessLogTest, a_log_cut_short_is_found) {
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(service::note_access(*desk_, look("lot")));
  EXPECT_NE(found_after("DELETE FROM log WHERE number = 4").find("holds 3 entries, its head says 4"),
            std::string::npos);
}

TEST_F(AccessLogTest, an_entry_written_otherwise_is_found) {
  ASSERT_TRUE(service::note_access(*desk_, look("lot")));
  EXPECT_NE(found_after("UPDATE log SET body = ' ' || body WHERE number = 2").find("not in canonical form"),
            std::string::npos);
  EXPECT_NE(found_after("UPDATE log SET body = 'nothing' WHERE number = 2").find("entry 2 cannot be read"),
            std::string::npos);
}

TEST_F(AccessLogTest, damage_to_the_file_is_found) {
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(service::note_access(*desk_, look(fmt::format("lot {}", i))));
  desk_.reset();
  file_.reset();
  {
    std::fstream bytes(path_, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(-4096, std::ios::end);  // its newest page, of the log
    bytes.put('x');
  }
  open(storage::OpenMode::read_only);
  EXPECT_NE(service::verify_access(*file_, kLog).error().text.find("the file of the access log is damaged"),
            std::string::npos);
}

TEST_F(AccessLogTest, what_finds_no_room_is_not_kept_and_the_next_is) {
  ASSERT_TRUE(service::note_access(*desk_, look("before")));
  {
    const NoRoom no_room(1);
    EXPECT_THROW(static_cast<void>(service::note_access(*desk_, look("lost"))), storage::StorageFault);
  }
  ASSERT_TRUE(service::note_access(*desk_, look("after")));
  EXPECT_EQ(service::verify_access(*file_, kLog).value().entries, 3);
  open();
  EXPECT_EQ(entries().front().entry.object, "after");
  EXPECT_EQ(entries().size(), 3U);
}

TEST_F(AccessLogTest, a_file_opened_to_read_takes_no_entry) {
  open(storage::OpenMode::read_only);
  EXPECT_EQ(refused(service::note_access(*desk_, look("lot"))), storage::read_only_register.number);
  EXPECT_EQ(entries().size(), 1U);
}

}  // namespace lotline
