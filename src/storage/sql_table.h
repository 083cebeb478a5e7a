#pragma once
// A Table<Row> kept in SQL: packs and unpacks rows for SqlRows.

#include "base/table.h"
#include "storage/sql_rows.h"

namespace lotline::storage {

template <class Row>
class SqlTable final : public Table<Row> {
 public:
  explicit SqlTable(Connection& connection) : rows_(connection, shape_of<Row>()) {}

  std::optional<Row> find(const Key& key) const override {
    const auto& row = rows_.find(key);
    if (!row) return std::nullopt;
    return unpacked<Row>(*row);
  }
  void scan(const Key& prefix, const std::function<bool(const Row&)>& take) const override {
    rows_.scan(prefix, [&](CellReader reader) { return take(read_row<Row>(reader)); });
  }
  void scan_by(std::string_view index, const Cell& value, const std::function<bool(const Row&)>& take) const override {
    rows_.scan_by(index, packed_cell(value), [&](CellReader reader) { return take(read_row<Row>(reader)); });
  }
  void scan_from(const Key& from, const std::function<bool(const Row&)>& take) const override {
    if (rows_.has_unwritten()) return Table<Row>::scan_from(from, take);
    rows_.scan_from(from, [&](CellReader reader) { return take(read_row<Row>(reader)); });
  }
  void scan_by_from(std::string_view index, const Cell& value, const Key& from,
                    const std::function<bool(const Row&)>& take) const override {
    if (rows_.has_unwritten()) return Table<Row>::scan_by_from(index, value, from, take);
    rows_.scan_by_from(index, packed_cell(value), from, [&](CellReader reader) { return take(read_row<Row>(reader)); });
  }
  void scan_along(std::string_view index, const Cell& value, const Key& from,
                  const std::function<bool(const Row&)>& take) const override {
    if (rows_.has_unwritten()) return Table<Row>::scan_along(index, value, from, take);
    rows_.scan_along(index, packed_cell(value), from, [&](CellReader reader) { return take(read_row<Row>(reader)); });
  }
  void put(const Row& row) override { rows_.put(key_of(row), packed(row)); }
  void erase(const Key& key) override { rows_.erase(key); }

  [[nodiscard]] SqlRows& rows() { return rows_; }

 private:
  mutable SqlRows rows_;  ///< reading remembers what was read
};

}  // namespace lotline::storage
