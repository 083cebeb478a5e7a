#include "analysis/spread_purchases.h"

#include <algorithm>
#include <map>

#include "analysis/window.h"

namespace lotline::analysis {

namespace {

/// How often each of them was met, in how many purchases.
template <class What>
struct Shares {
  std::map<What, std::size_t> times;

  [[nodiscard]] bool spread(int least, double most_of_one, std::size_t purchases) const {
    std::size_t most = 0;
    for (const auto& [what, count] : times) most = std::max(most, count);
    return times.size() >= static_cast<std::size_t>(least) &&
           static_cast<double>(most) <= most_of_one * static_cast<double>(purchases);
  }
};

/// Whether an event lies in the window before the one that ends with another: of a certain alert all that may, of a
/// possible one only what must.
bool lies_before(const When& event, const When& last_event, int days, WindowReading reading) {
  const int end = window_end(last_event, reading).count - days;
  if (reading == WindowReading::certain) return event.first.count <= end && event.last.count > end - days;
  return event.last.count <= end && event.first.count > end - days;
}

/// Whether the person bought already when the window before began.
bool bought_already(const std::vector<Consignment>& small, const When& last_event, int days, WindowReading reading) {
  const int begin = window_end(last_event, reading).count - 2 * days;
  return std::ranges::any_of(small, [&](const Consignment& one) {
    return (reading == WindowReading::certain ? one.happened.last : one.happened.first).count <= begin;
  });
}

std::optional<SpreadAlert> in_window_of(const std::vector<Consignment>& small, std::size_t at,
                                        const SpreadOptions& options, WindowReading reading) {
  const When& end = small[at].happened;
  SpreadAlert found{{at + 1, 0, Rounds{}, end.first, end.last, reading == WindowReading::certain}, 0, 0, 0};
  Shares<PartyId> sellers;
  Shares<std::string> calibres;
  for (const Consignment& one : small) {
    if (lies_before(one.happened, end, options.within_days, reading)) ++found.before;
    if (!lies_in_window(one.happened, end, options.within_days, reading)) continue;
    ++found.alert.in_window;
    found.alert.rounds += one.rounds;
    found.alert.since = std::min(found.alert.since, one.happened.first);
    ++sellers.times[one.seller];
    for (const std::string& calibre : one.calibres) ++calibres.times[calibre];
  }
  found.sellers = sellers.times.size();
  found.calibres = calibres.times.size();
  const std::size_t purchases = found.alert.in_window;
  if (purchases < static_cast<std::size_t>(options.purchases_least) || found.alert.rounds < options.rounds_least ||
      !sellers.spread(options.sellers_least, options.most_of_one, purchases))
    return std::nullopt;
  const bool more_than_before =
      purchases >= static_cast<std::size_t>(options.times_before) * std::max<std::size_t>(found.before, 1) &&
      bought_already(small, end, options.within_days, reading);
  if (!more_than_before && !calibres.spread(options.calibres_least, options.most_of_one, purchases))
    return std::nullopt;
  return found;
}

std::optional<SpreadAlert> first_met(std::vector<Consignment> small, const SpreadOptions& options,
                                     WindowReading reading) {
  std::ranges::stable_sort(
      small, [&](const Consignment& a, const Consignment& b) { return ends_before(a.happened, b.happened, reading); });
  for (std::size_t at = 0; at < small.size(); ++at)
    if (auto found = in_window_of(small, at, options, reading)) return found;
  return std::nullopt;
}

}  // namespace

std::optional<SpreadAlert> find_spread(const std::vector<Consignment>& purchases, const SpreadOptions& options) {
  std::vector<Consignment> small;
  std::ranges::copy_if(purchases, std::back_inserter(small),
                       [&](const Consignment& one) { return one.rounds <= options.small_most; });
  auto found = first_met(small, options, WindowReading::certain);
  return found ? found : first_met(std::move(small), options, WindowReading::possible);
}

}  // namespace lotline::analysis
