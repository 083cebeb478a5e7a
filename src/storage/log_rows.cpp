#include "storage/log_rows.h"

#include "storage/refusals.h"

namespace lotline::storage {

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
  while (select->step()) {
    service::LoggedRecord record{select->column_int64(0), {}, std::string{select->column_text(2)}};
    const auto salt = select->column_blob(1);
    if (salt.size() == record.salt.size()) std::copy(salt.begin(), salt.end(), record.salt.begin());
    if (!take(record)) return;
  }
}

}  // namespace lotline::storage
