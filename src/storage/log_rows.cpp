#include "storage/log_rows.h"

#include "storage/refusals.h"

namespace lotline::storage {

namespace {

void take_rows(Statement& select, const std::function<bool(const service::LoggedRecord&)>& take) {
  while (select.step()) {
    service::LoggedRecord record{select.column_int64(0), {}, std::string{select.column_text(2)}};
    const auto salt = select.column_blob(1);
    if (salt.size() == record.salt.size()) std::copy(salt.begin(), salt.end(), record.salt.begin());
    if (!take(record)) return;
  }
}

}  // namespace

void create_log_tables(Connection& connection) {
  connection.execute("CREATE TABLE log (number INTEGER PRIMARY KEY, salt BLOB NOT NULL, body TEXT NOT NULL)");
  connection.execute(
      "CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), log_id TEXT NOT NULL, frontier BLOB NOT NULL)");
}

void LogWriter::write(std::span<const service::LoggedRecord> records) {
  if (!insert_) insert_ = connection_.prepare("INSERT INTO log (number, salt, body) VALUES (?1, ?2, ?3)");
  for (const service::LoggedRecord& record : records) {
    insert_->bind(1, record.number);
    insert_->bind_borrowed(2, std::span<const std::uint8_t>{record.salt});
    insert_->bind_borrowed(3, std::string_view{record.body});
    insert_->step();
    insert_->reset();
  }
}

void write_log_head(Connection& connection, const LogHead& head) {
  const std::string frontier = head.frontier.to_bytes();
  const auto update = connection.prepare(
      "INSERT INTO head (one, log_id, frontier) VALUES (1, ?1, ?2) ON CONFLICT (one) DO UPDATE SET frontier = "
      "excluded.frontier");
  update->bind(1, std::string_view{head.log_id});
  update->bind(2, std::span{reinterpret_cast<const std::uint8_t*>(frontier.data()), frontier.size()});
  update->step();
}

LogHead read_log_head(Connection& connection) {
  const auto select = connection.prepare("SELECT log_id, frontier FROM head WHERE one = 1");
  if (!select->step()) throw StorageFault(damaged_register, "the head of the log is missing");
  std::string log_id{select->column_text(0)};
  const auto bytes = select->column_blob(1);
  const auto frontier = proof::Frontier::of_bytes({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  if (!frontier) throw StorageFault(damaged_register, "the head of the log is unreadable");
  return {std::move(log_id), *frontier};
}

void read_log_rows(Connection& connection, RecordNumber from,
                   const std::function<bool(const service::LoggedRecord&)>& take) {
  const auto select = connection.prepare("SELECT number, salt, body FROM log WHERE number >= ?1 ORDER BY number");
  select->bind(1, from);
  take_rows(*select, take);
}

void read_log_rows_back(Connection& connection, RecordNumber before,
                        const std::function<bool(const service::LoggedRecord&)>& take) {
  const auto select = connection.prepare("SELECT number, salt, body FROM log WHERE number < ?1 ORDER BY number DESC");
  select->bind(1, before);
  take_rows(*select, take);
}

}  // namespace lotline::storage
