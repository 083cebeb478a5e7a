#include "storage/sqlite_connection.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "storage/refusals.h"

namespace lotline::storage {

StorageFault::StorageFault(const RefusalKind& kind, std::string_view detail)
    : StorageFault(refuse_with(kind, detail).error()) {}
StorageFault::StorageFault(Refusal refusal) : std::runtime_error(refusal.text), refusal_(std::move(refusal)) {}

namespace {

const RefusalKind& kind_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return disk_full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged_register;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return locked_register;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return read_only_register;
    default:
      return storage_io;
  }
}

[[noreturn]] void fail(sqlite3* database, int code) {
  throw StorageFault(kind_of(code), fmt::format("SQLite says {}", sqlite3_errmsg(database)));
}

class SqliteStatement final : public Statement {
 public:
  SqliteStatement(sqlite3* database, std::string_view sql) : database_(database) {
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement_, nullptr);
    if (code != SQLITE_OK) fail(database, code);
  }
  ~SqliteStatement() override { sqlite3_finalize(statement_); }

  void bind(int index, std::int64_t value) override { check(sqlite3_bind_int64(statement_, index, value)); }
  void bind(int index, std::string_view text) override { bind_text(index, text, SQLITE_TRANSIENT); }
  void bind_borrowed(int index, std::string_view text) override { bind_text(index, text, SQLITE_STATIC); }
  void bind(int index, std::span<const std::uint8_t> blob) override { bind_bytes(index, blob, SQLITE_TRANSIENT); }
  void bind_borrowed(int index, std::span<const std::uint8_t> blob) override { bind_bytes(index, blob, SQLITE_STATIC); }
  void bind_null(int index) override { check(sqlite3_bind_null(statement_, index)); }
  bool step() override {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    sqlite3_reset(statement_);
    if (code == SQLITE_DONE) return false;
    fail(database_, code);
  }
  std::int64_t column_int64(int column) const override { return sqlite3_column_int64(statement_, column); }
  std::string_view column_text(int column) const override {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  std::span<const std::uint8_t> column_blob(int column) const override {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  bool column_is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  void reset() override { sqlite3_reset(statement_); }

 private:
  void bind_text(int index, std::string_view text, sqlite3_destructor_type keep) {
    // An empty view may point nowhere, which SQLite would take for NULL.
    const char* bytes = text.empty() ? "" : text.data();
    check(sqlite3_bind_text64(statement_, index, bytes, text.size(), keep, SQLITE_UTF8));
  }
  void bind_bytes(int index, std::span<const std::uint8_t> bytes, sqlite3_destructor_type keep) {
    check(sqlite3_bind_blob64(statement_, index, bytes.data(), bytes.size(), keep));
  }
  void check(int code) const {
    if (code != SQLITE_OK) fail(database_, code);
  }

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(sqlite3* database, std::string path, bool read_only)
      : database_(database), path_(std::move(path)), read_only_(read_only) {}
  ~SqliteConnection() override {
    if (database_ == nullptr) return;
    if (in_transaction()) rollback();
    sqlite3_close_v2(
        database_);  // the last one to close writes the write-ahead log back, so that a register is one file
  }

  void execute(const std::string& sql) override {
    const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(database_, code);
  }
  std::unique_ptr<Statement> prepare(std::string_view sql) override {
    return std::make_unique<SqliteStatement>(database_, sql);
  }
  void begin_immediate() override {
    if (read_only_) throw StorageFault(read_only_register, path_);
    execute("BEGIN IMMEDIATE");
  }
  void begin_read() override { execute("BEGIN DEFERRED"); }
  void commit() override { execute("COMMIT"); }
  void rollback() noexcept override { sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr); }
  bool in_transaction() const override { return sqlite3_get_autocommit(database_) == 0; }
  bool read_only() const override { return read_only_; }
  const std::string& path() const override { return path_; }
  std::int64_t schema_version() override { return pragma("user_version"); }
  std::int64_t changes() const override { return sqlite3_changes64(database_); }
  void checkpoint() override {
    const int code = sqlite3_wal_checkpoint_v2(database_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) fail(database_, code);
  }

  std::int64_t pragma(const char* name) {
    SqliteStatement statement(database_, fmt::format("PRAGMA {}", name));
    return statement.step() ? statement.column_int64(0) : 0;
  }

 private:
  sqlite3* database_;
  std::string path_;
  bool read_only_;
};

