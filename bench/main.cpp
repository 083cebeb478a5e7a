// Measures what docs/performance.md states, each figure beside its peer from the same run.
//   bench import [MOVEMENTS]     rate of an import with all checks, beside a bare insert loop; peak memory
//   bench verify [MOVEMENTS]     records per second
//   bench trace [SMALL LARGE]    a fixed mix of questions at two sizes, beside recursive SQL
//   bench group [SECONDS]        acts of 1, 4 and 16 writers with their commits joined, beside one at a time

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "bench/attribution.h"
#include "bench/bare_insert.h"
#include "bench/bench_register.h"
#include "bench/group_commit.h"
#include "bench/grown_register.h"
#include "service/trace_find.h"
#include "service/verify.h"

namespace {

using namespace lotline;
using namespace lotline::bench;

/// Runs in a child process; its seconds come back through a pipe, its peak memory from the kernel.
struct InChild {
  double seconds = 0;
  double peak_mib = 0;
};

template <class Act>
InChild in_child(const Act& act) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    const double took = act();
    const bool told = write(ends[1], &took, sizeof took) == sizeof took;
    _exit(told ? 0 : 1);
  }
  close(ends[1]);
  InChild result;
  const bool told = read(ends[0], &result.seconds, sizeof result.seconds) == sizeof result.seconds;
  close(ends[0]);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  if (!told || status != 0) throw std::runtime_error("the measured process failed");
  result.peak_mib = static_cast<double>(usage.ru_maxrss) / 1024;
  return result;
}

void setup(const std::string& folder, const GrownRegister& grown) {
  BenchRegister made(folder, true);
  made.import(grown.setup);
}

void measure_import(std::int64_t movements) {
  const Folder folder;
  const GrownRegister grown = grow(folder.path, movements);
  setup(folder.path, grown);
  const std::string file = folder.path + "/bench.lotline";
  std::filesystem::copy_file(file, folder.path + "/bare.lotline");
  std::int64_t first = 0;
  {
    BenchRegister before(folder.path, false);
    first = before.store().head().records;
  }
  const InChild checked = in_child([&] {
    BenchRegister made(folder.path, false);
    const double start = seconds();
    made.import({grown.movements});
    return seconds() - start;
  });
  const auto size = static_cast<double>(std::filesystem::file_size(file));
  const InChild bare = in_child([&] { return bare_insert(file, folder.path + "/bare.lotline", first); });
  const auto rate = [&](double s) { return static_cast<double>(grown.rows) / s; };
  fmt::print("| import, {} movements | with all checks | bare insert loop | ratio |\n|---|---|---|---|\n", grown.rows);
  fmt::print("| movements per second | {:.0f} | {:.0f} | {:.2f} |\n", rate(checked.seconds), rate(bare.seconds),
             bare.seconds / checked.seconds);
  fmt::print("| peak memory of the import, MiB | {:.0f} | | |\n", checked.peak_mib);
  fmt::print("| bytes on disk per movement, all tables | {:.0f} | | |\n\n", size / static_cast<double>(grown.rows));
}

void measure_verify(std::int64_t movements) {
  const Folder folder;
  const GrownRegister grown = grow(folder.path, movements);
  setup(folder.path, grown);
  RecordNumber records = 0;
  {
    BenchRegister made(folder.path, false);
    made.import({grown.movements});
    records = made.store().head().records;
  }
  const InChild verified = in_child([&] {
    BenchRegister made(folder.path, false);
    const double start = seconds();
    const auto result = service::verify(made.store());
    if (!result) throw std::runtime_error(result.error().text);
    return seconds() - start;
  });
  fmt::print(
      "| verify | |\n|---|---|\n| records | {} |\n| records per second | {:.0f} |\n| peak memory, MiB | {:.0f} |\n\n",
      records, static_cast<double>(records) / verified.seconds, verified.peak_mib);
}

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

struct Spread {
  double p50 = 0;
  double p99 = 0;
};

Spread spread_of(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2] * 1e3, times[times.size() * 99 / 100] * 1e3};
}

constexpr int kQuestions = 2'000;

Spread trace_times(BenchRegister& made, std::int64_t lots, int kind) {
  std::vector<double> times;
  for (int i = -50; i < kQuestions; ++i) {
    const std::int64_t index = kind < 0 ? i + 50 : 4 * (i + 50) + kind;
    const double start = seconds();
    const auto found =
        service::trace_find(made.store(), made.catalogue(), made.readers(), made.today(), question(index, lots));
    if (found.answer.lots.empty()) throw std::runtime_error("a question of the mix found no lot");
    if (i >= 0) times.push_back(seconds() - start);
  }
  return spread_of(std::move(times));
}

