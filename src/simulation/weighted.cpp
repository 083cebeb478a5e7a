#include "simulation/weighted.h"

#include <algorithm>

#include "base/check.h"

namespace lotline::simulation {

Weighted::Weighted(std::span<const std::int64_t> weights) {
  std::uint64_t sum = 0;
  for (const std::int64_t weight : weights) {
    CHECK(weight >= 0);
    sums_.push_back(sum += static_cast<std::uint64_t>(weight));
  }
  CHECK(sum > 0);
}

Weighted Weighted::falling(std::size_t count) {
  constexpr std::int64_t kWhole = 1'000'000;
  std::vector<std::int64_t> weights;
  for (std::size_t i = 1; i <= count; ++i) weights.push_back(kWhole / static_cast<std::int64_t>(i));
  return Weighted(weights);
}

Weighted Weighted::equal(std::size_t count) { return Weighted(std::vector<std::int64_t>(count, 1)); }

std::size_t Weighted::pick(Generator& generator) const {
  const std::uint64_t drawn = generator.below(sums_.back());
  return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), drawn) - sums_.begin());
}

}  // namespace lotline::simulation
