#include "storage/sql_rows.h"

#include <algorithm>

namespace lotline::storage {

namespace {

/// Rows lie in the order of their primary key, so that all entries of a lot are one range read. An engine without such
/// tables leaves these words out.
constexpr const char* kRowsInKeyOrder = " WITHOUT ROWID";

/// A filter is made once a table of so many rows was asked for one key in this many of them: making it costs a walk
/// through all.
constexpr std::int64_t kRowsAsked = 8;
constexpr std::size_t kLeastFilter = 1'000'000;  ///< keys

std::string quoted(std::string_view word) { return "\"" + std::string{word} + "\""; }

/// Binds without a copy. REQUIRES that the cells outlive the statement's steps.
void bind_cells(Statement& statement, const Packed& cells) {
  int parameter = 0;
  for (PackedReader reader(cells); !reader.done();) {
    if (reader.at_text())
      statement.bind_borrowed(++parameter, reader.text());
    else
      statement.bind(++parameter, reader.number());
  }
}

std::size_t count_of(const Packed& cells) {
  std::size_t count = 0;
  for (PackedReader reader(cells); !reader.done(); ++count) reader.skip();
  return count;
}

/// "?1, ?2": so many parameters, from this one on.
std::string places(std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += fmt::format("{}?{}", i > 0 ? ", " : "", first + i);
  return text;
}

Packed joined(const Packed& value, const Packed& key) {
  Packed cells;
  for (const Packed* part : {&value, &key})
    for (PackedReader reader(*part); !reader.done();)
      reader.at_text() ? cells.add(reader.text()) : cells.add(reader.number());
  return cells;
}

}  // namespace

class SqlRows::Borrowed {
 public:
  Borrowed(std::unique_ptr<Statement>& slot, Connection& connection, const std::function<std::string()>& text)
      : slot_(slot), statement_(slot ? std::move(slot) : connection.prepare(text())) {}
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  ~Borrowed() {
    statement_->reset();
    slot_ = std::move(statement_);
  }
  Statement& operator*() const { return *statement_; }
  Statement* operator->() const { return statement_.get(); }

