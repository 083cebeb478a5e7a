#pragma once
// A simulated State while it grows: what day it is, who has what by the book and in truth, what is on the way, and what
// has left lawful hands.

#include <deque>
#include <string>
#include <vector>

#include "simulation/lots.h"
#include "simulation/nation.h"
#include "simulation/sink.h"
#include "simulation/truth.h"

namespace lotline::simulation {

/// A dispatch that has not been received.
struct Shipment {
  Day due;
  std::string ref;
  HolderIndex from = 0;
  HolderIndex to = 0;
  LotIndex lot = 0;
  std::int64_t rounds = 0;
};

/// Rounds of one lot that a diversion has at its disposal.
struct Loot {
  LotIndex lot = 0;
  std::int64_t rounds = 0;
  HolderIndex holder = 0;  ///< from whom they were taken
};

/// A diversion as planned, and what it has brought so far.
struct Diversion {
  std::string id;
  DiversionKind kind{};
  HolderIndex holder = 0;
  Day first;
  Day last;
  std::int64_t wanted = 0;  ///< rounds to be taken in all
  std::int64_t taken = 0;
  std::vector<Loot> pool;  ///< taken and not found yet
  std::string recorded = "nothing";

  [[nodiscard]] std::int64_t left() const {
    std::int64_t sum = 0;
    for (const Loot& loot : pool) sum += loot.rounds;
    return sum;
  }
};

/// A find that will be made, if by then there is enough to be found.
struct PlannedFind {
  Day on;
  std::size_t diversion = 0;
  std::int64_t count = 0;
};

struct World {
  World(const Options& the_options, Sink& the_sink, Truth& the_truth)
      : options(the_options),
        sink(the_sink),
        truth(the_truth),
        nation(found_nation(the_options)),
        supply(nation, options),
        chance(the_options.seed, "acts") {
    stock.resize(nation.holders.size());
  }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const Options options;
  Sink& sink;
  Truth& truth;
  const Nation nation;
  Supply supply;
  Generator chance;

  Day today;
  std::vector<Lot> lots;
  std::size_t entered = 0;  ///< lots that have entered by today: the first so many
  Stock stock;
  std::deque<Shipment> on_the_way;  ///< by the day they are due
  std::int64_t movements = 0;       ///< rows of movements written
  std::vector<Diversion> diversions;
  std::deque<PlannedFind> planned;  ///< by day
  std::int64_t finds = 0;
  std::vector<Row> recoveries;  ///< of the present return, which come after its movements

  [[nodiscard]] const Holder& holder(HolderIndex index) const { return nation.holders[index]; }
  /// Adds the maker and number of a lot to a row.
  Row& with_lot(Row& row, LotIndex lot) const {
    row.with("maker", holder(nation.all(Role::maker)[lots[lot].works]).code);
    return row.with("lot", lots[lot].number());
  }
};

}  // namespace lotline::simulation
