#pragma once
// A register in one SQLite file, in WAL mode. A commit returns when the disk has it (synchronous FULL). Closing the
// last writer folds the -wal file into the register, so that a closed register is one file. Deleted bytes are
// overwritten (secure_delete), and nothing is spilled to temporary files.

#include <cstdint>
#include <memory>
#include <string>

#include "base/refusal.h"
#include "storage/connection.h"
#include "storage/register_file.h"

namespace lotline::storage {

enum class OpenMode {
  create,    ///< a new file; refused where any file stands
  write,     ///< refused when the file has no write permission set for anybody, even for the superuser
  read_only  ///< never writes, neither to the file nor beside it
};

struct SqliteOptions {
  std::int32_t application_id = kApplicationId;  ///< in the file's header; another is not opened
  unsigned permissions = 0666;                   ///< of a new file, less what the process's mask takes away
  std::int32_t schema_version = 1;  ///< written at creation; a file with another is refused as newer or older
  bool older_too = false;           ///< a file with an older number is opened as well
  bool alone = false;  ///< refused (locked_register) where anybody else has it open; nobody else can meanwhile
  int cache_mib = 64;  ///< page cache; 512 for bulk imports
  int wal_autocheckpoint_pages = 1000;  ///< 4 KiB pages in the -wal file before it is folded in; 100,000 for bulk
  int busy_timeout_ms = 5000;           ///< how long to wait for another process's lock
  std::string vfs;                      ///< the SQLite file system to use; empty for the machine's own
};

/// Opens or creates a register. The caller makes the tables of a new one.
///
/// A read-only register that no writer has open is read as it stands, without locks; should a writer come and fold its
/// work into the file meanwhile, the next begin_read() or commit() throws changed_register rather than answer from a
/// mixture. One that a writer has open, or that was left behind by a killed process, is read together with its -wal
/// file. A process that both reads and writes one register opens the writer first: SQLite shares the index of the -wal
/// file among the connections of a process, as the first one opened it.
Result<std::unique_ptr<Connection>> open_sqlite(const std::string& path, OpenMode mode,
                                                const SqliteOptions& options = {});

}  // namespace lotline::storage
