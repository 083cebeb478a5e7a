#include "bench/report_times.h"

#include <fmt/format.h>

#include "bench/measured.h"
#include "bench/simulated_state.h"
#include "service/report.h"

namespace lotline::bench {

namespace {

constexpr std::uint64_t kSeed = 11;

}  // namespace

void measure_reports(std::int64_t movements) {
  auto state = grow_state(movements, kSeed, "standard");
  state.made->close();
  fmt::print("| reports over a simulated State of {} movements | seconds |\n|---|---|\n", movements);
  for (const service::ReportKind& kind : service::reports()) {
    const InChild taken = in_child([&] {
      BenchRegister opened(state.folder->path, false);
      const auto values = got(service::Values::of(kind.form, {}));
      const double start = seconds();
      got(service::make_report(opened.store(), {opened.catalogue(), opened.readers(), opened.today()}, kind, values));
      return seconds() - start;
    });
    fmt::print("| `{}` | {:.2f} |\n", kind.form.name, taken.seconds);
  }
  fmt::print("\n");
}

}  // namespace lotline::bench
