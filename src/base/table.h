#pragma once
// What a register works out from its log, as tables of rows. A row type tells its table once:
//
//   struct LotRow {
//     static constexpr std::string_view table = "lots";
//     static constexpr int key_fields = 1;                       // the first fields are the key, in this order
//     static constexpr std::array<std::string_view, 1> indexes{"maker"};  // fields it can be looked up by
//     LotId id; ...
//     template <class Self, class Visit> static void fields(Self& self, Visit& visit) { visit("id", self.id); ... }
//   };
//
// Domain code reads and writes rows through Table<Row> and never sees where they are kept.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/check.h"
#include "base/date.h"
#include "base/id.h"
#include "base/rounds.h"
#include "base/words.h"

namespace lotline {

/// One column's value: a whole number or a text.
using Cell = std::variant<std::int64_t, std::string>;

/// A key or a prefix of one.
using Key = std::vector<Cell>;

inline Cell to_cell(std::int64_t value) { return value; }
inline Cell to_cell(int value) { return std::int64_t{value}; }
inline Cell to_cell(bool value) { return std::int64_t{value ? 1 : 0}; }
inline Cell to_cell(const std::string& value) { return value; }
inline Cell to_cell(Rounds value) { return value.count(); }
inline Cell to_cell(Day value) { return std::int64_t{value.count}; }
inline Cell to_cell(Instant value) { return value.seconds; }
template <class Tag>
Cell to_cell(Id<Tag> value) {
  return value.number;
}
template <Vocabulary E>
Cell to_cell(E value) {
  return static_cast<std::int64_t>(value);
}

inline std::int64_t whole(const Cell& cell) { return std::get<std::int64_t>(cell); }
inline void from_cell(const Cell& cell, std::int64_t& value) { value = whole(cell); }
inline void from_cell(const Cell& cell, int& value) { value = static_cast<int>(whole(cell)); }
inline void from_cell(const Cell& cell, bool& value) { value = whole(cell) != 0; }
inline void from_cell(const Cell& cell, std::string& value) { value = std::get<std::string>(cell); }
inline void from_cell(const Cell& cell, Rounds& value) { value = Rounds(whole(cell)); }
inline void from_cell(const Cell& cell, Day& value) { value.count = static_cast<std::int32_t>(whole(cell)); }
inline void from_cell(const Cell& cell, Instant& value) { value.seconds = whole(cell); }
template <class Tag>
void from_cell(const Cell& cell, Id<Tag>& value) {
  value.number = whole(cell);
}
template <Vocabulary E>
void from_cell(const Cell& cell, E& value) {
  value = static_cast<E>(whole(cell));
}

/// The row's columns, in the order of its fields.
template <class Row>
std::vector<Cell> cells_of(const Row& row) {
  std::vector<Cell> cells;
  auto visit = [&](std::string_view, const auto& field) { cells.push_back(to_cell(field)); };
  Row::fields(row, visit);
  return cells;
}

template <class Row>
Key key_of(const Row& row) {
  Key key;
  auto visit = [&](std::string_view, const auto& field) {
    if (key.size() < static_cast<std::size_t>(Row::key_fields)) key.push_back(to_cell(field));
  };
  Row::fields(row, visit);
  return key;
}

template <class... Parts>
Key make_key(const Parts&... parts) {
  return Key{to_cell(parts)...};
}

/// A table of rows by key. Reads see what was put before in the same unit of work.
template <class Row>
class Table {
 public:
  virtual ~Table() = default;
  [[nodiscard]] virtual std::optional<Row> find(const Key& key) const = 0;
  /// Rows whose key begins with the prefix, in the order of their keys; an empty prefix gives all. Stops when `take`
  /// says false.
  virtual void scan(const Key& prefix, const std::function<bool(const Row&)>& take) const = 0;
  /// Rows by an indexed field, in the order of their keys.
  virtual void scan_by(std::string_view index, const Cell& value,
                       const std::function<bool(const Row&)>& take) const = 0;
  virtual void put(const Row& row) = 0;  ///< inserts, or replaces the row of the same key
  virtual void erase(const Key& key) = 0;

  [[nodiscard]] std::vector<Row> all(const Key& prefix = {}) const {
    std::vector<Row> rows;
    scan(prefix, [&](const Row& row) { return rows.push_back(row), true; });
    return rows;
  }
  [[nodiscard]] std::vector<Row> all_by(std::string_view index, const Cell& value) const {
    std::vector<Row> rows;
    scan_by(index, value, [&](const Row& row) { return rows.push_back(row), true; });
    return rows;
  }
  [[nodiscard]] std::optional<Row> first_by(std::string_view index, const Cell& value) const {
    std::optional<Row> first;
    scan_by(index, value, [&](const Row& row) { return first = row, false; });
    return first;
  }
};

/// A table in memory: for a register replayed by `verify`, and for tests of the domain.
template <class Row>
class MemoryTable final : public Table<Row> {
 public:
  [[nodiscard]] std::optional<Row> find(const Key& key) const override {
    const auto found = rows_.find(key);
    return found == rows_.end() ? std::nullopt : std::optional<Row>(found->second);
  }
  void scan(const Key& prefix, const std::function<bool(const Row&)>& take) const override {
    for (auto at = rows_.lower_bound(prefix); at != rows_.end(); ++at) {
      if (!std::equal(prefix.begin(), prefix.end(), at->first.begin())) return;
      if (!take(at->second)) return;
    }
  }
  void scan_by(std::string_view index, const Cell& value, const std::function<bool(const Row&)>& take) const override {
    for (const auto& [key, row] : rows_) {
      bool matches = false;
      auto visit = [&](std::string_view name, const auto& field) {
        matches = matches || (name == index && to_cell(field) == value);
      };
      Row::fields(row, visit);
      if (matches && !take(row)) return;
    }
  }
  void put(const Row& row) override { rows_.insert_or_assign(key_of(row), row); }
  void erase(const Key& key) override { rows_.erase(key); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

 private:
  std::map<Key, Row> rows_;
};

}  // namespace lotline