 private:
  std::unique_ptr<Statement>& slot_;
  std::unique_ptr<Statement> statement_;
};

SqlRows::SqlRows(Connection& connection, TableShape shape)
    : connection_(connection), shape_(std::move(shape)), memory_(shape_) {}

const std::optional<Packed>& SqlRows::find(const Key& key) {
  static const std::optional<Packed> none;
  if (shape_.written_once && surely_absent(key)) return none;
  if (const auto* known = memory_.find(key)) return *known;
  Statement& select = prepared(select_, [&] { return select_text(" WHERE " + key_condition(key_fields())); });
  bind_cells(select, key);
  std::optional<Packed> row;
  if (select.step()) row = packed_row(select, shape_.columns.size());
  select.reset();
  return memory_.remember(key, std::move(row));
}

void SqlRows::put(Key key, Packed row) {
  if (filter_) filter_->add(key);
  memory_.change(std::move(key), std::move(row));
}

void SqlRows::forget() {
  memory_.forget();
  filter_.reset();
  asked_ = 0;
}

void SqlRows::begin(std::int64_t most_rows) { most_rows_ = most_rows; }

bool SqlRows::surely_absent(const Key& key) {
  if (filter_ && filter_->full()) {
    fill_filter(2 * filter_->planned());
  } else if (!filter_) {
    if (++asked_ * kRowsAsked < most_rows_) return false;
    fill_filter(std::max(kLeastFilter, 2 * static_cast<std::size_t>(most_rows_)));
  }
  return !filter_->may_hold(key);
}

/// With every key that is written and every one still in memory.
void SqlRows::fill_filter(std::size_t keys) {
  filter_.emplace(keys);
  scan({}, [&](CellReader reader) {
    Key key;
    for (std::size_t i = 0; i < key_fields(); ++i) {
      if (shape_.columns[i].text)
        key.add(reader.text());
      else
        key.add(reader.number());
    }
    filter_->add(key);
    return true;
  });
}

void SqlRows::scan(const Key& prefix, const Take& take) {
  const std::size_t cells = count_of(prefix);
  Borrowed statement(scans_[cells], connection_, [&] {
    return select_text((cells == 0 ? "" : " WHERE " + key_condition(cells)) + " ORDER BY " + columns(key_fields()));
  });
  bind_cells(*statement, prefix);
  if (memory_.changed() == 0) {
    while (statement->step())
      if (!take(CellReader(*statement))) return;
    return;
  }
  auto changed = memory_.in_order(prefix);
  const auto take_changed = [&] {
    const bool more = !changed.row() || take(CellReader(*changed.row()));
    changed.next();
    return more;
  };
  while (statement->step()) {
    if (changed) {
      const Key key = packed_row(*statement, key_fields());
      while (changed && changed.key() < key)
        if (!take_changed()) return;
      if (changed && changed.key() == key) {
        if (!take_changed()) return;
        continue;
      }
    }
    if (!take(CellReader(*statement))) return;
  }
  while (changed)
    if (!take_changed()) return;
}

void SqlRows::scan_by(std::string_view index, const Packed& value, const Take& take) {
  const auto column = std::ranges::find(shape_.columns, index, &TableShape::Column::name);
  CHECK(column != shape_.columns.end() && column->indexed);
  const auto at = static_cast<std::size_t>(column - shape_.columns.begin());
  std::map<Key, Packed> rows;
  {
    Borrowed statement(by_[at], connection_, [&] {
      return select_text(" WHERE " + quoted(index) + " = ?1 ORDER BY " + columns(key_fields()));
    });
    bind_cells(*statement, value);
    if (memory_.changed() == 0) {
      while (statement->step())
        if (!take(CellReader(*statement))) return;
      return;
    }
    while (statement->step()) {
      Key key = packed_row(*statement, key_fields());
      if (!memory_.is_changed(key)) rows.emplace(std::move(key), packed_row(*statement, shape_.columns.size()));
    }
  }
  memory_.each_by(at, value, [&](const Key& key, const Packed& row) { rows.emplace(key, row); });
  for (const auto& entry : rows)
    if (!take(CellReader(entry.second))) return;
}

void SqlRows::scan_text(const std::string& text, const Packed& bound, const Take& take) {
  CHECK(!has_unwritten());
  Borrowed statement(pages_[text], connection_, [&] { return text; });
  bind_cells(*statement, bound);
  while (statement->step())
    if (!take(CellReader(*statement))) return;
}

void SqlRows::scan_from(const Key& from, const Take& take) {
  const std::size_t cells = count_of(from);
  const std::string where = cells == 0 ? "" : fmt::format(" WHERE ({}) >= ({})", columns(cells), places(1, cells));
  scan_text(select_text(where + " ORDER BY " + columns(key_fields())), from, take);
}

void SqlRows::scan_by_from(std::string_view index, const Packed& value, const Key& from, const Take& take) {
  const std::size_t cells = count_of(from);
  std::string where = fmt::format(" WHERE {} = ?1", indexed_column(index));
  if (cells > 0) where += fmt::format(" AND ({}) >= ({})", columns(cells), places(2, cells));
  scan_text(select_text(where + " ORDER BY " + columns(key_fields())), joined(value, from), take);
}

void SqlRows::scan_along(std::string_view index, const Packed& value, const Key& from, const Take& take) {
  const std::string column = indexed_column(index);
  const std::size_t cells = count_of(from);
  const std::string order = column + ", " + columns(key_fields());
  const std::string where = cells == 0
                                ? fmt::format(" WHERE {} >= ?1", column)
                                : fmt::format(" WHERE ({}, {}) >= ({})", column, columns(cells), places(1, cells + 1));
  scan_text(select_text(where + " ORDER BY " + order), joined(value, from), take);
}

std::string SqlRows::indexed_column(std::string_view index) const {
  const auto column = std::ranges::find(shape_.columns, index, &TableShape::Column::name);
  CHECK(column != shape_.columns.end() && column->indexed);
  return quoted(index);
}

void SqlRows::create() {
  std::string declared;
  for (const auto& column : shape_.columns)
    declared += quoted(column.name) + (column.text ? " TEXT" : " BIGINT") + " NOT NULL, ";
  connection_.execute("CREATE TABLE " + name() + " (" + declared + "PRIMARY KEY (" + columns(key_fields()) + "))" +
                      kRowsInKeyOrder);
  for (const auto& column : shape_.columns)
    if (column.indexed)
      connection_.execute("CREATE INDEX " + quoted(std::string{shape_.name} + "_by_" + std::string{column.name}) +
                          " ON " + name() + " (" + quoted(column.name) + ")");
}

void SqlRows::write() {
  if (memory_.changed() == 0) return;
  Statement& insert = prepared(insert_, [&] { return insert_text(); });
  Statement& remove =
      prepared(remove_, [&] { return "DELETE FROM " + name() + " WHERE " + key_condition(key_fields()); });
  memory_.write_out([&](const Key& key, const std::optional<Packed>& row) {
    Statement& statement = row ? insert : remove;
    bind_cells(statement, row ? *row : key);
    statement.step();
    statement.reset();
  });
}

std::string SqlRows::name() const { return quoted(shape_.name); }

std::string SqlRows::columns(std::size_t count) const {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i > 0 ? ", " : "") + quoted(shape_.columns[i].name);
  return text;
}

std::string SqlRows::key_condition(std::size_t fields) const {
  std::string text;
  for (std::size_t i = 0; i < fields; ++i)
    text += (i > 0 ? " AND " : "") + quoted(shape_.columns[i].name) + " = ?" + std::to_string(i + 1);
  return text;
}

std::string SqlRows::select_text(const std::string& rest) const {
  return "SELECT " + columns(shape_.columns.size()) + " FROM " + name() + rest;
}

std::string SqlRows::insert_text() const {
  std::string marks, updates;
  for (std::size_t i = 0; i < shape_.columns.size(); ++i) {
    marks += (i > 0 ? ", ?" : "?") + std::to_string(i + 1);
    const std::string column = quoted(shape_.columns[i].name);
    if (i >= key_fields()) updates += (updates.empty() ? "" : ", ") + column + " = excluded." + column;
  }
  const std::string insert =
      "INSERT INTO " + name() + " (" + columns(shape_.columns.size()) + ") VALUES (" + marks + ")";
  if (shape_.written_once) return insert;
  return insert + " ON CONFLICT (" + columns(key_fields()) + ") " +
         (updates.empty() ? "DO NOTHING" : "DO UPDATE SET " + updates);
}

Packed SqlRows::packed_row(const Statement& statement, std::size_t cells) const {
  Packed row;
  for (std::size_t i = 0; i < cells; ++i) {
    if (shape_.columns[i].text)
      row.add(statement.column_text(static_cast<int>(i)));
    else
      row.add(statement.column_int64(static_cast<int>(i)));
  }
  return row;
}

Statement& SqlRows::prepared(std::unique_ptr<Statement>& slot, const std::function<std::string()>& text) {
  if (!slot) slot = connection_.prepare(text());
  return *slot;
}

}  // namespace lotline::storage
