#include "comparison/firearm_bootstrap.h"

#include <algorithm>
#include <map>

#include "base/check.h"

namespace lotline::comparison {

FirearmBootstrap::FirearmBootstrap(std::span<const LabelledScore> scores, std::uint64_t seed, std::size_t draws_of)
    : chance_(seed, "firearms") {
  std::map<int, std::size_t> numbers;
  for (const LabelledScore& pair : scores) {
    numbers.emplace(pair.source_a, 0);
    numbers.emplace(pair.source_b, 0);
  }
  for (auto& [source, number] : numbers) number = firearms_++;
  bool same = false, different = false;
  for (const LabelledScore& pair : scores) {
    pairs_.emplace_back(numbers[pair.source_a], numbers[pair.source_b]);
    (pair.same() ? same : different) = true;
  }
  CHECK(same && different);
  draws_of_ = draws_of == 0 ? firearms_ : std::min(draws_of, firearms_);
  drawn_.resize(firearms_);
  weights_.resize(pairs_.size());
}

const std::vector<double>& FirearmBootstrap::draw() {
  for (;;) {
    std::fill(drawn_.begin(), drawn_.end(), 0.0);
    for (std::size_t i = 0; i < draws_of_; ++i) drawn_[chance_.index(firearms_)] += 1;
    bool same = false, different = false;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const auto [a, b] = pairs_[i];
      weights_[i] = a == b ? drawn_[a] : drawn_[a] * drawn_[b];
      if (weights_[i] > 0) (a == b ? same : different) = true;
    }
    if (same && different) return weights_;
  }
}

double quantile(std::vector<double> values, double share) {
  CHECK(!values.empty());
  std::sort(values.begin(), values.end());
  const double at = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  if (below + 1 >= values.size()) return values.back();
  const double part = at - static_cast<double>(below);
  return part == 0 ? values[below] : values[below] * (1 - part) + values[below + 1] * part;
}

Interval middle_95(const std::vector<double>& values) { return {quantile(values, 0.025), quantile(values, 0.975)}; }

Interval bootstrap(std::span<const LabelledScore> scores, int draws, std::uint64_t seed,
                   const std::function<double(const std::vector<double>& weights)>& measure) {
  FirearmBootstrap chance(scores, seed);
  std::vector<double> measured;
  for (int i = 0; i < draws; ++i) measured.push_back(measure(chance.draw()));
  return middle_95(measured);
}

}  // namespace lotline::comparison
