#include <fmt/format.h>

#include "bench/attribution_tables.h"

namespace lotline::bench {

namespace {

/// Of the States of the tables. The constants were chosen on seeds from 1 on (attribution_fit.cpp).
constexpr std::uint64_t kFirstMeasured = 1'001;

std::vector<Trial> trials_of_seeds(std::int64_t movements, std::uint64_t first, int states, std::string_view variant,
                                   const tracing::SeizureOptions& options, bool plain_rules) {
  std::vector<Trial> all;
  for (int i = 0; i < states; ++i) {
    SimulatedState state = grow_state(movements, first + static_cast<std::uint64_t>(i), variant);
    for (Trial& trial : trials_of(state, options, plain_rules)) all.push_back(std::move(trial));
  }
  return all;
}

}  // namespace

void measure_attribution(std::int64_t movements, int states, std::string_view only) {
  for (const auto variant : simulation::variant_names()) {
    if (!only.empty() && variant != only) continue;
    const bool standard = variant == "standard";
    const auto trials = trials_of_seeds(movements, kFirstMeasured, states, variant, {}, true);
    fmt::print("### {} States `{}` of {} movements, seeds {} to {}\n\n", states, variant, movements, kFirstMeasured,
               kFirstMeasured + static_cast<std::uint64_t>(states) - 1);
    print_by_size("rounds seized", trials);
    for (const std::int64_t size :
         {std::int64_t{1}, std::int64_t{5}, std::int64_t{20}, std::int64_t{100}, std::int64_t{1000}})
      if (standard || size == 100) print_by_kind(trials, size);
    print_reliability(trials);
    fmt::print("A trace took {:.0f} ms (median).\n\n",
               median_of(trials, [](const Trial& t) { return t.milliseconds; }));
  }
}

}  // namespace lotline::bench
