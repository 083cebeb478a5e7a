#pragma once
// Statements of SQLite behind the Statement interface, and what its error codes mean.

#include <memory>
#include <string_view>

#include "storage/connection.h"

struct sqlite3;

namespace lotline::storage {

/// Under which number an SQLite result code is reported.
[[nodiscard]] const RefusalKind& kind_of_code(int code);
[[nodiscard]] StorageFault fault_of(sqlite3* database, int code);

/// The statement keeps the database open for as long as it lives.
[[nodiscard]] std::unique_ptr<Statement> prepare_sqlite(const std::shared_ptr<sqlite3>& database, std::string_view sql);

}  // namespace lotline::storage
