#pragma once
// What every holder of a simulated State has loose: by the book, and in truth.

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "simulation/weighted.h"

namespace lotline::simulation {

using HolderIndex = std::uint32_t;
using LotIndex = std::uint32_t;

/// Rounds of one lot with one holder.
struct Holding {
  LotIndex lot = 0;
  std::int64_t book = 0;  ///< as the register says
  std::int64_t gone = 0;  ///< of these, not there: left without a record; below 0: came without one
  bool frozen = false;    ///< an investigation stands open: nothing moves

  [[nodiscard]] std::int64_t there() const { return book - gone; }
  /// What may leave with a record: there, and in the book.
  [[nodiscard]] std::int64_t movable() const { return frozen ? 0 : gone < 0 ? book : book - gone; }
};

class Stock {
 public:
  void resize(std::size_t holders) { holders_.resize(holders); }
  void add(HolderIndex holder, LotIndex lot, std::int64_t rounds);
  /// Rounds come without a record.
  void add_unrecorded(HolderIndex holder, LotIndex lot, std::int64_t rounds);
  /// Rounds leave with a record. REQUIRES that they may.
  void take(HolderIndex holder, LotIndex lot, std::int64_t rounds);
  /// Rounds leave without one. REQUIRES that they are there.
  void divert(HolderIndex holder, LotIndex lot, std::int64_t rounds);
  /// The register learns what is not there: it leaves the book as well.
  void write_off(HolderIndex holder, LotIndex lot);
  void freeze(HolderIndex holder, LotIndex lot) { at(holder, lot).frozen = true; }

  /// A holding drawn by chance of which at least so many rounds are there; null when a few draws found none.
  const Holding* any(HolderIndex holder, std::int64_t rounds, Generator& chance) const;
  [[nodiscard]] const std::vector<Holding>& of(HolderIndex holder) const { return holders_[holder].holdings; }
  [[nodiscard]] bool frozen(HolderIndex holder, LotIndex lot) const;

 private:
  struct Shelf {
    std::vector<Holding> holdings;
    std::unordered_map<LotIndex, std::size_t> places;  // looked up only, never gone through
  };
  Holding& at(HolderIndex holder, LotIndex lot);
  Holding& made_at(HolderIndex holder, LotIndex lot);
  void tidy(HolderIndex holder, LotIndex lot);
  std::vector<Shelf> holders_;
};

}  // namespace lotline::simulation
