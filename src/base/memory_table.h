#pragma once
// A table in memory: for a register replayed by `verify`, and for tests of the domain. Rows are kept packed, a fraction
// of what their structs take; a row begins with its key and so finds its place by it.

#include "base/packed_rows.h"
#include "base/table.h"

namespace lotline {

template <class Row>
class MemoryTable final : public Table<Row> {
 public:
  [[nodiscard]] std::optional<Row> find(const Key& key) const override {
    const std::string_view found = rows_.find(key);
    if (found.empty()) return std::nullopt;
    return row_of(found);
  }
  void scan(const Key& prefix, const std::function<bool(const Row&)>& take) const override {
    rows_.scan(prefix, [&](std::string_view cells) { return take(row_of(cells)); });
  }
  /// Looks at every row.
  void scan_by(std::string_view index, const Cell& value, const std::function<bool(const Row&)>& take) const override {
    rows_.scan({}, [&](std::string_view cells) {
      const Row row = row_of(cells);
      bool matches = false;
      auto visit = [&](std::string_view name, const auto& field) {
        matches = matches || (name == index && to_cell(field) == value);
      };
      Row::fields(row, visit);
      return !matches || take(row);
    });
  }
  void put(const Row& row) override { rows_.put(key_of(row), packed(row)); }
  void erase(const Key& key) override { rows_.erase(key); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

 private:
  static Row row_of(std::string_view cells) {
    PackedReader reader(cells);
    return read_row<Row>(reader);
  }

  PackedRows rows_;
};

}  // namespace lotline
