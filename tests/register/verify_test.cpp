// Verification of a real register: what was altered in its file is found and named, what is only late is listed.

#include "service/verify.h"

#include <sqlite3.h>

#include <set>

#include "proof/canonical_json.h"
#include "proof/merkle_tree.h"
#include "tests/register/every_kind_fixture.h"

namespace lotline {

class Verify : public EveryKind {
 protected:
  std::unique_ptr<storage::Connection> closed() {
    desk_.reset();
    store_.reset();
    storage::SqliteOptions options;
    options.schema_version = storage::kSchemaVersion;
    return storage::open_sqlite(path_, storage::OpenMode::write, options).value();
  }
  /// Alters the closed register's file; what verification then says of it.
  std::string after(const std::string& sql) {
    const auto connection = closed();
    connection->execute(sql);
    EXPECT_GT(connection->changes(), 0) << sql;
    return verdict();
  }
  std::string verdict() {
    reopen();
    const auto verified = service::verify(*store_);
    if (verified) return "";
    EXPECT_EQ(verified.error().name, "verification_failed");
    return verified.error().text;
  }
  /// Puts another body in a record's place and makes the head fit, as one would who knows the format.
  void replace_body(RecordNumber altered, const std::string& body) {
    proof::Frontier frontier;
    store_->read_log(1, [&](const service::LoggedRecord& logged) {
      frontier.append(proof::leaf_hash(logged.salt, logged.number == altered ? body : logged.body));
      return true;
    });
    const auto connection = closed();
    const auto update = connection->prepare("UPDATE log SET body = ?1 WHERE number = ?2");
    update->bind(1, std::string_view{body});
    update->bind(2, altered);
    update->step();
    const std::string bytes = frontier.to_bytes();
    const auto head = connection->prepare("UPDATE head SET frontier = ?1");
    head->bind(1, std::span{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    head->step();
  }
};

void expect_named(const std::string& verdict, std::string_view place) {
  EXPECT_NE(verdict.find(place), std::string::npos) << "verification said: \"" << verdict << "\"";
}

// R98
TEST_F(Verify, a_register_with_every_kind_of_record_is_what_its_log_says) {
  std::int64_t told = 0;
  const auto verified = service::verify(*store_, [&](RecordNumber, RecordNumber) { ++told; });
  ASSERT_TRUE(verified.has_value()) << verified.error().text;
  EXPECT_EQ(verified->records, store_->head().records);
  EXPECT_EQ(verified->head.root, store_->head().root);
  EXPECT_EQ(verified->lots, 4);
  EXPECT_TRUE(verified->late.empty());
  EXPECT_EQ(told, 0);
}

// R98
TEST_F(Verify, an_altered_body_is_found) {
  expect_named(after("UPDATE log SET body = replace(body, 'misread', 'mislaid')"), "the root over the log");
}
TEST_F(Verify, an_altered_salt_is_found) {
  expect_named(after("UPDATE log SET salt = zeroblob(32) WHERE number = 5"), "record or salt was altered");
}
TEST_F(Verify, a_salt_of_another_length_is_found) {
  expect_named(after("UPDATE log SET salt = zeroblob(31) WHERE number = 5"), "record or salt was altered");
}
TEST_F(Verify, a_deleted_record_is_found) {
  expect_named(after("DELETE FROM log WHERE number = 7"), "record 7 is missing from the log");
}
TEST_F(Verify, a_deleted_newest_record_is_found) {
  const RecordNumber last = store_->head().records;
  expect_named(after("DELETE FROM log WHERE number = " + text(last)),
               fmt::format("the log holds {} records, its head says {}", last - 1, last));
}
TEST_F(Verify, an_added_record_is_found_at_either_end) {
  const RecordNumber last = store_->head().records;
  const std::string copy = " , salt, body FROM log WHERE number = 2";
  expect_named(after("INSERT INTO log (number, salt, body) SELECT 0" + copy), "where 0 stands in its place");
  closed()->execute("DELETE FROM log WHERE number = 0");
  EXPECT_EQ(verdict(), "");
  expect_named(after("INSERT INTO log (number, salt, body) SELECT " + text(last + 1) +
                     " , salt, body FROM log "
                     "WHERE number = " +
                     text(last)),
               fmt::format("the log holds {} records, its head says {}", last + 1, last));
}
TEST_F(Verify, an_altered_balance_is_found) {
  expect_named(after("UPDATE accounts SET rounds = rounds + 1 WHERE place = 'VAULT'"), "table accounts, row (");
}
TEST_F(Verify, an_altered_entry_is_found) {
  expect_named(after("UPDATE entries SET happened_first = happened_first - 1 WHERE number = " + text(dispatch_)),
               "table entries, row (" + text(lot_) + ", " + text(dispatch_) + ", ");
}
TEST_F(Verify, an_altered_import_ref_or_an_added_entry_is_found) {
  expect_named(after("INSERT INTO import_refs VALUES ('I', 'R', 'C', 3)"), "table import_refs keeps 2 rows");
}
TEST_F(Verify, a_missing_entry_is_found) {
  expect_named(after("DELETE FROM entries WHERE number = " + text(dispatch_)), "table entries lacks row");
}
TEST_F(Verify, a_missing_row_is_found) { expect_named(after("DELETE FROM firearms"), "table firearms lacks row"); }
TEST_F(Verify, an_added_row_is_found) {
  expect_named(after("INSERT INTO licence_use SELECT 9999, used FROM licence_use LIMIT 1"),
               "table licence_use keeps row (9999), the log does not make it");
}
TEST_F(Verify, a_head_of_another_log_is_found) {
  expect_named(after("UPDATE head SET log_id = 'another'"), "the head is of log another");
}
TEST_F(Verify, an_altered_root_is_found) {
  proof::Frontier made;
  for (RecordNumber i = 0; i < store_->head().records; ++i) made.append(proof::empty_root());
  const std::string frontier = made.to_bytes();
  {
    const auto connection = closed();
    const auto head = connection->prepare("UPDATE head SET frontier = ?1");
    head->bind(1, std::span{reinterpret_cast<const std::uint8_t*>(frontier.data()), frontier.size()});
    head->step();
  }
  expect_named(verdict(), "the root over the log");
}

// R98
TEST_F(Verify, an_index_that_does_not_fit_its_table_is_found) {
  closed().reset();
  sqlite3* file = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &file), SQLITE_OK);
  // The index now claims another column than the one whose values stand in it.
  const char* sql =
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '\"maker\")', '\"product\")') WHERE "
      "name "
      "= 'lots_by_maker'";
  EXPECT_EQ(sqlite3_exec(file, sql, nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(sqlite3_changes(file), 1);
  sqlite3_close(file);
  expect_named(verdict(), "its file is damaged: ");
}

// R29 R98
TEST_F(Verify, personal_values_that_were_altered_added_or_taken_away_are_found) {
  const std::string of_person = " of party " + text(person_);
  expect_named(after("UPDATE personal SET value = 'Another Person' WHERE field = 'name'"), "name" + of_person);
  closed()->execute("UPDATE personal SET value = 'Simulated Person' WHERE field = 'name'");
  EXPECT_EQ(verdict(), "");
  expect_named(after("INSERT INTO personal SELECT 2, field, salt, value FROM personal WHERE field = 'name'"),
               "name of party 2");
  closed()->execute("DELETE FROM personal WHERE party = 2");
  expect_named(after("DELETE FROM personal WHERE field = 'address'"), "lacks address" + of_person);
}

TEST_F(Verify, a_body_altered_together_with_the_head_is_told_by_the_tables) {
  std::string body = store_->read(dispatch_)->body;
  body.replace(body.find("4000"), 4, "4001");
  replace_body(dispatch_, body);
  EXPECT_NE(verdict(), "");
}
TEST_F(Verify, a_body_that_is_not_canonical_is_found_though_the_head_fits) {
  std::string body = store_->read(dispatch_)->body;
  body.insert(1, " ");
  replace_body(dispatch_, body);
  expect_named(verdict(), "record " + text(dispatch_) + " is not in canonical form");
}
TEST_F(Verify, a_body_that_no_record_has_is_found_though_the_head_fits) {
  replace_body(dispatch_, R"({"v":1})");
  expect_named(verdict(), "record " + text(dispatch_) + " cannot be read");
}
TEST_F(Verify, a_movement_of_rounds_that_were_not_there_is_found_though_the_head_fits) {
  std::string body = store_->read(dispatch_)->body;
  body.replace(body.find("4000"), 4, "999999");
  replace_body(dispatch_, body);
  expect_named(verdict(), "record " + text(dispatch_));
}

// R98
TEST_F(Verify, a_late_record_that_makes_an_account_negative_in_the_order_of_happening_is_listed) {
  // Recorded now, but happened before the rounds reached the army.
  const RecordNumber early = done("movements", move("expend", "ARMY", "VAULT", "", "10", "2017-05-02"));
  const auto verified = service::verify(*store_);
  ASSERT_TRUE(verified.has_value()) << verified.error().text;
  ASSERT_EQ(verified->late.size(), 1u);
  const auto& late = verified->late.front();
  EXPECT_EQ(late.lot.number, lot_);
  EXPECT_EQ(late.side.where, "VAULT");
  EXPECT_EQ(late.on, day_of(2017, 5, 2));
  EXPECT_EQ(late.balance.count(), -10);
  EXPECT_EQ(late.number, early);
}

// Records and their bytes.

TEST_F(Verify, every_kind_of_record_is_canonical_and_reads_back) {
  service::RecordReader reader;
  std::set<std::string> kinds;
  store_->read_log(1, [&](const service::LoggedRecord& logged) {
    const auto record = reader.decode(logged.body);
    EXPECT_TRUE(record.has_value()) << logged.body;
    if (!record) return true;
    EXPECT_EQ(service::encode(*record), logged.body);
    EXPECT_EQ(proof::canonicalise(logged.body).value(), logged.body);
    kinds.emplace(service::kind_of(record->what));
    return true;
  });
  EXPECT_EQ(kinds.size(), std::variant_size_v<service::What>);
}

TEST_F(Verify, records_of_a_newer_version_and_of_unknown_kinds_are_refused) {
  service::RecordReader reader;
  std::string body = store_->read(dispatch_)->body;
  const auto of_version = [&](std::string_view version) {
    std::string other = body;
    return other.replace(other.find("\"v\":1"), 5, version);
  };
  EXPECT_EQ(reader.decode(of_version("\"v\":2")).error().name, "newer_record");
  EXPECT_EQ(reader.decode(of_version("\"v\":4294967297")).error().name, "newer_record");
  EXPECT_EQ(reader.decode(of_version("\"v\":0")).error().name, "unknown_record_kind");
  EXPECT_EQ(reader.decode(of_version("\"w\":1")).error().name, "missing_member");
  std::string unknown = body;
  unknown.replace(unknown.find("\"kind\":\"movement\""), 17, "\"kind\":\"movemint\"");
  EXPECT_EQ(reader.decode(unknown).error().name, "unknown_record_kind");
  EXPECT_FALSE(reader.decode("").has_value());
  EXPECT_FALSE(reader.decode("[]").has_value());
  EXPECT_FALSE(reader.decode(R"({"kind":"movement"})").has_value());
  EXPECT_FALSE(reader.decode(R"({"kind":"movement","v":1,"what":{"postings":7}})").has_value());
  EXPECT_FALSE(reader.decode(R"({"kind":"movement","v":1,"what":{"postings":[{"from":1,"rounds":"x"}]}})").has_value());
  EXPECT_FALSE(reader.decode(R"({"actor":5,"kind":"movement","v":1,"what":{}})").has_value());
}

TEST_F(Verify, a_number_that_a_record_leaves_out_is_refused_where_it_is_written) {
  service::RecordReader reader;
  const auto opened = [&](std::string_view years) {
    return reader.decode(fmt::format(R"({{"at":"2026-06-01T00:00:00Z","kind":"register_opened","on":"2026-06-01",)"
                                     R"("v":1,"what":{{"log_id":"ab","state":"BR"{}}}}})",
                                     years));
  };
  EXPECT_TRUE(opened("").has_value());
  EXPECT_TRUE(opened(R"(,"years_kept":12)").has_value());
  EXPECT_EQ(opened(R"(,"years_kept":0)").error().name, "zero_written");
}

}  // namespace lotline
