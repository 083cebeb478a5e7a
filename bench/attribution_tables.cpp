#include "bench/attribution_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace lotline::bench {

namespace {

/// No probability given to the truth counts as less, so that one trial cannot decide a mean.
constexpr double kLeast = 1e-6;

Condition of_size(std::int64_t size) {
  return [size](const Trial& t) { return t.planned == size; };
}

bool on_record(const Trial& t) { return t.on_record; }

}  // namespace

std::pair<double, double> Share::interval() const {
  if (of == 0) return {0, 1};
  constexpr double z = 1.959964;
  const auto n = static_cast<double>(of);
  const double p = value();
  const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::string Share::text() const {
  if (of == 0) return "";
  const auto [low, high] = interval();
  return fmt::format("{:.0f} % ({:.0f} to {:.0f})", 100 * value(), 100 * low, 100 * high);
}

std::vector<Trial> those(const std::vector<Trial>& trials, const Condition& condition) {
  std::vector<Trial> found;
  std::ranges::copy_if(trials, std::back_inserter(found), condition);
  return found;
}

Share share_of(const std::vector<Trial>& trials, const Condition& condition) {
  return {static_cast<std::size_t>(std::ranges::count_if(trials, condition)), trials.size()};
}

double median_of(const std::vector<Trial>& trials, const std::function<double(const Trial&)>& value) {
  std::vector<double> values;
  for (const Trial& t : trials) values.push_back(value(t));
  if (values.empty()) return 0;
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
  return values[values.size() / 2];
}

double brier_of(const std::vector<Trial>& trials) {
  double sum = 0;
  for (const Trial& t : trials) sum += std::pow(t.of_first - (t.first_is_true ? 1 : 0), 2);
  return trials.empty() ? 0 : sum / static_cast<double>(trials.size());
}

double log_score_of(const std::vector<Trial>& trials) {
  double sum = 0;
  for (const Trial& t : trials) sum += std::log(std::max(kLeast, t.of_truth));
  return trials.empty() ? 0 : sum / static_cast<double>(trials.size());
}

void print_by_size(const std::string& title, const std::vector<Trial>& trials) {
  fmt::print(
      "| {} | finds | true holder first | among five | excluded | candidates left, median | holds most: first | among "
      "five | intersection: first | among five |\n|---|---|---|---|---|---|---|---|---|---|\n",
      title);
  for (const std::int64_t size : kSizes) {
    const auto sized = those(those(trials, of_size(size)), on_record);
    if (sized.empty()) continue;
    fmt::print(
        "| {} | {} | {} | {} | {} | {:.0f} of {:.0f} | {} | {} | {} | {} |\n", size, sized.size(),
        share_of(sized, [](const Trial& t) { return t.rank == 0; }).text(),
        share_of(sized, [](const Trial& t) { return t.rank < 5; }).text(),
        share_of(sized, [](const Trial& t) { return t.excluded; }).hits,
        median_of(sized, [](const Trial& t) { return static_cast<double>(t.left); }),
        median_of(sized, [](const Trial& t) { return static_cast<double>(t.holders); }),
        share_of(sized, [](const Trial& t) { return t.holds_most_rank == 0; }).text(),
        share_of(sized, [](const Trial& t) { return t.holds_most_rank < 5; }).text(),
        share_of(sized, [](const Trial& t) { return t.intersection_size > 0 && t.intersection_rank == 0; }).text(),
        share_of(sized, [](const Trial& t) {
          return t.intersection_rank < std::min<std::size_t>(5, t.intersection_size);
        }).text());
  }
  fmt::print("\n");
}

void print_by_kind(const std::vector<Trial>& trials, std::int64_t size) {
  std::set<std::string> kinds;
  for (const Trial& t : trials) kinds.insert(t.kind);
  fmt::print(
      "| kind of diversion, finds of {} | finds | what is true first | it or a unit of it first | among five | "
      "excluded "
      "| probability of what is true, median |\n|---|---|---|---|---|---|---|\n",
      size);
  for (const auto& kind : kinds) {
    const auto sized = those(those(trials, of_size(size)), [&](const Trial& t) { return t.kind == kind; });
    fmt::print("| {}{} | {} | {} | {} | {} | {} | {:.2f} |\n", kind,
               std::ranges::any_of(sized, on_record) ? "" : " (none on record)", sized.size(),
               share_of(sized, [](const Trial& t) { return t.first_is_true; }).text(),
               share_of(sized, [](const Trial& t) { return t.first_is_near; }).text(),
               share_of(sized, [](const Trial& t) { return t.rank < 5; }).text(),
               share_of(sized, [](const Trial& t) { return t.excluded; }).hits,
               median_of(sized, [](const Trial& t) { return t.of_truth; }));
  }
  fmt::print("\n");
}

void print_reliability(const std::vector<Trial>& trials) {
  fmt::print("| probability given to what stands first | finds | mean of it | was true |\n|---|---|---|---|\n");
  for (int bin = 0; bin < 10; ++bin) {
    const auto within =
        those(trials, [&](const Trial& t) { return std::min(9, static_cast<int>(t.of_first * 10)) == bin; });
    if (within.empty()) continue;
    double mean = 0;
    for (const Trial& t : within) mean += t.of_first / static_cast<double>(within.size());
    fmt::print("| {:.1f} to {:.1f} | {} | {:.2f} | {} |\n", bin / 10.0, (bin + 1) / 10.0, within.size(), mean,
               share_of(within, [](const Trial& t) { return t.first_is_true; }).text());
  }
  fmt::print("\nBrier score: {:.3f}. Mean logarithm of the probability of what is true: {:.2f}.\n\n", brier_of(trials),
             log_score_of(trials));
}

}  // namespace lotline::bench
