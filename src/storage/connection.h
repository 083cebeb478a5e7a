#pragma once
// The thin SQL connection that the store is written against, so that a second engine adds a connection and no second
// set of queries. Parameters are written ?1, ?2, ... ($1 would be a *named* parameter in SQLite). A fault while reading
// or writing is thrown as StorageFault and unwinds through the open transaction; what can go wrong at opening is a
// refusal.

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/refusal.h"
#include "storage/refusals.h"

namespace lotline::storage {

/// The store cannot go on: disk full, damaged file, locked, unwritable. Carries the refusal's number and name.
struct StorageFault : std::runtime_error {
  Refusal refusal;
  StorageFault(const RefusalKind& kind, std::string_view detail)
      : std::runtime_error(std::string{kind.meaning} + ": " + std::string{detail}),
        refusal{refuse_with(kind, detail).error()} {}
};

class Statement {
 public:
  virtual ~Statement() = default;
  virtual void bind(int index, std::int64_t value) = 0;
  virtual void bind(int index, std::string_view text) = 0;        ///< REQUIRES the text to live until reset
  virtual void bind_blob(int index, std::string_view bytes) = 0;  ///< likewise
  virtual bool step() = 0;                                        ///< true: a row stands ready
  [[nodiscard]] virtual std::int64_t column_int64(int column) const = 0;
  [[nodiscard]] virtual std::string_view column_text(int column) const = 0;  ///< valid until the next step or reset
  [[nodiscard]] virtual std::string_view column_blob(int column) const = 0;
  virtual void reset() = 0;
};

class Connection {
 public:
  virtual ~Connection() = default;
  virtual void execute(std::string_view sql) = 0;
  [[nodiscard]] virtual std::unique_ptr<Statement> prepare(std::string_view sql) = 0;

  /// Opens a write transaction; refused when another process holds one for longer than the wait, or the file is read
  /// only.
  virtual Result<void> begin_immediate() = 0;
  /// Opens a read transaction: one state until rollback.
  virtual void begin_read() = 0;
  virtual void commit() = 0;  ///< durable when it returns
  virtual void rollback() noexcept = 0;
  [[nodiscard]] virtual bool in_transaction() const = 0;

  [[nodiscard]] virtual bool read_only() const = 0;
  virtual void set_schema_version(int version) = 0;
  /// What stands behind CREATE TABLE (...) so that rows lie in the order of their primary key; empty where an engine
  /// has none.
  [[nodiscard]] virtual std::string_view clustered_table_suffix() const = 0;
};

}  // namespace lotline::storage
