#include "bench/scale.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>

#include "bench/bare_insert.h"
#include "bench/bench_register.h"
#include "bench/columns.h"
#include "bench/grown_register.h"
#include "bench/measured.h"
#include "bench/trace_questions.h"
#include "service/verify.h"

namespace lotline::bench {

namespace {

/// Bytes of the pages of the log, and of all tables and indexes worked out from it.
std::pair<double, double> bytes_of(const std::string& path) {
  sqlite3* database = nullptr;
  sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
  sqlite3_stmt* select = nullptr;
  sqlite3_prepare_v2(database, "SELECT name = 'log', sum(pgsize) FROM dbstat GROUP BY 1", -1, &select, nullptr);
  std::pair<double, double> bytes;
  while (sqlite3_step(select) == SQLITE_ROW)
    (sqlite3_column_int(select, 0) != 0 ? bytes.first : bytes.second) = sqlite3_column_double(select, 1);
  sqlite3_finalize(select);
  sqlite3_close(database);
  return bytes;
}

void measure(std::int64_t size, Columns& columns) {
  const Folder folder;
  const GrownRegister grown = grow(folder.path, size);
  in_child([&] {
    BenchRegister made(folder.path, true);
    made.import(grown.setup);
    return 0.0;
  });
  const std::string file = folder.path + "/bench.lotline";
  std::filesystem::copy_file(file, folder.path + "/bare.lotline");
  const auto rows = static_cast<double>(grown.rows);
  std::int64_t first = 0;
  {
    BenchRegister before(folder.path, false);
    first = before.store().head().records;
  }
  const InChild import = in_child([&] {
    BenchRegister made(folder.path, false);
    const double start = seconds();
    made.import({grown.movements});
    return seconds() - start;
  });
  columns.add("import with all checks, movements per second", fmt::format("{:.0f}", rows / import.seconds));
  columns.add("peak memory of the import, MiB", fmt::format("{:.0f}", import.peak_mib));

  const auto [log, tables] = bytes_of(file);
  columns.add("bytes on disk per movement: log", fmt::format("{:.0f}", log / rows));
  columns.add("bytes on disk per movement: tables and indexes", fmt::format("{:.0f}", tables / rows));

  RecordNumber records = 0;
  const InChild verified = in_child([&] {
    BenchRegister made(folder.path, false);
    const double start = seconds();
    const auto result = service::verify(made.store());
    if (!result) throw std::runtime_error(result.error().text);
    return seconds() - start;
  });
  {
    BenchRegister made(folder.path, false);
    records = made.store().head().records;
    const int questions = size > 1'000'000 ? 400 : 2'000;
    for (int kind = -1; kind < static_cast<int>(kQuestionKinds.size()); ++kind) {
      const Spread times = trace_times(made, grown.lots, kind, questions);
      const std::string name =
          kind < 0 ? "the fixed mix" : fmt::format("by {}", kQuestionKinds[static_cast<std::size_t>(kind)]);
      columns.add(fmt::format("trace {}, ms: p50 / p99", name), fmt::format("{:.2f} / {:.2f}", times.p50, times.p99));
    }
  }
  columns.add("verify, records per second", fmt::format("{:.0f}", static_cast<double>(records) / verified.seconds));
  columns.add("peak memory of verify, MiB", fmt::format("{:.0f}", verified.peak_mib));
  const Spread sql = sql_times(file, grown.lots, 2'000);
  columns.add("recursive SQL, line of supply by lot mark, ms: p50 / p99",
              fmt::format("{:.2f} / {:.2f}", sql.p50, sql.p99));

  const InChild bare = in_child([&] { return bare_insert(file, folder.path + "/bare.lotline", first); });
  columns.add("bare insert loop, movements per second", fmt::format("{:.0f}", rows / bare.seconds));
  columns.add("import over bare loop", fmt::format("{:.2f}", bare.seconds / import.seconds));
}

}  // namespace

void measure_scale(const std::vector<std::int64_t>& sizes) {
  Columns columns;
  for (const std::int64_t size : sizes) measure(size, columns);
  columns.print(sizes);
}

}  // namespace lotline::bench
