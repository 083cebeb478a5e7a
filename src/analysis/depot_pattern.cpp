#include "analysis/depot_pattern.h"

#include <algorithm>
#include <set>

#include "analysis/window.h"
#include "base/check.h"

namespace lotline::analysis {

namespace {

/// What lies within the window that ends with one resolution.
struct Window {
  std::set<std::string_view> cases;
  Rounds live;
  Day known_on;

  void add(const Resolution& one) {
    cases.insert(one.case_number);
    live += one.live;
    known_on = std::max(known_on, one.decided);
  }
  [[nodiscard]] bool meets(const DepotOptions& options) const {
    return cases.size() >= static_cast<std::size_t>(options.cases_least) && live >= options.rounds_least;
  }
};

/// The first window that meets the rule.
std::optional<DepotAlert> first_met(std::vector<Resolution> resolutions, const DepotOptions& options,
                                    bool with_reported, WindowReading reading) {
  if (!with_reported) std::erase_if(resolutions, &Resolution::reported);
  std::ranges::stable_sort(
      resolutions, [&](const Resolution& a, const Resolution& b) { return ends_before(a.found, b.found, reading); });
  for (std::size_t at = 0; at < resolutions.size(); ++at) {
    const When& end = resolutions[at].found;
    Window window;
    for (std::size_t i = 0; i <= at; ++i)
      if (lies_in_window(resolutions[i].found, end, options.within_days, reading)) window.add(resolutions[i]);
    if (window.meets(options))
      return DepotAlert{with_reported ? DepotLevel::watch : DepotLevel::alert,
                        window.cases.size(),
                        window.live,
                        end.last,
                        window.known_on,
                        reading == WindowReading::certain};
  }
  return std::nullopt;
}

/// Most live rounds of unreported cases in any window.
Rounds most_in_a_window(const std::vector<Resolution>& resolutions, const DepotOptions& options) {
  Rounds most;
  for (const Resolution& end : resolutions) {
    Rounds live;
    for (const Resolution& one : resolutions)
      if (!one.reported && lies_in_window(one.found, end.found, options.within_days, WindowReading::certain))
        live += one.live;
    most = std::max(most, live);
  }
  return most;
}

}  // namespace

DepotSum look_together(const std::vector<Resolution>& resolutions, const DepotOptions& options) {
  CHECK(!resolutions.empty());
  DepotSum sum;
  sum.exhibits = resolutions.size();
  sum.first = resolutions.front().found.first;
  sum.last = resolutions.front().found.last;
  std::set<std::string_view> cases;
  for (const Resolution& one : resolutions) {
    cases.insert(one.case_number);
    sum.first = std::min(sum.first, one.found.first);
    sum.last = std::max(sum.last, one.found.last);
    sum.live += one.live;
    sum.fired += one.fired;
    if (one.reported) sum.reported += one.live;
  }
  sum.cases = cases.size();
  for (const bool with_reported : {false, true})
    for (const auto reading : {WindowReading::certain, WindowReading::possible})
      if (!sum.alert) sum.alert = first_met(resolutions, options, with_reported, reading);
  const bool met = sum.alert && sum.alert->level == DepotLevel::alert;
  if (met && most_in_a_window(resolutions, options) >= options.rounds_grave) sum.alert->level = DepotLevel::grave;
  return sum;
}

}  // namespace lotline::analysis
