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
#include <utility>
#include <variant>
#include <vector>

#include "base/check.h"
#include "base/date.h"
#include "base/id.h"
#include "base/packed.h"
#include "base/rounds.h"
#include "base/words.h"

namespace lotline {

/// One column's value: a whole number or a text.
using Cell = std::variant<std::int64_t, std::string>;

/// The columns of one row.
using Cells = std::vector<Cell>;

/// A key or a prefix of one.
using Key = Packed;

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
Cells cells_of(const Row& row) {
  Cells cells;
  auto visit = [&](std::string_view, const auto& field) { cells.push_back(to_cell(field)); };
  Row::fields(row, visit);
  return cells;
}

template <class T>
void add_cell(Packed& packed, const T& value) {
  if constexpr (std::is_convertible_v<const T&, std::string_view>)
    packed.add(std::string_view{value});
  else
    packed.add(whole(to_cell(value)));
}

inline Packed packed_cell(const Cell& value) {
  Packed cell;
  std::visit([&](const auto& v) { add_cell(cell, v); }, value);
  return cell;
}

template <class Row>
Packed packed(const Row& row) {
  thread_local Packed cells;  // grown once; the copy takes what it needs
  cells.clear();
  auto visit = [&](std::string_view, const auto& field) { add_cell(cells, field); };
  Row::fields(row, visit);
  return cells;
}

/// The row whose cells the reader gives in their order, by number() and text().
template <class Row, class Reader>
Row read_row(Reader& reader) {
  Row row{};
  auto visit = [&](std::string_view, auto& field) {
    if constexpr (std::is_same_v<std::decay_t<decltype(field)>, std::string>)
      field = reader.text();
    else
      from_cell(Cell{reader.number()}, field);
  };
  Row::fields(row, visit);
  return row;
}

template <class Row>
Row unpacked(const Packed& cells) {
  PackedReader reader(cells);
  return read_row<Row>(reader);
}

template <class Row>
Key key_of(const Row& row) {
  Key key;
  int part = 0;
  auto visit = [&](std::string_view, const auto& field) {
    if (part++ < Row::key_fields) add_cell(key, field);
  };
  Row::fields(row, visit);
  return key;
}

template <class... Parts>
Key make_key(const Parts&... parts) {
  Key key;
  (add_cell(key, parts), ...);
  return key;
}

/// The cell of the field of this name. REQUIRES that the row has it.
template <class Row>
Cell cell_named(const Row& row, std::string_view name) {
  Cell found;
  bool named = false;
  auto visit = [&](std::string_view field_name, const auto& field) {
    if (field_name != name) return;
    found = to_cell(field);
    named = true;
  };
  Row::fields(row, visit);
  CHECK(named);
  return found;
}

/// Whether rows of a table are put once, and never again or away: entries of the ledger are.
template <class Row>
constexpr bool written_once() {
  if constexpr (requires { Row::written_once; }) return Row::written_once;
  return false;
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
  // Lists read a page at a time, from where the last one ended; `from` is a key or the beginning of one.
  /// Rows from this key on, in the order of their keys.
  virtual void scan_from(const Key& from, const std::function<bool(const Row&)>& take) const {
    scan({}, [&](const Row& row) { return key_of(row) < from || take(row); });
  }
  /// Rows by an indexed field, from this key on, in the order of their keys.
  virtual void scan_by_from(std::string_view index, const Cell& value, const Key& from,
                            const std::function<bool(const Row&)>& take) const {
    scan_by(index, value, [&](const Row& row) { return key_of(row) < from || take(row); });
  }
  /// Rows in the order of an indexed field and then of their keys, from (value, key) on.
  virtual void scan_along(std::string_view index, const Cell& value, const Key& from,
                          const std::function<bool(const Row&)>& take) const {
    std::map<std::pair<Packed, Key>, Row> rows;
    const std::pair first{packed_cell(value), from};
    scan({}, [&](const Row& row) {
      std::pair at{packed_cell(cell_named(row, index)), key_of(row)};
      if (at >= first) rows.emplace(std::move(at), row);
      return true;
    });
    for (const auto& entry : rows)
      if (!take(entry.second)) return;
  }

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

}  // namespace lotline
