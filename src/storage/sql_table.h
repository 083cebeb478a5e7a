#pragma once
// A Table<Row> kept in SQL. The statements are made from the row's own fields, once for every engine.
//
// Inside a unit of work rows are kept in memory and written in the order of their keys, many at a time: a million
// balances that change a thousand times each are written a few times, and entries of one lot go to one place. What was
// put is seen by every later read. Between a mark and undo_to_mark the previous rows are remembered, so that one
// refused act leaves no trace.

#include <map>
#include <memory>
#include <set>
#include <unordered_map>

#include "base/table.h"
#include "storage/connection.h"
#include "storage/packed_key.h"

namespace lotline::storage {

/// What the register does to a table without knowing its row.
class KeptTable {
 public:
  virtual ~KeptTable() = default;
  virtual void create(Connection& connection) const = 0;  ///< CREATE TABLE and indexes
  virtual void write() = 0;                               ///< what is in memory goes to the database
  virtual void mark() = 0;
  virtual void undo_to_mark() = 0;
  virtual void forget() = 0;  ///< drops what is in memory, unwritten rows too
  [[nodiscard]] virtual std::size_t unwritten() const = 0;
};

/// Rows lie in the order of their primary key, so that all entries of a lot are one range read. An engine without such
/// tables leaves these words out.
inline const std::string kRowsInKeyOrder = " WITHOUT ROWID";

/// Binds without a copy. REQUIRES that the field outlives the statement's steps.
inline void bind_field(Statement& statement, int index, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell))
    statement.bind_borrowed(index, std::string_view{*text});
  else
    statement.bind(index, std::get<std::int64_t>(cell));
}
template <class T>
void bind_field(Statement& statement, int index, const T& field) {
  if constexpr (std::is_same_v<T, std::string>)
    statement.bind_borrowed(index, std::string_view{field});
  else
    statement.bind(index, whole(to_cell(field)));
}

template <class Row>
class SqlTable final : public Table<Row>, public KeptTable {
 public:
  explicit SqlTable(Connection& connection) : connection_(connection) {}

  std::optional<Row> find(const Key& key) const override {
    std::string bytes = packed(key);
    if (const auto changed = changed_.find(bytes); changed != changed_.end()) return changed->second;
    if (const auto known = read_.find(bytes); known != read_.end()) return known->second;
    Statement& select = prepared(select_, [&] { return select_text(" WHERE " + key_condition(Row::key_fields)); });
    bind_key(select, key);
    std::optional<Row> row;
    if (select.step()) row = row_of(select);
    select.reset();
    if (read_.size() >= kMostRead) read_.clear();
    read_.emplace(std::move(bytes), row);
    return row;
  }

  void scan(const Key& prefix, const std::function<bool(const Row&)>& take) const override {
    auto& slot = scans_[prefix.size()];
    const auto text = [&] {
      return select_text((prefix.empty() ? "" : " WHERE " + key_condition(static_cast<int>(prefix.size()))) +
                         " ORDER BY " + key_columns());
    };
    Borrowed statement(slot, connection_, text);
    bind_key(*statement, prefix);

    const std::string begin = packed(prefix);
    auto changed = changed_.lower_bound(begin);
    const auto in_range = [&] { return changed != changed_.end() && changed->first.starts_with(begin); };
    bool more = statement->step();
    while (more || in_range()) {
      if (!more) {
        if (changed->second && !take(*changed->second)) return;
        ++changed;
        continue;
      }
      const Row row = row_of(*statement);
      const std::string key = packed(key_of(row));
      if (in_range() && changed->first <= key) {
        const bool same = changed->first == key;
        if (changed->second && !take(*changed->second)) return;
        ++changed;
        if (same) more = statement->step();
        continue;
      }
      if (!take(row)) return;
      more = statement->step();
    }
  }

  void scan_by(std::string_view index, const Cell& value, const std::function<bool(const Row&)>& take) const override {
    std::map<std::string, Row> rows;
    {
      auto& slot = by_[std::string{index}];
      Borrowed statement(slot, connection_, [&] {
        return select_text(" WHERE \"" + std::string{index} + "\" = ?1 ORDER BY " + key_columns());
      });
      bind_field(*statement, 1, value);
      if (changed_.empty()) {
        while (statement->step())
          if (!take(row_of(*statement))) return;
        return;
      }
      while (statement->step()) {
        Row row = row_of(*statement);
        std::string key = packed(key_of(row));
        if (!changed_.contains(key)) rows.emplace(std::move(key), std::move(row));
      }
    }
    if (const auto found = changed_by_.find({std::string{index}, value}); found != changed_by_.end())
      for (const std::string& key : found->second)
        if (const auto& row = changed_.at(key)) rows.emplace(key, *row);
    for (const auto& entry : rows)
      if (!take(entry.second)) return;
  }

