#include "analysis/small_consignments.h"

#include <algorithm>

#include "analysis/window.h"
#include "base/check.h"

namespace lotline::analysis {

namespace {

/// The first window that meets the rule.
std::optional<ConsignmentAlert> first_met(std::vector<Consignment> small, const ConsignmentOptions& options,
                                          WindowReading reading) {
  std::ranges::stable_sort(
      small, [&](const Consignment& a, const Consignment& b) { return ends_before(a.happened, b.happened, reading); });
  for (std::size_t at = 0; at < small.size(); ++at) {
    const When& end = small[at].happened;
    ConsignmentAlert alert{at + 1, 0, Rounds{}, end.first, end.last, reading == WindowReading::certain};
    for (std::size_t i = 0; i <= at; ++i) {
      if (!lies_in_window(small[i].happened, end, options.within_days, reading)) continue;
      ++alert.in_window;
      alert.rounds += small[i].rounds;
      alert.since = std::min(alert.since, small[i].happened.first);
    }
    if (alert.in_window >= static_cast<std::size_t>(options.consignments_least) && alert.rounds >= options.rounds_least)
      return alert;
  }
  return std::nullopt;
}

}  // namespace

ConsignmentOptions purchase_options() {
  return {.within_days = 180, .consignments_least = 12, .rounds_least = Rounds{5'000}};
}

ConsignmentOptions crossing_options() { return {.consignments_least = 5, .rounds_least = Rounds{2'000}}; }

ConsignmentSum add_up(const std::vector<Consignment>& consignments, const ConsignmentOptions& options) {
  CHECK(!consignments.empty());
  ConsignmentSum sum;
  sum.consignments = consignments.size();
  sum.first = consignments.front().happened.first;
  sum.last = consignments.front().happened.last;
  std::vector<Consignment> small;
  for (const Consignment& one : consignments) {
    sum.first = std::min(sum.first, one.happened.first);
    sum.last = std::max(sum.last, one.happened.last);
    sum.rounds += one.rounds;
    if (one.rounds == Rounds{}) ++sum.unknown;
    if (one.rounds > options.small_most) continue;
    sum.small_rounds += one.rounds;
    small.push_back(one);
  }
  sum.small = small.size();
  sum.alert = first_met(small, options, WindowReading::certain);
  if (!sum.alert) sum.alert = first_met(small, options, WindowReading::possible);
  return sum;
}

}  // namespace lotline::analysis
