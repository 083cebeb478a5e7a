#include "bench/state_times.h"

#include <fmt/format.h>

#include <filesystem>

#include "bench/attribution.h"
#include "bench/columns.h"
#include "bench/measured.h"
#include "bench/simulated_state.h"
#include "service/report.h"
#include "service/trace_seizure.h"

namespace lotline::bench {

namespace {

constexpr std::uint64_t kSeed = 11;
/// Finds planned at a hundred rounds may be a little smaller.
constexpr std::int64_t kFewest = 51;
constexpr std::int64_t kMost = 100;

/// Each find of some hundred rounds, traced once; the first is of a register that was just opened.
Spread seizure_times(const SimulatedState& state) {
  BenchRegister opened(state.folder->path, false);
  std::vector<double> times;
  for (const auto& find : state.finds) {
    if (find.count < kFewest || find.count > kMost) continue;
    const auto question = question_of(find);
    const double start = seconds();
    got(service::trace_seizure(opened.store(), opened.reference(), question, {}));
    times.push_back(seconds() - start);
  }
  return spread_of(std::move(times));
}

double report_seconds(const SimulatedState& state, const service::ReportKind& kind) {
  return in_child([&] {
           BenchRegister opened(state.folder->path, false);
           const auto values = got(service::Values::of(kind.form, {}));
           const double start = seconds();
           got(service::make_report(opened.store(), opened.reference(), kind, values));
           return seconds() - start;
         })
      .seconds;
}

void measure(std::int64_t movements, Columns& columns) {
  const double start = seconds();
  SimulatedState state = grow_state(movements, kSeed, "standard");
  columns.add("grown into a register, seconds", fmt::format("{:.0f}", seconds() - start));
  const auto bytes = static_cast<double>(std::filesystem::file_size(state.made->path()));
  columns.add("the register's file, bytes a movement", fmt::format("{:.0f}", bytes / static_cast<double>(movements)));
  state.made->close();
  const Spread times = seizure_times(state);
  columns.add("trace of a whole seizure of 100 rounds, ms: p50 / p99",
              fmt::format("{:.0f} / {:.0f}", times.p50, times.p99));
  for (const service::ReportKind& kind : service::reports())
    columns.add(fmt::format("report `{}`, seconds", kind.form.name),
                fmt::format("{:.2f}", report_seconds(state, kind)));
}

}  // namespace

void measure_states(const std::vector<std::int64_t>& sizes) {
  Columns columns;
  for (const std::int64_t size : sizes) measure(size, columns);
  columns.print(sizes);
}

}  // namespace lotline::bench
