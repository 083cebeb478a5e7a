#include "storage/sqlite_connection.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "storage/refusals.h"
#include "storage/register_file.h"
#include "storage/sqlite_statement.h"

namespace lotline::storage {

namespace {

/// How a register is read without a byte written beside it.
enum class Reading {
  as_it_stands,    ///< no -wal file: the register is closed and read without locks
  with_writer,     ///< -wal and -shm files: a writer has it open, or was killed
  with_wal_alone,  ///< a -wal file without its -shm, as in a copy: indexed in memory, read without locks
};

/// What a reader without locks has to look out for: a writer that folds its work into the files it reads from.
struct Watched {
  std::string path;
  Reading reading;
  FileStamp register_stamp;
  FileStamp wal_stamp;

  [[nodiscard]] bool changed() const {
    if (reading == Reading::with_writer) return false;
    return stamp_of(path) != register_stamp ||
           (reading == Reading::with_wal_alone && stamp_of(path + "-wal") != wal_stamp);
  }
};

Watched watch(const std::string& path) {
  const FileStamp register_stamp = settled_stamp_of(path);
  const FileStamp wal = settled_stamp_of(path + "-wal");
  const bool has_index = stamp_of(path + "-shm").size >= 0;
  if (wal.size < 0) return {path, Reading::as_it_stands, register_stamp, wal};
  return {path, has_index ? Reading::with_writer : Reading::with_wal_alone, register_stamp, wal};
}

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(std::shared_ptr<sqlite3> database, std::string path, std::optional<Watched> watched)
      : database_(std::move(database)), path_(std::move(path)), watched_(std::move(watched)) {}
  ~SqliteConnection() override { rollback(); }
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  void execute(const std::string& sql) override {
    const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw fault_of(database_.get(), code);
  }
  std::unique_ptr<Statement> prepare(std::string_view sql) override { return prepare_sqlite(database_, sql); }

