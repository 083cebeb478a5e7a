// The rules for small purchases over simulated States: the buyers who were planted in them, and all others.

#include <fmt/format.h>

#include <set>

#include "bench/ordinary_buyers.h"
#include "bench/simulated_state.h"
#include "service/report.h"

namespace lotline::bench {

namespace {

constexpr std::uint64_t kFirstSeed = 2'001;  // the constants were chosen on 1 to 3

/// How many were named, of how many, and by the rule of before: 12 and 5,000 rounds in 365 days.
struct Named {
  int planted = 0;
  int planted_named = 0;
  int planted_before = 0;
  int others = 0;
  int others_named = 0;
  int others_before = 0;
};

std::set<std::string> named_by(SimulatedState& state, const service::ReportKind& kind,
                               const std::vector<std::pair<std::string_view, std::string_view>>& words) {
  const auto values = got(service::Values::of(kind.form, words));
  const auto report = got(service::make_report(
      state.made->store(), {state.made->catalogue(), state.made->readers(), state.made->today()}, kind, values));
  std::set<std::string> named;
  for (const auto& row : report.tables.front().rows)
    if (std::get<std::string>(row[1]) == "purchases") named.insert(std::get<std::string>(row[0]));
  return named;
}

void judge(SimulatedState& state, Named& told) {
  const auto kind = service::report_small_consignments();
  const auto now = named_by(state, kind, {});
  const auto before = named_by(state, kind, {{"pace_within_days", "365"}, {"spread_least", "1000000"}});
  std::set<std::string> planted;
  for (const auto& diversion : state.diversions)
    if (diversion.kind == simulation::DiversionKind::small_purchases) planted.insert(diversion.holder);
  state.made->store().state().parties.parties.scan({}, [&](const parties::PartyRow& party) {
    if (party.kind != parties::PartyKind::person) return true;
    const bool one = planted.contains(party.code);
    ++(one ? told.planted : told.others);
    if (now.contains(party.code)) ++(one ? told.planted_named : told.others_named);
    if (before.contains(party.code)) ++(one ? told.planted_before : told.others_before);
    return true;
  });
}

}  // namespace

void measure_alerts_in_states(std::int64_t movements, int states) {
  fmt::print(
      "| {} States of {} movements, seeds from {} | planted buyers named | others named | before: planted | others "
      "|\n|---|---|---|---|---|\n",
      states, movements, kFirstSeed);
  for (const std::string_view variant : simulation::variant_names()) {
    Named told;
    for (int i = 0; i < states; ++i) {
      auto state = grow_state(movements, kFirstSeed + static_cast<std::uint64_t>(i), variant);
      judge(state, told);
    }
    fmt::print("| `{}` | {} of {} | {} of {} | {} | {} |\n", variant, told.planted_named, told.planted,
               told.others_named, told.others, told.planted_before, told.others_before);
  }
  fmt::print("\n");
}

}  // namespace lotline::bench
