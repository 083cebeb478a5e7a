#include "bench/bare_insert.h"

#include <sqlite3.h>

#include <stdexcept>
#include <variant>
#include <vector>

#include "bench/bench_register.h"

namespace lotline::bench {

namespace {

using Value = std::variant<std::int64_t, std::string>;
struct TableRows {
  std::string name;
  std::size_t columns = 0;
  std::vector<char> blob;  // whether a column is a blob
  std::vector<Value> values;
  sqlite3_stmt* insert = nullptr;
};

void check(int code, sqlite3* database) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    throw std::runtime_error(sqlite3_errmsg(database));
}

void execute(sqlite3* database, const char* sql) {
  check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
}

/// Rows of a table in the order in which they came to be.
TableRows read_table(sqlite3* database, const std::string& name, const std::string& rest) {
  TableRows rows{name, 0, {}, {}, nullptr};
  sqlite3_stmt* select = nullptr;
  check(sqlite3_prepare_v2(database, ("SELECT * FROM \"" + name + "\" " + rest).c_str(), -1, &select, nullptr),
        database);
  rows.columns = static_cast<std::size_t>(sqlite3_column_count(select));
  rows.blob.assign(rows.columns, 0);
  while (sqlite3_step(select) == SQLITE_ROW) {
    for (int c = 0; c < static_cast<int>(rows.columns); ++c) {
      const int type = sqlite3_column_type(select, c);
      if (type == SQLITE_INTEGER) {
        rows.values.emplace_back(std::int64_t{sqlite3_column_int64(select, c)});
        continue;
      }
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(select, c));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(select, c));
      rows.blob[static_cast<std::size_t>(c)] = type == SQLITE_BLOB;
      rows.values.emplace_back(size == 0 ? std::string{} : std::string(bytes, size));
    }
  }
  sqlite3_finalize(select);
  return rows;
}

void insert_row(sqlite3* database, const TableRows& rows, std::size_t row) {
  for (std::size_t c = 0; c < rows.columns; ++c) {
    const Value& value = rows.values[row * rows.columns + c];
    const int at = static_cast<int>(c) + 1;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      sqlite3_bind_int64(rows.insert, at, *number);
    } else {
      const auto& text = std::get<std::string>(value);
      if (rows.blob[c] != 0)
        sqlite3_bind_blob(rows.insert, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
      else
        sqlite3_bind_text(rows.insert, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
  }
  check(sqlite3_step(rows.insert), database);
  sqlite3_reset(rows.insert);
}

}  // namespace

double bare_insert(const std::string& grown_register, const std::string& setup_register, std::int64_t first) {
  sqlite3* from = nullptr;
  check(sqlite3_open_v2(grown_register.c_str(), &from, SQLITE_OPEN_READONLY, nullptr), from);
  const std::string after = std::to_string(first);
  std::vector<TableRows> with_record;
  with_record.push_back(read_table(from, "log", "WHERE number > " + after + " ORDER BY number"));
  with_record.push_back(read_table(from, "entries", "WHERE number > " + after + " ORDER BY number, line"));
  with_record.push_back(read_table(from, "import_refs", "WHERE number > " + after + " ORDER BY number"));
  std::vector<TableRows> at_end;
  for (const char* name : {"shipments", "shipment_lines", "accounts", "lot_totals"})
    at_end.push_back(read_table(from, name, ""));
  sqlite3_close(from);

  sqlite3* to = nullptr;
  check(sqlite3_open(setup_register.c_str(), &to), to);
  execute(
      to,
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -114688; "
      "PRAGMA wal_autocheckpoint = 100000");
  for (auto* group : {&with_record, &at_end})
    for (TableRows& rows : *group) {
      std::string sql = "INSERT OR REPLACE INTO \"" + rows.name + "\" VALUES (?";
      for (std::size_t c = 1; c < rows.columns; ++c) sql += ",?";
      check(sqlite3_prepare_v3(to, (sql + ")").c_str(), -1, SQLITE_PREPARE_PERSISTENT, &rows.insert, nullptr), to);
    }
  const double start = seconds();
  execute(to, "BEGIN IMMEDIATE");
  const std::size_t records = with_record.front().values.size() / with_record.front().columns;
  for (std::size_t record = 0; record < records; ++record)
    for (const TableRows& rows : with_record) insert_row(to, rows, record);
  for (const TableRows& rows : at_end)
    for (std::size_t row = 0; row < rows.values.size() / rows.columns; ++row) insert_row(to, rows, row);
  execute(to, "COMMIT");
  const double took = seconds() - start;
  for (auto* group : {&with_record, &at_end})
    for (const TableRows& rows : *group) sqlite3_finalize(rows.insert);
  sqlite3_close(to);
  return took;
}

}  // namespace lotline::bench