  void begin_immediate() override {
    // SQLite itself would open a read transaction instead and fail only at the first row.
    if (read_only()) throw StorageFault(read_only_register, path_);
    execute("BEGIN IMMEDIATE");
  }
  void begin_read() override {
    refuse_a_mixture();
    run(begin_read_, "BEGIN DEFERRED");
  }
  void commit() override {
    refuse_a_mixture();
    run(commit_, "COMMIT");
  }
  void rollback() noexcept override {
    if (in_transaction()) sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  [[nodiscard]] bool in_transaction() const override { return sqlite3_get_autocommit(database_.get()) == 0; }

  [[nodiscard]] const std::string& path() const override { return path_; }
  [[nodiscard]] bool read_only() const override { return watched_.has_value(); }
  [[nodiscard]] std::int64_t schema_version() override { return number("PRAGMA user_version"); }
  [[nodiscard]] std::int64_t data_version() override {
    if (!data_version_) data_version_ = prepare("PRAGMA data_version");
    data_version_->step();
    const std::int64_t version = data_version_->column_int64(0);
    data_version_->reset();
    return version;
  }
  [[nodiscard]] std::int64_t changes() const override { return sqlite3_changes64(database_.get()); }

  void checkpoint() override {
    if (number("PRAGMA wal_checkpoint(TRUNCATE)") != 0) throw StorageFault(locked_register, path_);
  }
  bool try_checkpoint() override {
    const auto folded = prepare("PRAGMA wal_checkpoint(PASSIVE)");  // gives busy, pages of the -wal file, pages moved
    return folded->step() && folded->column_int64(0) == 0 && folded->column_int64(1) == folded->column_int64(2);
  }
  std::string damage() override {
    try {
      const auto check = prepare("PRAGMA integrity_check(1)");
      check->step();
      const std::string found{check->column_text(0)};
      return found == "ok" ? "" : found;
    } catch (const StorageFault& fault) {
      return fault.what();
    }
  }

 private:
  [[nodiscard]] std::int64_t number(std::string_view sql) {
    const auto statement = prepare(sql);
    return statement->step() ? statement->column_int64(0) : 0;
  }
  /// A reading takes microseconds, and as many to translate the words that open and end it.
  void run(std::unique_ptr<Statement>& slot, std::string_view sql) {
    if (!slot) slot = prepare(sql);
    slot->step();
  }
  void refuse_a_mixture() const {
    if (watched_ && watched_->changed()) throw StorageFault(changed_register, path_);
  }

  std::shared_ptr<sqlite3> database_;
  std::string path_;
  std::optional<Watched> watched_;  ///< of a read-only connection
  std::unique_ptr<Statement> data_version_;
  std::unique_ptr<Statement> begin_read_;
  std::unique_ptr<Statement> commit_;
};

std::string uri_of(const std::string& path, const std::optional<Watched>& watched) {
  std::string uri = "file://";
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%')
      uri += fmt::format("%{:02X}", static_cast<unsigned>(c));
    else
      uri.push_back(c);
  }
  if (!watched) return uri;
  if (watched->reading == Reading::as_it_stands) return uri + "?immutable=1";
  if (watched->reading == Reading::with_wal_alone) return uri + "?vfs=unix-none";
  return uri + "?readonly_shm=1";
}

/// SQLite counts every byte that it takes under a lock; nobody asks. Told once, before the first database is opened.
void count_no_memory() {
  static const int told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(told);  // refused where another part of the process has opened one: then it counts
}

Result<std::shared_ptr<sqlite3>> open_database(const std::string& path, const std::optional<Watched>& watched,
                                               const SqliteOptions& options) {
  count_no_memory();
  const int access = watched ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(uri_of(path, watched).c_str(), &opened,
                                   access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                   options.vfs.empty() ? nullptr : options.vfs.c_str());
  std::shared_ptr<sqlite3> database(opened, sqlite3_close_v2);
  if (code != SQLITE_OK) return refuse(kind_of_code(code), "{}: {}", path, sqlite3_errmsg(opened));
  sqlite3_busy_timeout(opened, options.busy_timeout_ms);
  // A register may come from a stranger: what its schema holds is never run, and a misspelt column is not taken for
  // text.
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  // What nobody but a writer may do: fold the -wal file in when the last connection closes.
  if (watched) sqlite3_db_config(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return database;
}

/// As it stands in the file, without a lock. Short or empty where the file is.
std::string header_of(sqlite3* database) {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  std::string header(kHeaderSize, '\0');
  sqlite3_int64 size = 0;
  const bool there =
      file != nullptr && file->pMethods != nullptr && file->pMethods->xFileSize(file, &size) == SQLITE_OK;
  header.resize(there ? std::min(kHeaderSize, static_cast<std::size_t>(size)) : 0);
  if (header.empty() || file->pMethods->xRead(file, header.data(), static_cast<int>(header.size()), 0) == SQLITE_OK)
    return header;
  return {};
}

void prepare_to_read(Connection& connection, const std::optional<Watched>& watched, const SqliteOptions& options) {
  // With the lock held alone SQLite keeps the index of the -wal file in memory; unix-none makes of it no lock at all.
  const bool exclusive = options.alone || (watched && watched->reading == Reading::with_wal_alone);
  if (exclusive) connection.execute("PRAGMA locking_mode = EXCLUSIVE");
  connection.execute(fmt::format("PRAGMA cache_size = {}", -options.cache_mib * 1024));
  connection.execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON");
}

/// The numbers in the header go into the file itself, before the -wal file takes over, so that they can be read there.
void sign_new_register(Connection& connection, const SqliteOptions& options) {
  connection.execute(fmt::format("BEGIN IMMEDIATE; PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT",
                                 options.application_id, options.schema_version));
}

void prepare_to_write(Connection& connection, const SqliteOptions& options) {
  connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
  connection.execute(fmt::format("PRAGMA wal_autocheckpoint = {}", options.wal_autocheckpoint_pages));
}

Result<void> check_version(Connection& connection, const SqliteOptions& options) {
  const std::int64_t found = connection.schema_version();
  const std::int64_t known = options.schema_version;
  if (found > known)
    return refuse(newer_register, "{} is of version {}, this program knows {}", connection.path(), found, known);
  if (found < known && !options.older_too)
    return refuse(older_register, "{} is of version {}, this program knows {}", connection.path(), found, known);
  connection.prepare("SELECT count(*) FROM sqlite_schema")->step();  // reads the schema, damaged or not
  return {};
}

Result<std::unique_ptr<Connection>> open_checked(const std::string& path, OpenMode mode, const SqliteOptions& options) {
  std::optional<Watched> watched;
  if (mode == OpenMode::read_only) watched = watch(path);
  std::shared_ptr<sqlite3> database = TRY(open_database(path, watched, options));
  if (mode != OpenMode::create) TRY(check_register_header(header_of(database.get()), path, options.application_id));
  if (mode == OpenMode::write) TRY(check_writable(path));
  auto connection = std::make_unique<SqliteConnection>(std::move(database), path, watched);
  try {
    prepare_to_read(*connection, watched, options);
    if (mode == OpenMode::create) sign_new_register(*connection, options);
    if (mode != OpenMode::read_only) prepare_to_write(*connection, options);
    TRY(check_version(*connection, options));
  } catch (const StorageFault& fault) {
    return std::unexpected(fault.refusal());
  }
  return connection;
}

}  // namespace

Result<std::unique_ptr<Connection>> open_sqlite(const std::string& path, OpenMode mode, const SqliteOptions& options) {
  // SQLite names the files beside a register after the file that a link leads to.
  std::error_code none;
  const std::string resolved = std::filesystem::weakly_canonical(std::filesystem::absolute(path), none).string();
  if (mode != OpenMode::create) {
    TRY(check_register_file(resolved));
    return open_checked(resolved, mode, options);
  }
  TRY(create_register_file(resolved, options.permissions));
  auto created = open_checked(resolved, mode, options);
  if (!created) remove_register_file(resolved);
  return created;
}

}  // namespace lotline::storage
