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

using CaseIndex = std::uint32_t;
inline constexpr CaseIndex kNoCase = ~CaseIndex{0};

/// A dispatch that has not been received.
struct Shipment {
  Day due;
  std::string ref;
  HolderIndex from = 0;
  HolderIndex to = 0;
  LotIndex lot = 0;
  std::int64_t rounds = 0;
  std::int64_t stolen = 0;  ///< of them, on the way
  CaseIndex box = kNoCase;  ///< the sealed case they are in
};

/// A sealed case of kRoundsACase rounds.
struct SealedCase {
  LotIndex lot = 0;
  bool gone = false;  ///< taken without a record
};

/// Rounds of one lot that a diversion has at its disposal.
struct Loot {
  LotIndex lot = 0;
  std::int64_t rounds = 0;
  HolderIndex holder = 0;  ///< from whom they were taken
  CaseIndex box = kNoCase;
};

/// A diversion as planned, and what it has brought so far.
struct Diversion {
  std::string id;
  DiversionKind kind{};
  HolderIndex holder = kNobody;     ///< from whom; nobody of legacy stock, and before it began
  std::vector<HolderIndex> others;  ///< who also had a lawful part: carrier and receiver, or the dealers
  Day first;
  Day last;
  std::int64_t wanted = 0;  ///< rounds to be taken in all
  std::int64_t taken = 0;
  std::vector<Loot> pool;  ///< taken and not found yet
  bool concealed = false;  ///< counts of the store will say what the book says
  std::string recorded = "nothing";

  static constexpr HolderIndex kNobody = ~HolderIndex{0};

  [[nodiscard]] std::int64_t left() const {
    std::int64_t sum = 0;
    for (const Loot& loot : pool) sum += loot.rounds;
    return sum;
  }
  void add(const Loot& loot);
};

/// A find that will be made, if by then there is enough to be found.
struct PlannedFind {
  Day on;
  std::size_t diversion = 0;
  std::int64_t count = 0;
};

/// Rows of the present return that come after its movements, form by form.
struct LaterRows {
  std::vector<Row> losses, stocktakes, decisions, destructions;
};

struct World {
  World(const Options& the_options, Sink& the_sink, Truth& the_truth);
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const Options options;
  Sink& sink;
  Truth& truth;
  const Nation nation;
  Supply supply;
  Generator chance;  ///< of lawful acts

  Day today;
  std::vector<Lot> lots;
  std::vector<Lot> unrecorded;  ///< lots of before the register
  std::size_t entered = 0;      ///< lots that have entered by today: the first so many
  Stock stock;                  ///< loose rounds
  std::vector<SealedCase> cases;
  std::vector<std::vector<CaseIndex>> cases_at;  ///< by holder
  std::deque<Shipment> on_the_way;               ///< by the day they are due
  std::int64_t movements = 0;                    ///< rows of movements written
  std::vector<Diversion> diversions;
  std::deque<PlannedFind> planned;  ///< by day
  std::int64_t finds = 0;
  std::int64_t reports = 0;  ///< of losses
  LaterRows later;
  std::vector<std::string> known_as;  ///< codes in the register, by holder

  [[nodiscard]] const Holder& holder(HolderIndex index) const { return nation.holders[index]; }
  /// The only one of its role.
  [[nodiscard]] const Holder& the(Role role) const { return holder(nation.all(role).front()); }
  HolderIndex any_of(Role role, Generator& drawn) const {
    const auto& holders = nation.all(role);
    return holders[drawn.index(holders.size())];
  }
  [[nodiscard]] const Lot& lot_of(const Diversion& diversion, const Loot& loot) const {
    return diversion.kind == DiversionKind::legacy ? unrecorded[loot.lot] : lots[loot.lot];
  }
  /// Adds the maker and number of a lot to a row.
  Row& with_lot(Row& row, LotIndex lot) const;
  /// A row of movements, counted; without the day and who receives.
  Row movement(std::string_view act, HolderIndex from, LotIndex lot, std::int64_t rounds);
  Result<void> write(Row& row);
};

/// The code on a sealed case: an SSCC under the prefix that GS1 keeps for examples.
std::string case_code(CaseIndex box);

}  // namespace lotline::simulation
