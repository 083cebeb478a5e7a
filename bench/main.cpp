// Measures what docs/performance.md states, each figure beside its peer from the same run.
//   bench import [MOVEMENTS]     rate of an import with all checks, beside a bare insert loop; peak memory
//   bench verify [MOVEMENTS]     records per second
//   bench trace [SMALL LARGE]    a fixed mix of questions at two sizes, beside recursive SQL
//   bench scale [SIZES]          docs/scale.md: the same register at 10^5, 10^6 and 10^7 movements
//   bench epcis [MOVEMENTS]      EPCIS documents in, beside simdjson parsing the same bytes
//   bench group [SECONDS]        acts of 1, 4 and 16 writers with their commits joined, beside one at a time
//   bench scans                  X3P files read, beside libzip unpacking the same heights
//   bench state [SIZES]          simulated States: a whole seizure of 100 rounds, every report
//   bench compare                comparing real scans: time of a pair, published counts, threads
//   bench accuracy [FIRST LAST]  comparing real scans of these slides, whole and degraded: who scores above whom
//   bench gate [GUNS [FOLDER]]   whether real scans are told from generated ones as hard as from other real ones; of
//                                FOLDER where its scans (labels.csv: file,firearm) are unseen ones
//   bench surfaces [TIMES]       milliseconds to prepare a scan and to generate one
//   bench search [SIZES]         docs/ballistics.md: one search at 10^2 to 10^5 enrolled
//   bench recall [GUNS QUESTIONED]  docs/ballistics.md: mates among the first ten, beside comparing with all
//   bench cards FOLDER LOTS CARDS   milliseconds of the card of a lot, without HTTP, in FOLDER/bench.lotline
//   bench ask FOLDER LOTS QUESTIONS   milliseconds of the fixed mix and of each kind of it, in FOLDER/bench.lotline
//   bench grow FOLDER MOVEMENTS PER_LOT   the CSV files of a made-up register, for bench/service
//   bench hello                  the bare peer of bench/service, which starts it
//   bench attribution [MOVEMENTS STATES VARIANT]   docs/attribution.md; every variant when none is named
//   bench alerts [MOVEMENTS STATES]   how the rules of docs/alerts.md do on ordinary buyers, on the case of para 32
//                                and on simulated States

#include <fmt/format.h>

#include <filesystem>

#include "bench/attribution.h"
#include "bench/bare_insert.h"
#include "bench/bench_register.h"
#include "bench/card_times.h"
#include "bench/comparison_times.h"
#include "bench/epcis.h"
#include "bench/generated_gate.h"
#include "bench/group_commit.h"
#include "bench/grown_register.h"
#include "bench/hello.h"
#include "bench/measured.h"
#include "bench/ordinary_buyers.h"
#include "bench/scale.h"
#include "bench/scan_files.h"
#include "bench/search.h"
#include "bench/state_times.h"
#include "bench/trace_questions.h"
#include "service/verify.h"
#include "surface/generated_gun.h"

namespace {

using namespace lotline;
using namespace lotline::bench;

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

constexpr int kQuestions = 2'000;

void measure_trace(const std::vector<std::int64_t>& sizes) {
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
      column.push_back(trace_times(made, grown.lots, -1, kQuestions));
      for (int kind = 0; kind < 4; ++kind) column.push_back(trace_times(made, grown.lots, kind, kQuestions));
    }
    column.push_back(sql_times(path, grown.lots, kQuestions));
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
  for (std::size_t kind = 0; kind < 4; ++kind) row(fmt::format("of these, by {}", kQuestionKinds[kind]), kind + 1);
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
  const auto sizes = [&](std::vector<std::int64_t> usual) {
    if (argc <= 2) return usual;
    std::vector<std::int64_t> asked;
    for (int at = 2; at < argc; ++at) asked.push_back(std::stoll(argv[at]));
    return asked;
  };
  try {
    if (what == "import") {
      measure_import(number(2, 1'000'000));
    } else if (what == "verify") {
      measure_verify(number(2, 1'000'000));
    } else if (what == "trace") {
      measure_trace({number(2, 100'000), number(3, 1'000'000)});
    } else if (what == "scale") {
      measure_scale(sizes({100'000, 1'000'000, 10'000'000}));
    } else if (what == "grow" && argc > 4) {
      grow(argv[2], number(3, 0), static_cast<int>(number(4, 0)));
    } else if (what == "cards" && argc > 4) {
      BenchRegister made(argv[2], false);
      const Spread times = card_times(made, number(3, 0), static_cast<int>(number(4, 0)));
      fmt::print("{:.4f} {:.4f}\n", times.p50, times.p99);
    } else if (what == "ask" && argc > 4) {
      BenchRegister made(argv[2], false);
      for (int kind = -1; kind < 4; ++kind) {
        const Spread times = trace_times(made, number(3, 0), kind, static_cast<int>(number(4, 0)));
        fmt::print("{} {:.3f} {:.3f}\n", kind, times.p50, times.p99);
      }
    } else if (what == "epcis") {
      measure_epcis(number(2, 20'000));
    } else if (what == "search") {
      const auto enrolled = sizes({100, 1'000, 10'000, 100'000});
      measure_search({enrolled.begin(), enrolled.end()});
    } else if (what == "recall") {
      measure_search_recall_on_real_cases();
      for (const double difficulty : {surface::GeneratedOptions{}.difficulty, surface::GeneratedOptions::hard})
        measure_search_recall(difficulty, static_cast<std::size_t>(number(2, 1'000)),
                              static_cast<std::size_t>(number(3, 200)));
    } else if (what == "hello") {
      serve_hello();
    } else if (what == "group") {
      measure_group(number(2, 5));
    } else if (what == "scans") {
      measure_scan_files();
    } else if (what == "state") {
      measure_states(sizes({1'000'000}));
    } else if (what == "alerts") {
      measure_alerts();
      measure_alerts_in_states(number(2, 20'000), static_cast<int>(number(3, 10)));
    } else if (what == "compare") {
      measure_comparison_times();
    } else if (what == "accuracy") {
      measure_comparison_accuracy(static_cast<int>(number(2, 1)), static_cast<int>(number(3, 10)));
    } else if (what == "gate") {
      measure_generated_gate(static_cast<std::size_t>(number(2, 100)), argc > 3 ? argv[3] : "");
    } else if (what == "surfaces") {
      measure_surfaces(static_cast<std::size_t>(number(2, 40)));
    } else if (what == "attribution") {
      measure_attribution(number(2, 20'000), static_cast<int>(number(3, 20)), argc > 4 ? argv[4] : "");
    } else if (what == "fit") {
      fit(number(2, 20'000), static_cast<int>(number(3, 6)), {argv + std::min(4, argc), argv + argc});
    } else {
      fmt::print(stderr,
                 "bench "
                 "import|verify|trace|scale|epcis|group|scans|compare|accuracy|search|recall|state|gate|surfaces|"
                 "alerts|attribution|fit|hello [SIZES]\n");
      return 2;
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 3;
  }
  return 0;
}
