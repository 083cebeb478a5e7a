#pragma once
// A register's file in SQLite: write-ahead log, full synchronisation at every commit, secure delete.

#include <memory>
#include <string>

#include "storage/connection.h"

namespace lotline::storage {

/// Told by the file's header: "LOTL".
inline constexpr int kApplicationId = 0x4C4F544C;

enum class OpenMode { create, write, read };

struct SqliteOptions {
  int cache_mib = 64;                     ///< page cache
  int pages_before_checkpoint = 100'000;  ///< of 4 KiB in the write-ahead log; small ones make bulk imports slow
  int wait_ms = 5'000;                    ///< for another writer
  const char* vfs = nullptr;              ///< SQLite VFS by name; the system's when null
};

/// Opens or creates a register's file and checks that it is one, whole, and of this version. One opened to read never
/// writes beside the file.
Result<std::unique_ptr<Connection>> open_sqlite(const std::string& path, OpenMode mode, int schema_version,
                                                const SqliteOptions& options = {});

}  // namespace lotline::storage