/// What can be told from the first hundred bytes, before SQLite opens the file.
Result<void> check_header(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::array<char, 100> header{};
  file.read(header.data(), header.size());
  if (!file && file.gcount() == 0) return refuse(not_a_register, "{} is empty", path);
  constexpr std::string_view magic{"SQLite format 3\0", 16};
  if (std::string_view{header.data(), 16} != magic) return refuse(not_a_register, "{}", path);
  if (file.gcount() < 100) return refuse(damaged_register, "{} ends in its header", path);

  const auto big_endian = [&](std::size_t at, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value = value << 8 | static_cast<unsigned char>(header[at + i]);
    return value;
  };
  if (big_endian(68, 4) != kApplicationId) return refuse(not_a_register, "{} is another program's database", path);
  const auto page = big_endian(16, 2) == 1 ? 65536 : big_endian(16, 2);
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  const bool has_log = std::filesystem::exists(path + "-wal", error);
  if (!has_log && big_endian(28, 4) * page > size)
    return refuse(damaged_register, "{} has {} bytes, its header says {}", path, size, big_endian(28, 4) * page);
  return {};
}

bool writable(const std::string& path) {
  struct stat status{};
  // Bits are looked at, not access(): the system's administrator may write anything, and should not by accident.
  return stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) != 0;
}

std::string uri_of(const std::string& path, bool unchanging) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%')
      uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    else
      uri.push_back(c);
  }
  return uri + (unchanging ? "?immutable=1" : "");
}

Result<void> check_path(const std::string& path, OpenMode mode) {
  std::error_code error;
  const bool exists = std::filesystem::exists(path, error);
  const auto folder = std::filesystem::path(path).parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, error))
    return refuse(no_such_folder, "{}", folder.string());
  if (mode == OpenMode::create && exists) return refuse(register_exists, "{}", path);
  if (mode == OpenMode::create) return {};
  if (!exists) return refuse(no_such_register, "{}", path);
  if (std::filesystem::is_directory(path, error)) return refuse(not_a_register, "{} is a folder", path);
  if (mode == OpenMode::write && !writable(path)) return refuse(read_only_register, "{}", path);
  return check_header(path);
}

}  // namespace

Result<std::unique_ptr<Connection>> open_sqlite(const std::string& path, OpenMode mode, const SqliteOptions& options) {
  const int schema_version = options.schema_version;
  TRY(check_path(path, mode));
  // A closed register has no write-ahead log beside it: then it is read as it stands, without any file beside it.
  std::error_code error;
  const auto log_size = std::filesystem::file_size(path + "-wal", error);
  const bool closed = error || log_size == 0;
  const bool reading = mode == OpenMode::read_only;
  const int flags =
      SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
      (reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | (mode == OpenMode::create ? SQLITE_OPEN_CREATE : 0));
  sqlite3* database = nullptr;
  const int opened = sqlite3_open_v2(uri_of(path, reading && closed).c_str(), &database, flags,
                                     options.vfs.empty() ? nullptr : options.vfs.c_str());
  auto connection = std::make_unique<SqliteConnection>(database, path, reading);
  if (opened != SQLITE_OK) return refuse(kind_of(opened), "{}: {}", path, sqlite3_errmsg(database));
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, options.busy_timeout_ms);
  try {
    if (mode == OpenMode::create)
      connection->execute(
          fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, schema_version));
    if (!reading) {
      connection->execute("PRAGMA journal_mode = WAL");
      connection->execute("PRAGMA synchronous = FULL");
      connection->execute("PRAGMA secure_delete = ON");
      connection->execute(fmt::format("PRAGMA wal_autocheckpoint = {}", options.wal_autocheckpoint_pages));
    }
    connection->execute(fmt::format("PRAGMA cache_size = -{}", options.cache_mib * 1024));
    const auto version = connection->pragma("user_version");
    if (mode != OpenMode::create && version > schema_version)
      return refuse(newer_register, "{} has tables of version {}, this program knows {}", path, version,
                    schema_version);
    if (mode != OpenMode::create && version < schema_version)
      return refuse(older_register, "{} has tables of version {}, this program wants {}", path, version,
                    schema_version);
  } catch (const StorageFault& fault) {
    return std::unexpected(fault.refusal());
  }
  return connection;
}

}  // namespace lotline::storage
