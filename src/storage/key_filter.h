#pragma once
// Tells of most keys that were never put that they were not, without asking the database: a Bloom filter whose bits for
// one key lie in one cache line (Putze, Sanders, Singler: Cache-, hash- and space-efficient Bloom filters, 2007).

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/packed.h"

namespace lotline::storage {

class KeyFilter {
 public:
  /// For so many keys about one in a hundred that were never put passes; more of them pass as more are put.
  explicit KeyFilter(std::size_t keys);

  void add(const Packed& key);
  [[nodiscard]] bool may_hold(const Packed& key) const;
  [[nodiscard]] bool full() const { return held_ >= planned_; }
  [[nodiscard]] std::size_t planned() const { return planned_; }  ///< keys it was made for

 private:
  using Block = std::array<std::uint64_t, 8>;  ///< one cache line
  static constexpr int kBitsAKey = 7;

  std::vector<Block> blocks_;
  std::size_t planned_;
  std::size_t held_ = 0;
};

}  // namespace lotline::storage
