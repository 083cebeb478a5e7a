// How the rounds of each kind of diversion are taken.

#include <fmt/format.h>

#include <algorithm>

#include "simulation/acts.h"
#include "simulation/diversions.h"

namespace lotline::simulation {

namespace {

constexpr int kWholeCase = 200;      ///< of an insider's takings where there are sealed cases, in a thousand: judgement
constexpr int kDrawsOfStore = 4;     ///< the fullest of so many stores is the one that is robbed: judgement
constexpr std::size_t kDealers = 3;  ///< a buyer goes to so many: judgement

Row theft_row(World& world, const Shipment& shipment, std::int64_t rounds) {
  const std::string report = fmt::format("REPORT-{}", ++world.reports);
  Row row("losses", "loss-" + report);
  row.with("kind", "theft").with("holder", world.the(Role::carrier).code).with("place", "ON-THE-ROAD");
  world.with_lot(row, shipment.lot).with("rounds", rounds).with("dispatch", shipment.ref);
  row.with("stage", "transfer").with("modality", "D04");
  row.with("stock", world.lots[shipment.lot].official ? "national_stockpile" : "private");
  return row.with("report", report).with("on", to_text(world.today)).with("basis", "simulated");
}

void note(std::vector<HolderIndex>& list, HolderIndex holder) {
  if (std::ranges::find(list, holder) == list.end()) list.push_back(holder);
}

}  // namespace

Result<std::int64_t> Diversions::take(Diversion& diversion, std::int64_t rounds) {
  switch (diversion.kind) {
    case DiversionKind::insider:
      return take_from_store(diversion, Role::depot, rounds);
    case DiversionKind::retransfer:
      return take_from_store(diversion, Role::recipient_abroad, rounds);
    case DiversionKind::transit:
      return rob_a_shipment(diversion, rounds);
    case DiversionKind::small_purchases:
      return buy(diversion, false, rounds);
    case DiversionKind::converted_blanks:
      return buy(diversion, true, rounds);
    case DiversionKind::legacy:
      break;
  }
  return rounds;
}

/// Some of what lies in the store, a lot or two at a time; nothing is written.
std::int64_t Diversions::take_from_store(Diversion& diversion, Role role, std::int64_t rounds) {
  if (diversion.holder == Diversion::kNobody) {
    HolderIndex fullest = world_.any_of(role, chance_);
    for (int i = 1; i < kDrawsOfStore; ++i) {
      const HolderIndex other = world_.any_of(role, chance_);
      if (world_.stock.of(other).size() > world_.stock.of(fullest).size()) fullest = other;
    }
    if (world_.stock.of(fullest).empty()) return 0;
    diversion.holder = fullest;
  }
  std::int64_t got = 0;
  if (rounds >= kRoundsACase / 2 && chance_.chance(kWholeCase)) got = take_a_case(diversion);
  for (int draws = 0; got < rounds && draws < 8; ++draws) {
    const Holding* holding = world_.stock.any(diversion.holder, 1, chance_);
    if (holding == nullptr) break;
    const LotIndex lot = holding->lot;
    const std::int64_t part = std::min({rounds - got, holding->there(), chance_.between(20, 400)});
    world_.stock.divert(diversion.holder, lot, part);
    diversion.add({lot, part, diversion.holder});
    got += part;
  }
  return got;
}

/// A sealed case, whole.
std::int64_t Diversions::take_a_case(Diversion& diversion) {
  for (const CaseIndex box : world_.cases_at[diversion.holder]) {
    if (world_.cases[box].gone) continue;
    world_.cases[box].gone = true;
    diversion.add({world_.cases[box].lot, kRoundsACase, diversion.holder, box});
    return kRoundsACase;
  }
  return 0;
}

/// Part or all of something that is on the way. It is reported, or only a receipt is missing.
Result<std::int64_t> Diversions::rob_a_shipment(Diversion& diversion, std::int64_t rounds) {
  if (world_.on_the_way.empty()) return 0;
  Shipment& shipment = world_.on_the_way[chance_.index(world_.on_the_way.size())];
  if (shipment.box != kNoCase || shipment.stolen > 0) return 0;
  const std::int64_t part = std::min(rounds, shipment.rounds);
  shipment.stolen = part;
  if (diversion.holder == Diversion::kNobody) {
    diversion.holder = shipment.from;
    diversion.recorded = chance_.chance(world_.options.thefts_reported) ? "theft" : "not received";
  }
  note(diversion.others, shipment.from);
  note(diversion.others, world_.nation.all(Role::carrier).front());
  note(diversion.others, shipment.to);
  diversion.add({shipment.lot, part, shipment.from});
  if (diversion.recorded == "theft") world_.later.losses.push_back(theft_row(world_, shipment, part));
  return part;
}

/// A purchase over the counter. Rounds that are carried over a border are bought by a buyer who is recorded, blanks by
/// one who is not.
Result<std::int64_t> Diversions::buy(Diversion& diversion, bool blanks, std::int64_t rounds) {
  HolderIndex dealer = world_.any_of(Role::dealer, chance_);
  if (diversion.others.size() >= kDealers) dealer = diversion.others[chance_.index(diversion.others.size())];
  const auto& shelf = world_.stock.of(dealer);
  std::vector<LotIndex> fitting;
  for (const Holding& holding : shelf)
    if (holding.movable() >= 20 && world_.lots[holding.lot].calibre->blank == blanks) fitting.push_back(holding.lot);
  if (fitting.empty()) return 0;
  const LotIndex lot = fitting[chance_.index(fitting.size())];
  const auto holding = std::ranges::find(shelf, lot, &Holding::lot);
  const std::int64_t part = std::min(rounds, holding->movable());
  note(diversion.others, dealer);
  if (diversion.holder == Diversion::kNobody) diversion.holder = blanks ? dealer : world_.any_of(Role::buyer, chance_);
  TRY(sell(world_, dealer, blanks ? Diversion::kNobody : diversion.holder, lot, part));
  diversion.recorded = blanks ? "sales to buyers not recorded" : "sales";
  diversion.add({lot, part, blanks ? dealer : diversion.holder});
  return part;
}

}  // namespace lotline::simulation