Spread sql_times(const std::string& path, std::int64_t lots) {
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
  for (int i = -50; i < kQuestions; ++i) {
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

void measure_trace(const std::vector<std::int64_t>& sizes) {
  constexpr const char* kinds[] = {"lot mark", "lot mark and maker's stamp", "headstamp and calibre",
                                   "headstamp, calibre and part of the lot mark"};
  std::vector<std::vector<Spread>> columns;
  for (const std::int64_t size : sizes) {
    const Folder folder;
    const GrownRegister grown = grow(folder.path, size);
    setup(folder.path, grown);
    std::vector<Spread>& column = columns.emplace_back();
    std::string path;
    {
      BenchRegister made(folder.path, false);
      made.import({grown.movements});
      path = made.path();
    }
    {
      BenchRegister made(folder.path, false);
      column.push_back(trace_times(made, grown.lots, -1));
      for (int kind = 0; kind < 4; ++kind) column.push_back(trace_times(made, grown.lots, kind));
    }
    column.push_back(sql_times(path, grown.lots));
  }
  fmt::print(
      "| trace, milliseconds | {0} movements p50 | p99 | {1} movements p50 | p99 | growth p50 | p99 "
      "|\n|---|---|---|---|---|---|---|\n",
      sizes[0], sizes[1]);
  const auto row = [&](std::string_view name, std::size_t i) {
    const Spread a = columns[0][i];
    const Spread b = columns[1][i];
    fmt::print("| {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.2f} | {:.2f} |\n", name, a.p50, a.p99, b.p50, b.p99,
               b.p50 / a.p50, b.p99 / a.p99);
  };
  row("the fixed mix", 0);
  for (std::size_t kind = 0; kind < 4; ++kind) row(fmt::format("of these, by {}", kinds[kind]), kind + 1);
  row("recursive SQL: line of supply by lot mark", 5);
  fmt::print("\nWhole trace by lot mark over recursive SQL, p50: {:.2f} at {}, {:.2f} at {}.\n",
             columns[0][1].p50 / columns[0][5].p50, sizes[0], columns[1][1].p50 / columns[1][5].p50, sizes[1]);
}

void measure_group(std::int64_t for_seconds) {
  const Folder folder;
  const GrownRegister grown = grow(folder.path, 10'000);
  setup(folder.path, grown);
  BenchRegister made(folder.path, false);
  fmt::print(
      "| acts durable per second | commits joined | one at a time | ratio | acts in a joined commit "
      "|\n|---|---|---|---|---|\n");
  for (const int writers : {1, 4, 16}) {
    const auto apart = group_commit(made, grown.lots, writers, false, static_cast<double>(for_seconds));
    const auto joined = group_commit(made, grown.lots, writers, true, static_cast<double>(for_seconds));
    fmt::print("| {} {} | {:.0f} | {:.0f} | {:.2f} | {:.1f} |\n", writers, writers == 1 ? "writer" : "writers",
               joined.acts_per_second, apart.acts_per_second, joined.acts_per_second / apart.acts_per_second,
               joined.acts_per_commit);
  }
  fmt::print("\n");
}

/// Words "vary" or NAME=VALUE of a constant.
void fit(std::int64_t movements, int states, const std::vector<std::string>& words) {
  tracing::SeizureOptions options;
  bool vary = false;
  for (const std::string& word : words) {
    const auto at = word.find('=');
    if (word == "vary")
      vary = true;
    else if (at == std::string::npos || !set_constant(options, word.substr(0, at), std::stod(word.substr(at + 1))))
      throw std::runtime_error("no constant " + word);
  }
  fit_attribution(movements, states, options, vary);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  const auto number = [&](int at, std::int64_t otherwise) { return argc > at ? std::stoll(argv[at]) : otherwise; };
  try {
    if (what == "import") {
      measure_import(number(2, 1'000'000));
    } else if (what == "verify") {
      measure_verify(number(2, 1'000'000));
    } else if (what == "trace") {
      measure_trace({number(2, 100'000), number(3, 1'000'000)});
    } else if (what == "group") {
      measure_group(number(2, 5));
    } else if (what == "attribution") {
      lotline::bench::measure_attribution(number(2, 20'000), static_cast<int>(number(3, 20)));
    } else if (what == "fit") {
      fit(number(2, 20'000), static_cast<int>(number(3, 6)), {argv + std::min(4, argc), argv + argc});
    } else {
      fmt::print(stderr, "bench import|verify|trace|group|attribution|fit [SIZES]\n");
      return 2;
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 3;
  }
  return 0;
}
