#include "tracing/age.h"

#include <algorithm>

namespace lotline::tracing {

namespace {

constexpr double kDaysOfYear = 365.2425;
/// Lots below this share do not widen the bounds: any lot at all fits a little.
constexpr double kCounts = 0.01;

double middle(const When& when) { return (when.first.count + when.last.count) / 2.0; }

}  // namespace

Age age_of(const When& made, const When& found) {
  const int least = std::max(found.first.year() - made.last.year(), 0);
  const int most = std::max(found.last.year() - made.first.year(), least);
  const double years = (middle(found) - middle(made)) / kDaysOfYear;
  return {least, most, std::max(years, 0.0)};
}

std::string recent_of(const When& made, const When& found, const std::optional<Day>& reference) {
  const Day from_year = day_of(found.first.year(), 1, 1);
  const Day certain_from = day_of(found.last.year(), 1, 1);
  const auto after = [&](Day day, Day bound) { return day >= bound || (reference && day > *reference); };
  if (after(made.first, certain_from)) return "certain";
  return after(made.last, from_year) ? "possible" : "no";
}

std::string recent_reference(const When& found, const std::optional<Day>& reference) {
  const auto year = found.exact() || found.first.year() == found.last.year()
                        ? fmt::format("{}", found.first.year())
                        : fmt::format("{} to {}", found.first.year(), found.last.year());
  return reference ? fmt::format("made in {} or after {}", year, to_text(*reference)) : fmt::format("made in {}", year);
}

std::optional<Age> pooled_age(const std::vector<CandidateLot>& lots) {
  std::optional<Age> pooled;
  double weight = 0;
  double sum = 0;
  for (const CandidateLot& lot : lots) {
    if (!lot.age || lot.probability < kCounts) continue;
    if (!pooled) pooled = lot.age;
    pooled->least = std::min(pooled->least, lot.age->least);
    pooled->most = std::max(pooled->most, lot.age->most);
    weight += lot.probability;
    sum += lot.probability * lot.age->expected;
  }
  if (pooled) pooled->expected = sum / weight;
  return pooled;
}

}  // namespace lotline::tracing
