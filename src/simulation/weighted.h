#pragma once
// A choice among things of different weight.

#include <cstdint>
#include <span>
#include <vector>

#include "base/generator.h"

namespace lotline::simulation {

class Weighted {
 public:
  explicit Weighted(std::span<const std::int64_t> weights);
  /// Weights that fall as 1, 1/2, 1/3 ...: a few dominate.
  static Weighted falling(std::size_t count);
  static Weighted equal(std::size_t count);

  std::size_t pick(Generator& generator) const;
  [[nodiscard]] std::size_t size() const { return sums_.size(); }

 private:
  std::vector<std::uint64_t> sums_;  // of the weights up to and with each
};

}  // namespace lotline::simulation
