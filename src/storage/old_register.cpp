#include "storage/old_register.h"

#include "storage/log_rows.h"
#include "storage/register_store.h"
#include "storage/sql_table.h"
#include "storage/sqlite_connection.h"

namespace lotline::storage {

Result<std::unique_ptr<OldRegister>> OldRegister::open(const std::string& path) {
  SqliteOptions options;
  options.schema_version = kSchemaVersion;
  options.older_too = true;
  auto connection = TRY(open_sqlite(path, OpenMode::read_only, options));
  return std::unique_ptr<OldRegister>(new OldRegister(std::move(connection)));
}

service::Head OldRegister::head() {
  const LogHead head = read_log_head(*connection_);
  return {head.log_id, static_cast<RecordNumber>(head.frontier.size()), head.frontier.root(), false};
}

void OldRegister::read_log(RecordNumber from, const std::function<bool(const service::LoggedRecord&)>& take) {
  read_log_rows(*connection_, from, take);
}

void OldRegister::read_personal(const std::function<void(const parties::PersonalRow&)>& take) {
  const SqlTable<parties::PersonalRow> kept(*connection_);
  kept.scan({}, [&](const parties::PersonalRow& row) { return take(row), true; });
}

}  // namespace lotline::storage