  void put(const Row& row) override { change(packed(key_of(row)), row); }
  void erase(const Key& key) override {
    erased_[packed(key)] = key;
    change(packed(key), std::nullopt);
  }

  void create(Connection& connection) const override {
    std::string columns;
    const Row sample{};
    auto visit = [&](std::string_view name, const auto& field) {
      constexpr bool is_text = std::is_same_v<std::decay_t<decltype(field)>, std::string>;
      columns += "\"" + std::string{name} + "\" " + (is_text ? "TEXT" : "BIGINT") + " NOT NULL, ";
    };
    Row::fields(sample, visit);
    connection.execute("CREATE TABLE " + name() + " (" + columns + "PRIMARY KEY (" + key_columns() + "))" +
                       kRowsInKeyOrder);
    for (const auto index : Row::indexes)
      connection.execute("CREATE INDEX \"" + std::string{Row::table} + "_by_" + std::string{index} + "\" ON " + name() +
                         " (\"" + std::string{index} + "\")");
  }

  void write() override {
    if (changed_.empty()) return;
    Statement& insert = prepared(insert_, [] { return insert_text(); });
    Statement& remove =
        prepared(remove_, [] { return "DELETE FROM " + name() + " WHERE " + key_condition(Row::key_fields); });
    for (const auto& [key, row] : changed_) {
      Statement& statement = row ? insert : remove;
      if (row) {
        int column = 0;
        auto visit = [&](std::string_view, const auto& field) { bind_field(statement, ++column, field); };
        Row::fields(*row, visit);
      } else {
        bind_key(statement, erased_.at(key));
      }
      statement.step();
      statement.reset();
    }
    forget();
  }

  void mark() override { before_.clear(), marking_ = true; }
  void undo_to_mark() override {
    for (auto at = before_.rbegin(); at != before_.rend(); ++at) {
      if (const auto now = changed_.find(at->first); now != changed_.end()) unlist(at->first, now->second);
      if (at->second) {
        changed_[at->first] = *at->second;
        list(at->first, *at->second);
      } else {
        changed_.erase(at->first);
      }
    }
    before_.clear();
  }
  void forget() override {
    changed_.clear(), changed_by_.clear(), erased_.clear(), read_.clear(), before_.clear();
    marking_ = false;
  }
  [[nodiscard]] std::size_t unwritten() const override { return changed_.size(); }

 private:
  /// Rows remembered unchanged, so that balances and parties are not read again for each of a million rows.
  static constexpr std::size_t kMostRead = 20'000;

  /// A statement lent for one scan; a scan inside a scan gets one of its own.
  class Borrowed {
   public:
    template <class Text>
    Borrowed(std::unique_ptr<Statement>& slot, Connection& connection, const Text& text)
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

  static std::string name() { return "\"" + std::string{Row::table} + "\""; }
  static std::vector<std::string> columns() {
    std::vector<std::string> names;
    const Row sample{};
    auto visit = [&](std::string_view column, const auto&) { names.push_back("\"" + std::string{column} + "\""); };
    Row::fields(sample, visit);
    return names;
  }
  static std::string key_columns() {
    std::string text;
    for (int i = 0; i < Row::key_fields; ++i) text += (i > 0 ? ", " : "") + columns()[static_cast<std::size_t>(i)];
    return text;
  }
  static std::string key_condition(int fields) {
    std::string text;
    for (int i = 0; i < fields; ++i)
      text += (i > 0 ? " AND " : "") + columns()[static_cast<std::size_t>(i)] + " = ?" + std::to_string(i + 1);
    return text;
  }
  static std::string select_text(const std::string& rest) {
    std::string text = "SELECT ";
    for (const auto& column : columns()) text += (text.size() > 7 ? ", " : "") + column;
    return text + " FROM " + name() + rest;
  }
  static std::string insert_text() {
    const auto names = columns();
    std::string list, marks, updates;
    for (std::size_t i = 0; i < names.size(); ++i) {
      list += (i > 0 ? ", " : "") + names[i];
      marks += (i > 0 ? ", ?" : "?") + std::to_string(i + 1);
      if (i >= static_cast<std::size_t>(Row::key_fields))
        updates += (updates.empty() ? "" : ", ") + names[i] + " = excluded." + names[i];
    }
    const std::string on_conflict = updates.empty() ? "DO NOTHING" : "DO UPDATE SET " + updates;
    return "INSERT INTO " + name() + " (" + list + ") VALUES (" + marks + ") ON CONFLICT (" + key_columns() + ") " +
           on_conflict;
  }

