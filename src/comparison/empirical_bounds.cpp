#include "comparison/empirical_bounds.h"

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "comparison/log10.h"

namespace lotline::comparison {

namespace {

constexpr double kStep = 0.01;

/// Values of one class in order, with the weight at or above each.
class Tail {
 public:
  Tail(std::span<const ClassedValue> llrs, bool same) {
    for (const ClassedValue& v : llrs)
      if (v.same == same && v.weight > 0) values_.emplace_back(v.value, v.weight);
    std::sort(values_.begin(), values_.end());
    above_.assign(values_.size() + 1, 0.0);
    for (std::size_t i = values_.size(); i-- > 0;) above_[i] = above_[i + 1] + values_[i].second;
  }
  [[nodiscard]] double total() const { return above_.front(); }
  [[nodiscard]] double at_or_above(double llr) const {
    return above_[first([&](double v) { return v < llr; })];
  }
  [[nodiscard]] double above(double llr) const {
    return above_[first([&](double v) { return v <= llr; })];
  }

 private:
  template <class Before>
  [[nodiscard]] std::size_t first(Before before) const {
    return static_cast<std::size_t>(
        std::partition_point(values_.begin(), values_.end(), [&](const auto& v) { return before(v.first); }) -
        values_.begin());
  }
  std::vector<std::pair<double, double>> values_{};
  std::vector<double> above_{};
};

}  // namespace

Bounds empirical_bounds(std::span<const ClassedValue> llrs) {
  const Tail same(llrs, true), different(llrs, false);
  CHECK(same.total() > 0 && different.total() > 0);
  Bounds bounds;
  // No threshold above the number of units can pass: the added ratio alone costs threshold / (units + 1).
  for (int step = 0;; ++step) {
    const double llr = step * kStep;
    const double wrong_different = (different.at_or_above(llr) + 1) / (different.total() + 1);
    const double wrong_same = 1 - same.at_or_above(llr) / same.total();
    if (power_of_10(llr) * wrong_different + wrong_same > 1) break;
    bounds.upper = llr;
  }
  for (int step = 0;; ++step) {
    const double llr = -step * kStep;
    const double wrong_same = (same.total() - same.above(llr) + 1) / (same.total() + 1);
    const double wrong_different = different.above(llr) / different.total();
    if (power_of_10(-llr) * wrong_same + wrong_different > 1) break;
    bounds.lower = llr;
  }
  return bounds;
}

}  // namespace lotline::comparison
