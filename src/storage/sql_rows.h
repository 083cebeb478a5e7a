#pragma once
// One table of the register in SQL, its rows packed: the same code for every table. The statements are made from the
// table's shape, once for every engine.
//
// Inside a unit of work rows are kept in memory (row_memory.h) and written in the order of their keys, many at a time:
// a million balances that change a thousand times each are written a few times, and entries of one lot go to one place.
// What was put is seen by every later read. What a reading found is kept for the next as long as nobody else commits
// (register_store.cpp).

#include <map>
#include <memory>
#include <string>

#include "storage/connection.h"
#include "storage/key_filter.h"
#include "storage/row_memory.h"

namespace lotline::storage {

/// Gives the cells of one row, of a statement that stands on it or of a packed one.
class CellReader {
 public:
  explicit CellReader(const Statement& statement) : statement_(&statement) {}
  explicit CellReader(const Packed& packed) : packed_(packed) {}

  std::int64_t number() { return statement_ != nullptr ? statement_->column_int64(column_++) : packed_->number(); }
  std::string_view text() { return statement_ != nullptr ? statement_->column_text(column_++) : packed_->text(); }

 private:
  const Statement* statement_ = nullptr;
  int column_ = 0;
  std::optional<PackedReader> packed_;
};

class SqlRows {
 public:
  SqlRows(Connection& connection, TableShape shape);

  /// Told of a row; false ends the scan.
  using Take = std::function<bool(CellReader)>;

  /// The row, or nullopt. Valid until the next call.
  [[nodiscard]] const std::optional<Packed>& find(const Key& key);
  void scan(const Key& prefix, const Take& take);
  void scan_by(std::string_view index, const Packed& value, const Take& take);
  // From a key on (or the beginning of one). REQUIRE that nothing is unwritten.
  void scan_from(const Key& from, const Take& take);
  void scan_by_from(std::string_view index, const Packed& value, const Key& from, const Take& take);
  void scan_along(std::string_view index, const Packed& value, const Key& from, const Take& take);
  [[nodiscard]] bool has_unwritten() const { return memory_.changed() > 0; }
  void put(Key key, Packed row);
  void erase(const Key& key) { memory_.change(key, std::nullopt); }

  void create();  ///< CREATE TABLE and indexes
  void write();   ///< what is in memory goes to the database
  /// Writes first when much is in memory.
  void mark() {
    if (memory_.full()) write();
    memory_.mark();
  }
  void undo_to_mark() { memory_.undo_to_mark(); }
  void forget();  ///< drops what is in memory, unwritten rows too
  /// The same where more rows are in memory than so many. REQUIRES that nothing is unwritten.
  void forget_beyond(std::size_t rows) {
    if (memory_.size() > rows) forget();
  }
  /// A unit of work begins, on a table that has at most so many rows.
  void begin(std::int64_t most_rows);

 private:
  /// A statement lent for one scan; a scan inside a scan gets one of its own.
  class Borrowed;

  [[nodiscard]] bool surely_absent(const Key& key);
  void fill_filter(std::size_t keys);
  [[nodiscard]] std::string name() const;
  [[nodiscard]] std::string columns(std::size_t count) const;
  [[nodiscard]] std::string key_condition(std::size_t fields) const;
  /// The indexed column of this name, quoted. CHECKs that there is one.
  [[nodiscard]] std::string indexed_column(std::string_view index) const;
  /// Tells of the rows of the statement, which is lent by its text and bound to what is asked for.
  void scan_text(const std::string& text, const Packed& bound, const Take& take);
  [[nodiscard]] std::string select_text(const std::string& rest) const;
  [[nodiscard]] std::string insert_text() const;
  [[nodiscard]] std::size_t key_fields() const { return static_cast<std::size_t>(shape_.key_fields); }
  [[nodiscard]] Packed packed_row(const Statement& statement, std::size_t cells) const;
  Statement& prepared(std::unique_ptr<Statement>& slot, const std::function<std::string()>& text);

  Connection& connection_;
  TableShape shape_;
  RowMemory memory_;
  // Of a table that is written once and asked for keys that it has not, as an import asks whether a row is new.
  std::optional<KeyFilter> filter_;
  std::int64_t most_rows_ = 0;
  std::int64_t asked_ = 0;
  std::unique_ptr<Statement> select_;
  std::unique_ptr<Statement> insert_;
  std::unique_ptr<Statement> remove_;
  std::map<std::size_t, std::unique_ptr<Statement>> scans_;  ///< by the number of cells in the prefix
  std::map<std::size_t, std::unique_ptr<Statement>> by_;     ///< by column
  std::map<std::string, std::unique_ptr<Statement>> pages_;  ///< by text
};

}  // namespace lotline::storage