  template <class Text>
  Statement& prepared(std::unique_ptr<Statement>& slot, const Text& text) const {
    if (!slot) slot = connection_.prepare(text());
    return *slot;
  }
  static void bind_key(Statement& statement, const Key& key) {
    for (std::size_t i = 0; i < key.size(); ++i) bind_field(statement, static_cast<int>(i) + 1, key[i]);
  }
  static Row row_of(Statement& statement) {
    Row row{};
    int column = 0;
    auto visit = [&](std::string_view, auto& field) {
      if constexpr (std::is_same_v<std::decay_t<decltype(field)>, std::string>)
        field = statement.column_text(column++);
      else
        from_cell(Cell{statement.column_int64(column++)}, field);
    };
    Row::fields(row, visit);
    return row;
  }

  void change(const std::string& key, std::optional<Row> row) {
    const auto [at, is_new] = changed_.try_emplace(key);
    if (marking_) before_.emplace_back(key, is_new ? std::nullopt : std::optional<std::optional<Row>>(at->second));
    if (!same_place(at->second, row)) {
      if (!is_new) unlist(key, at->second);
      list(key, row);
    }
    at->second = std::move(row);
  }
  /// Whether two rows are found by the same indexed fields.
  static bool same_place(const std::optional<Row>& a, const std::optional<Row>& b) {
    if (Row::indexes.empty()) return true;
    if (!a || !b) return false;
    bool same = true;
    auto compare = [&](std::string_view name, const auto& field) {
      for (const auto index : Row::indexes) {
        if (index != name) continue;
        auto other = [&](std::string_view other_name, const auto& other_field) {
          if constexpr (std::is_same_v<decltype(field), decltype(other_field)>)
            same = same && (other_name != name || field == other_field);
        };
        Row::fields(*b, other);
      }
    };
    Row::fields(*a, compare);
    return same;
  }
  /// Keeps the indexed fields of a changed row findable.
  void list(const std::string& key, const std::optional<Row>& row) {
    if (Row::indexes.empty() || !row) return;
    auto visit = [&](std::string_view field_name, const auto& field) {
      for (const auto index : Row::indexes)
        if (index == field_name) changed_by_[{std::string{index}, to_cell(field)}].insert(key);
    };
    Row::fields(*row, visit);
  }
  void unlist(const std::string& key, const std::optional<Row>& row) {
    if (Row::indexes.empty() || !row) return;
    auto visit = [&](std::string_view field_name, const auto& field) {
      for (const auto index : Row::indexes) {
        if (index != field_name) continue;
        const auto at = changed_by_.find({std::string{index}, to_cell(field)});
        at->second.erase(key);
        if (at->second.empty()) changed_by_.erase(at);
      }
    };
    Row::fields(*row, visit);
  }

  Connection& connection_;
  std::map<std::string, std::optional<Row>> changed_;  // by packed key; nothing: erased
  std::map<std::pair<std::string, Cell>, std::set<std::string>> changed_by_;
  std::unordered_map<std::string, Key> erased_;  // the keys behind the packed ones, for deleting
  mutable std::unordered_map<std::string, std::optional<Row>> read_;
  std::vector<std::pair<std::string, std::optional<std::optional<Row>>>>
      before_;  // as it was before the mark; nothing: unchanged
  bool marking_ = false;
  mutable std::unique_ptr<Statement> select_;
  std::unique_ptr<Statement> insert_;
  std::unique_ptr<Statement> remove_;
  mutable std::map<std::size_t, std::unique_ptr<Statement>> scans_;
  mutable std::map<std::string, std::unique_ptr<Statement>> by_;
};

}  // namespace lotline::storage
