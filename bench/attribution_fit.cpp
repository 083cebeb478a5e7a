// For choosing constants of the inference: each is moved up and down from where it stands, and what that does to the
// finds of the seeds below is printed. So far one pass moved one constant; the others are judgement. The tables of
// docs/attribution.md are made from other seeds.

#include <fmt/format.h>

#include <array>

#include "bench/attribution_tables.h"

namespace lotline::bench {

namespace {

using tracing::SeizureOptions;

constexpr std::uint64_t kFirstFitted = 1;

struct Constant {
  std::string_view name;
  double SeizureOptions::* option;
  std::array<double, 2> others;
};

constexpr Constant kConstants[] = {{"contradiction", &SeizureOptions::contradiction, {3e-4, 3e-3}},
                                   {"other_lot", &SeizureOptions::other_lot, {3e-4, 3e-3}},
                                   {"mix_power", &SeizureOptions::mix_power, {0.3, 0.8}},
                                   {"dwell", &SeizureOptions::dwell, {0.05, 0.3}},
                                   {"half_life_years", &SeizureOptions::half_life_years, {8, 30}},
                                   {"clumping", &SeizureOptions::clumping, {0.4, 0.8}},
                                   {"temperature", &SeizureOptions::temperature, {1, 2}},
                                   {"none_on_record", &SeizureOptions::none_on_record, {0.08, 0.25}},
                                   {"recorded_departure", &SeizureOptions::recorded_departure, {0.12, 0.4}},
                                   {"two_sources", &SeizureOptions::two_sources, {0.07, 0.3}},
                                   {"size_power", &SeizureOptions::size_power, {0.8, 1.2}},
                                   {"settled_years", &SeizureOptions::settled_years, {1, 4}},
                                   {"year_abroad", &SeizureOptions::year_abroad, {0.25, 1}},
                                   {"year_with_a_person", &SeizureOptions::year_with_a_person, {0.75, 3}},
                                   {"sold_unrecorded", &SeizureOptions::sold_unrecorded, {5, 20}},
                                   {"booked_as_used", &SeizureOptions::booked_as_used, {0.02, 0.1}}};

std::string row_of(std::string_view name, double value, const std::vector<Trial>& trials) {
  const auto sized = [&](std::int64_t size) {
    return those(trials, [size](const Trial& t) { return t.planned == size; });
  };
  const auto first = [](const Trial& t) { return t.first_is_true; };
  return fmt::format("| {} | {:g} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} |", name, value,
                     log_score_of(trials), brier_of(trials), share_of(sized(1), first).value(),
                     share_of(sized(20), first).value(), share_of(sized(100), first).value(),
                     share_of(sized(1000), first).value());
}

}  // namespace

bool set_constant(SeizureOptions& options, std::string_view name, double value) {
  for (const Constant& constant : kConstants) {
    if (constant.name != name) continue;
    options.*constant.option = value;
    return true;
  }
  return false;
}

void fit_attribution(std::int64_t movements, int states, const SeizureOptions& base, bool vary) {
  std::vector<Trial> as_it_stands;
  std::vector<std::vector<Trial>> moved(2 * std::size(kConstants));
  for (int i = 0; i < states; ++i) {
    SimulatedState state = grow_state(movements, kFirstFitted + static_cast<std::uint64_t>(i), "standard");
    const auto add = [&](std::vector<Trial>& to, const SeizureOptions& options, bool plain) {
      for (Trial& trial : trials_of(state, options, plain)) to.push_back(std::move(trial));
    };
    add(as_it_stands, base, !vary);
    for (std::size_t c = 0; vary && c < moved.size(); ++c) {
      SeizureOptions options = base;
      options.*kConstants[c / 2].option = kConstants[c / 2].others[c % 2];
      add(moved[c], options, false);
    }
  }
  fmt::print("{} finds of {} States of {} movements, seeds {} to {}\n\n", as_it_stands.size(), states, movements,
             kFirstFitted, kFirstFitted + static_cast<std::uint64_t>(states) - 1);
  fmt::print(
      "| constant | value | log score | Brier | first of 1 | first of 20 | first of 100 | first of 1000 |\n"
      "|---|---|---|---|---|---|---|---|\n{}\n",
      row_of("as it stands", 0, as_it_stands));
  for (std::size_t c = 0; vary && c < moved.size(); ++c)
    fmt::print("{}\n", row_of(kConstants[c / 2].name, kConstants[c / 2].others[c % 2], moved[c]));
  fmt::print("\n");
  if (vary) return;
  print_by_size("rounds seized", as_it_stands);
  for (const std::int64_t size : kSizes) print_by_kind(as_it_stands, size);
  print_reliability(as_it_stands);
}

}  // namespace lotline::bench
