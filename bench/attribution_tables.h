#pragma once
// Figures of many trials: shares with their intervals, Brier scores, reliability.

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "bench/attribution.h"

namespace lotline::bench {

/// The sizes of finds.
inline constexpr std::array<std::int64_t, 5> kSizes{1, 5, 20, 100, 1000};

/// A share of so many, with the Wilson interval that holds the true share 95 times in 100.
struct Share {
  std::size_t hits = 0;
  std::size_t of = 0;

  [[nodiscard]] double value() const { return of == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(of); }
  [[nodiscard]] std::pair<double, double> interval() const;
  [[nodiscard]] std::string text() const;  ///< 94 % (91 to 96)
};

using Condition = std::function<bool(const Trial&)>;

std::vector<Trial> those(const std::vector<Trial>& trials, const Condition& condition);
Share share_of(const std::vector<Trial>& trials, const Condition& condition);
double median_of(const std::vector<Trial>& trials, const std::function<double(const Trial&)>& value);

/// Mean squared distance between the probability of what stands first and whether it is true.
double brier_of(const std::vector<Trial>& trials);
/// Mean natural logarithm of the probability given to what is true.
double log_score_of(const std::vector<Trial>& trials);

void print_by_size(const std::string& title, const std::vector<Trial>& trials);
void print_by_kind(const std::vector<Trial>& trials, std::int64_t size);
void print_reliability(const std::vector<Trial>& trials);

}  // namespace lotline::bench
