#include "storage/sqlite_statement.h"

#include <sqlite3.h>

#include "storage/refusals.h"

namespace lotline::storage {

namespace {

class SqliteStatement final : public Statement {
 public:
  SqliteStatement(std::shared_ptr<sqlite3> database, std::string_view sql) : database_(std::move(database)) {
    const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
    if (code != SQLITE_OK) throw fault_of(database_.get(), code);
  }
  ~SqliteStatement() override { sqlite3_finalize(statement_); }
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;

  void bind(int parameter, std::int64_t number) override { check(sqlite3_bind_int64(statement_, parameter, number)); }
  void bind(int parameter, std::string_view text) override { bind_text(parameter, text, SQLITE_TRANSIENT); }
  void bind(int parameter, std::span<const std::uint8_t> blob) override {
    bind_blob(parameter, blob, SQLITE_TRANSIENT);
  }
  void bind_null(int parameter) override { check(sqlite3_bind_null(statement_, parameter)); }
  void bind_borrowed(int parameter, std::string_view text) override { bind_text(parameter, text, SQLITE_STATIC); }
  void bind_borrowed(int parameter, std::span<const std::uint8_t> blob) override {
    bind_blob(parameter, blob, SQLITE_STATIC);
  }

  bool step() override {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
      sqlite3_reset(statement_);
      return false;
    }
    const StorageFault fault = fault_of(database_.get(), code);
    sqlite3_reset(statement_);
    throw fault;
  }
  void reset() override { sqlite3_reset(statement_); }

  [[nodiscard]] std::int64_t column_int64(int column) const override {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] std::string_view column_text(int column) const override {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  [[nodiscard]] std::span<const std::uint8_t> column_blob(int column) const override {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  [[nodiscard]] bool column_is_null(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }

 private:
  // SQLite takes a null pointer for NULL; an empty text or blob is not NULL.
  void bind_text(int parameter, std::string_view text, sqlite3_destructor_type keep) {
    const char* bytes = text.data() == nullptr ? "" : text.data();
    check(sqlite3_bind_text64(statement_, parameter, bytes, text.size(), keep, SQLITE_UTF8));
  }
  void bind_blob(int parameter, std::span<const std::uint8_t> blob, sqlite3_destructor_type keep) {
    const void* bytes = blob.data() == nullptr ? static_cast<const void*>("") : blob.data();
    check(sqlite3_bind_blob64(statement_, parameter, bytes, blob.size(), keep));
  }
  void check(int code) const {
    if (code != SQLITE_OK) throw fault_of(database_.get(), code);
  }

  std::shared_ptr<sqlite3> database_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace

const RefusalKind& kind_of_code(int code) {
  switch (code & 0xFF) {  // the low byte is the primary code
    case SQLITE_FULL:
      return disk_full;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
      return storage_io;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged_register;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return locked_register;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return read_only_register;
    case SQLITE_CONSTRAINT:
      return broken_constraint;
    default:
      return storage_fault;
  }
}

StorageFault fault_of(sqlite3* database, int code) { return {kind_of_code(code), sqlite3_errmsg(database)}; }

std::unique_ptr<Statement> prepare_sqlite(const std::shared_ptr<sqlite3>& database, std::string_view sql) {
  return std::make_unique<SqliteStatement>(database, sql);
}

}  // namespace lotline::storage
