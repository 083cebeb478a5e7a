#pragma once
// What every holder of a simulated State has: by the book, and in truth.

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "simulation/generator.h"

namespace lotline::simulation {

using HolderIndex = std::uint32_t;
using LotIndex = std::uint32_t;

/// Rounds of one lot with one holder.
struct Holding {
  LotIndex lot = 0;
  std::int64_t book = 0;  ///< as the register says
  std::int64_t gone = 0;  ///< of these, taken without a record
  bool frozen = false;    ///< an investigation stands open: nothing moves

  [[nodiscard]] std::int64_t there() const { return frozen ? 0 : book - gone; }
};

class Stock {
 public:
  void resize(std::size_t holders) { holders_.resize(holders); }
  void add(HolderIndex holder, LotIndex lot, std::int64_t rounds);
  /// Rounds leave with a record. REQUIRES that they are there.
  void take(HolderIndex holder, LotIndex lot, std::int64_t rounds);
  /// Rounds leave without one. REQUIRES that they are there.
  void divert(HolderIndex holder, LotIndex lot, std::int64_t rounds);
  /// A holding drawn by chance of which at least so many rounds are there; null when a few draws found none.
  const Holding* any(HolderIndex holder, std::int64_t rounds, Generator& chance) const;

  [[nodiscard]] const std::vector<Holding>& of(HolderIndex holder) const { return holders_[holder].holdings; }
  Holding& at(HolderIndex holder, LotIndex lot);

 private:
  struct Shelf {
    std::vector<Holding> holdings;
    std::unordered_map<LotIndex, std::size_t> places;  // looked up only, never gone through
  };
  void tidy(Shelf& shelf, std::size_t place);
  std::vector<Shelf> holders_;
};

}  // namespace lotline::simulation
