#pragma once
// A copy of a register that is in use, as of one moment, and of its accounts and access log.

#include <string>

#include "base/refusal.h"
#include "service/ports.h"
#include "storage/sqlite_connection.h"

namespace lotline::storage {

/// Copies the register to `into`, and its file of accounts beside it where there is one, both of mode 0600. The copy's
/// log is read and its root compared before this returns. Refuses a place where a file stands, and leaves nothing there
/// when it fails.
Result<service::Head> back_up(const std::string& path, const std::string& into);

/// Copies one file of SQLite that may be in use, as of one moment; the copy is of mode 0600. Throws StorageFault.
Result<void> copy_database(const std::string& from, const std::string& to, const SqliteOptions& options);

}  // namespace lotline::storage
