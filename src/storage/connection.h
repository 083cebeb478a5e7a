#pragma once
// The thin SQL connection behind which an engine stands. Queries are written once, in SQL that every engine takes:
// parameters are ?1, ?2 ... (an engine that wants $1 rewrites them; SQLite itself would take $1 for a *named* parameter
// and number it by appearance), values are 64-bit integers, texts in UTF-8 and blobs.
//
// What the disk or the engine does wrong while a register is open comes as a StorageFault, caught at the storage edge;
// by then the open transaction may be rolled back already. Used by one thread at a time.

#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::storage {

/// A failed call to the engine, with the number and name under which it is reported.
class StorageFault : public std::runtime_error {
 public:
  StorageFault(const RefusalKind& kind, std::string_view detail);
  explicit StorageFault(Refusal refusal);
  [[nodiscard]] const Refusal& refusal() const { return refusal_; }

 private:
  Refusal refusal_;
};

/// One prepared statement: bind, step until false, bind again. Parameters are numbered from 1, columns from 0.
class Statement {
 public:
  virtual ~Statement() = default;

  virtual void bind(int parameter, std::int64_t number) = 0;
  virtual void bind(int parameter, std::string_view text) = 0;
  virtual void bind(int parameter, std::span<const std::uint8_t> blob) = 0;
  virtual void bind_null(int parameter) = 0;
  /// As bind, but without a copy. REQUIRES that the bytes stay where they are until the parameter is bound again or the
  /// statement goes away.
  virtual void bind_borrowed(int parameter, std::string_view text) = 0;
  virtual void bind_borrowed(int parameter, std::span<const std::uint8_t> blob) = 0;

  /// True when a row stands ready; false at the end, after which the statement is reset. Throws StorageFault, and then
  /// too is reset.
  virtual bool step() = 0;
  /// Ends a statement before its last row, so that it holds no lock. Bound values stay.
  virtual void reset() = 0;

  /// Columns of the row that stands ready; text and blob are valid until the next step or reset.
  [[nodiscard]] virtual std::int64_t column_int64(int column) const = 0;
  [[nodiscard]] virtual std::string_view column_text(int column) const = 0;
  [[nodiscard]] virtual std::span<const std::uint8_t> column_blob(int column) const = 0;
  [[nodiscard]] virtual bool column_is_null(int column) const = 0;
};

class Connection {
 public:
  virtual ~Connection() = default;

  /// Runs one or more statements that give no rows of interest.
  virtual void execute(const std::string& sql) = 0;
  [[nodiscard]] virtual std::unique_ptr<Statement> prepare(std::string_view sql) = 0;

  /// Opens the write transaction: from here on nobody else writes, and what is read is the newest state.
  virtual void begin_immediate() = 0;
  /// Opens a read transaction: everything read until its end is of one state.
  virtual void begin_read() = 0;
  /// Ends either. After a write transaction's commit the records are on the disk: no power cut takes them away.
  virtual void commit() = 0;
  /// Ends the transaction without effect; does nothing when none is open, because some faults have ended it already.
  virtual void rollback() noexcept = 0;
  [[nodiscard]] virtual bool in_transaction() const = 0;

  [[nodiscard]] virtual const std::string& path() const = 0;
  [[nodiscard]] virtual bool read_only() const = 0;
  [[nodiscard]] virtual std::int64_t schema_version() = 0;  ///< the number that the register's file carries
  /// A number that changes when another connection has committed. Within a transaction it is that of the state read.
  [[nodiscard]] virtual std::int64_t data_version() = 0;
  [[nodiscard]] virtual std::int64_t changes() const = 0;  ///< rows that the last insert, update or delete touched
  /// Moves everything committed into the register's one file and empties what stands beside it, so that nothing erased
  /// lingers there. REQUIRES no open transaction; throws locked_register while another process reads.
  virtual void checkpoint() = 0;
  /// Moves into the file what no reading stands in the way of, waiting for nobody. Whether that was all.
  virtual bool try_checkpoint() = 0;
  /// Reads the whole register and checks that pages, rows and indexes fit together: the first damage found, or nothing.
  [[nodiscard]] virtual std::string damage() = 0;
};

}  // namespace lotline::storage
