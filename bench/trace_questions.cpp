#include "bench/trace_questions.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <fstream>
#include <sstream>

#include "bench/grown_register.h"
#include "service/trace_find.h"

namespace lotline::bench {

namespace {

/// The fixed mix: the same kinds of question in the same shares, over lots spread through the register.
tracing::Question question(std::int64_t index, std::int64_t lots) {
  const std::int64_t lot = index * 7919 % lots;
  tracing::Question asked;
  asked.found_on = When{day_of(2021, 6, 1), day_of(2021, 6, 1)};
  const std::string number = lot_number(lot);
  const std::string stamp = stamp_of(lot / kLotsPerMaker);
  switch (index % 4) {
    case 0:
      asked.marks.lot_mark = number;
      break;
    case 1:
      asked.marks.lot_mark = number;
      asked.marks.headstamp = stamp;
      break;
    case 2:
      asked.marks.headstamp = fmt::format("{} {:02}", stamp, year_of(lot) % 100);
      asked.marks.calibre = calibre_of(lot);
      break;
    default:
      asked.marks.headstamp = fmt::format("{} {:02}", stamp, year_of(lot) % 100);
      asked.marks.calibre = calibre_of(lot);
      asked.marks.lot_mark = number.substr(0, number.size() - 1) + "?";
  }
  return asked;
}

}  // namespace

Spread trace_times(BenchRegister& made, std::int64_t lots, int kind, int questions) {
  std::vector<double> times;
  for (int i = -50; i < questions; ++i) {
    const std::int64_t index = kind < 0 ? i + 50 : 4 * (i + 50) + kind;
    const double start = seconds();
    const auto found = got(service::trace_find(made.store(), made.reference(), question(index, lots)));
    if (found.answer.lots.empty()) throw std::runtime_error("a question of the mix found no lot");
    if (i >= 0) times.push_back(seconds() - start);
  }
  return spread_of(std::move(times));
}

Spread sql_times(const std::string& path, std::int64_t lots, int questions) {
  std::ifstream text(LOTLINE_SOURCE_DIR "/bench/line_of_supply.sql");
  std::stringstream query;
  query << text.rdbuf();
  sqlite3* database = nullptr;
  sqlite3_open(path.c_str(), &database);
  sqlite3_exec(database,
               "PRAGMA cache_size = -65536; CREATE INDEX IF NOT EXISTS entries_by_source ON entries (lot, from_party, "
               "from_place, from_standing)",
               nullptr, nullptr, nullptr);
  sqlite3_stmt* find = nullptr;
  sqlite3_stmt* supply = nullptr;
  sqlite3_prepare_v2(database, "SELECT id FROM lots WHERE number = ?1", -1, &find, nullptr);
  sqlite3_exec(database, "CREATE INDEX IF NOT EXISTS lots_by_mark ON lots (number)", nullptr, nullptr, nullptr);
  sqlite3_prepare_v2(database, query.str().c_str(), -1, &supply, nullptr);
  std::vector<double> times;
  for (int i = -50; i < questions; ++i) {
    const std::string number = lot_number((i + 50) * 4 * 7919 % lots);
    const double start = seconds();
    sqlite3_bind_text(find, 1, number.data(), static_cast<int>(number.size()), SQLITE_STATIC);
    while (sqlite3_step(find) == SQLITE_ROW) {
      sqlite3_bind_int64(supply, 1, sqlite3_column_int64(find, 0));
      std::int64_t rows = 0;
      while (sqlite3_step(supply) == SQLITE_ROW) rows += sqlite3_column_int64(supply, 2) > 0;
      if (rows == 0) throw std::runtime_error("the SQL found nothing");
      sqlite3_reset(supply);
    }
    sqlite3_reset(find);
    if (i >= 0) times.push_back(seconds() - start);
  }
  sqlite3_finalize(find);
  sqlite3_finalize(supply);
  sqlite3_close(database);
  return spread_of(std::move(times));
}

}  // namespace lotline::bench
