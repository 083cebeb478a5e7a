#include "tracing/narrowing.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace lotline::tracing {

namespace {

constexpr double kCutsSomething = 0.05;  ///< lots; less is lost in one decimal

double to_one_decimal(double value) { return std::round(value * 10) / 10; }

}  // namespace

double expected_lots_left(const std::vector<double>& probabilities, const std::vector<std::string>& values) {
  struct Group {
    double probability = 0;
    double size = 0;
  };
  std::unordered_map<std::string_view, Group> groups;
  double all = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    Group& group = groups[values[i]];
    group.probability += probabilities[i];
    group.size += 1;
    all += probabilities[i];
  }
  double expected = 0;
  for (const auto& [value, group] : groups) expected += group.probability / all * group.size;
  return expected;
}

std::vector<Narrowing> narrowings(const std::vector<double>& probabilities,
                                  const std::vector<PossibleReading>& readings) {
  std::vector<Narrowing> useful;
  const auto before = static_cast<double>(probabilities.size());
  for (const PossibleReading& reading : readings) {
    if (probabilities.empty()) break;
    const double after = expected_lots_left(probabilities, reading.values);
    if (before - after < kCutsSomething) continue;
    const double shown = to_one_decimal(after);
    useful.push_back(
        {reading.reading, before, shown,
         fmt::format("{} would cut {} lots to an expected {:.1f}", reading.words, probabilities.size(), shown)});
  }
  std::ranges::stable_sort(useful, {}, &Narrowing::lots_after);
  return useful;
}

}  // namespace lotline::tracing
