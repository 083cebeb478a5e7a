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

constexpr std::size_t kRowsAtATime = 50'000;

void check(int code, sqlite3* database) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    throw std::runtime_error(sqlite3_errmsg(database));
}

void execute(sqlite3* database, const char* sql) {
  check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
}

/// Reads the rows of a table, some at a time, so that a register larger than memory can be copied.
class RowsOf {
 public:
  RowsOf(sqlite3* database, std::string name, const std::string& rest) {
    rows_.name = std::move(name);
    check(sqlite3_prepare_v2(database, ("SELECT * FROM \"" + rows_.name + "\" " + rest).c_str(), -1, &select_, nullptr),
          database);
    rows_.columns = static_cast<std::size_t>(sqlite3_column_count(select_));
    rows_.blob.assign(rows_.columns, 0);
  }
  RowsOf(const RowsOf&) = delete;
  RowsOf& operator=(const RowsOf&) = delete;
  ~RowsOf() {
    sqlite3_finalize(select_);
    sqlite3_finalize(rows_.insert);
  }

  /// Replaces the rows in memory by the next ones, at most so many.
  void read(std::size_t most) {
    rows_.values.clear();
    for (std::size_t row = 0; row < most && !ended_; ++row) {
      if (sqlite3_step(select_) != SQLITE_ROW) {
        ended_ = true;
        break;
      }
      for (int c = 0; c < static_cast<int>(rows_.columns); ++c) add(c);
    }
  }
  TableRows& rows() { return rows_; }
  [[nodiscard]] std::size_t count() const { return rows_.values.size() / rows_.columns; }

 private:
  void add(int column) {
    const int type = sqlite3_column_type(select_, column);
    if (type == SQLITE_INTEGER) {
      rows_.values.emplace_back(std::int64_t{sqlite3_column_int64(select_, column)});
      return;
    }
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(select_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(select_, column));
    rows_.blob[static_cast<std::size_t>(column)] = type == SQLITE_BLOB;
    rows_.values.emplace_back(size == 0 ? std::string{} : std::string(bytes, size));
  }

  TableRows rows_;
  sqlite3_stmt* select_ = nullptr;
  bool ended_ = false;
};

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
  check(sqlite3_open(grown_register.c_str(), &from), from);
  // The rows are read in the order in which they came to be; the register itself keeps no such order of its entries.
  execute(from, "CREATE INDEX IF NOT EXISTS entries_as_they_came ON entries (number, line)");
  execute(from, "CREATE INDEX IF NOT EXISTS import_refs_as_they_came ON import_refs (number)");
  const std::string after = "WHERE number > " + std::to_string(first) + " ORDER BY number";
  sqlite3* to = nullptr;
  check(sqlite3_open(setup_register.c_str(), &to), to);
  execute(
      to,
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -114688; "
      "PRAGMA wal_autocheckpoint = 100000");
  double took = 0;
  {
    RowsOf log(from, "log", after), entries(from, "entries", after + ", line"), refs(from, "import_refs", after);
    RowsOf shipments(from, "shipments", ""), lines(from, "shipment_lines", ""), accounts(from, "accounts", ""),
        totals(from, "lot_totals", ""), kinds(from, "round_kinds", ""), holders(from, "holder_products", ""),
        years(from, "stock_years", "");
    const auto prepare = [&](TableRows& rows) {
      std::string sql = "INSERT OR REPLACE INTO \"" + rows.name + "\" VALUES (?";
      for (std::size_t c = 1; c < rows.columns; ++c) sql += ",?";
      check(sqlite3_prepare_v3(to, (sql + ")").c_str(), -1, SQLITE_PREPARE_PERSISTENT, &rows.insert, nullptr), to);
    };
    for (RowsOf* table : {&log, &entries, &refs, &shipments, &lines, &accounts, &totals, &kinds, &holders, &years})
      prepare(table->rows());
    /// Only what is done with rows in memory counts.
    const auto timed = [&](const auto& act) {
      const double start = seconds();
      act();
      took += seconds() - start;
    };
    timed([&] { execute(to, "BEGIN IMMEDIATE"); });
    for (;;) {
      for (RowsOf* table : {&log, &entries, &refs}) table->read(kRowsAtATime);
      if (log.count() == 0) break;
      // Each movement of a measured import has one entry and one ref.
      timed([&] {
        for (std::size_t row = 0; row < log.count(); ++row)
          for (RowsOf* table : {&log, &entries, &refs})
            if (row < table->count()) insert_row(to, table->rows(), row);
      });
    }
    for (RowsOf* table : {&shipments, &lines, &accounts, &totals, &kinds, &holders, &years}) {
      for (table->read(kRowsAtATime); table->count() > 0; table->read(kRowsAtATime))
        timed([&] {
          for (std::size_t row = 0; row < table->count(); ++row) insert_row(to, table->rows(), row);
        });
    }
    timed([&] { execute(to, "COMMIT"); });
  }
  sqlite3_close(from);
  sqlite3_close(to);
  return took;
}

}  // namespace lotline::bench
