#include "simulation/acts.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotline::simulation {

namespace {

constexpr int kTries = 24;

// Shares in a thousand; judgement.
constexpr int kCaseSent = 300;     ///< of dispatches of a holder that has sealed cases: one of them
constexpr int kCaseIssued = 60;    ///< of issues, likewise
constexpr int kCaseUsed = 500;     ///< of uses of a unit that has one
constexpr int kSecondDepot = 500;  ///< dispatches of a lot to its second depot

bool book_allows(const Holding* holding) { return holding != nullptr && holding->movable() > 0; }

/// A part of a holding: a share of it in whole steps, or all of a small one.
std::int64_t part_of(World& world, const Holding& holding, std::int64_t step, std::int64_t most) {
  const std::int64_t there = holding.movable();
  if (there <= step) return there;
  return std::min(there, world.chance.stepped(step, std::min(most, there / step * step), step));
}

/// Rounds pass to another holder at once.
Result<void> pass(World& world, std::string_view act, HolderIndex from, HolderIndex to, LotIndex lot,
                  std::int64_t rounds) {
  Row row = world.movement(act, from, lot, rounds);
  row.with("to", world.holder(to).code).with("to_place", world.holder(to).place);
  world.stock.take(from, lot, rounds);
  world.stock.add(to, lot, rounds);
  return world.write(row);
}

void set_on_the_way(World& world, Shipment shipment) {
  shipment.due = {world.today.count + static_cast<int>(world.chance.between(1, 20))};
  const auto later = [](const Shipment& a, const Shipment& b) { return a.due < b.due; };
  world.on_the_way.insert(std::ranges::upper_bound(world.on_the_way, shipment, later), std::move(shipment));
}

Row& to_be_carried(World& world, Row& row, HolderIndex to) {
  return row.with("to", world.holder(to).code).with("carrier", world.the(Role::carrier).code);
}

Result<void> dispatch(World& world, HolderIndex from, HolderIndex to, LotIndex lot, std::int64_t rounds) {
  Row row = world.movement("dispatch", from, lot, rounds);
  to_be_carried(world, row, to);
  world.stock.take(from, lot, rounds);
  set_on_the_way(world, {{}, row.ref, from, to, lot, rounds});
  return world.write(row);
}

// Sealed cases move whole.

/// A case of the holder that may move: not taken, its lot not frozen; removed from its shelf. None: kNoCase.
CaseIndex any_case(World& world, HolderIndex holder) {
  auto& shelf = world.cases_at[holder];
  if (shelf.empty()) return kNoCase;
  const std::size_t at = world.chance.index(shelf.size());
  const SealedCase& box = world.cases[shelf[at]];
  if (box.gone || world.stock.frozen(holder, box.lot)) return kNoCase;
  const CaseIndex found = shelf[at];
  shelf.erase(shelf.begin() + static_cast<std::ptrdiff_t>(at));
  return found;
}

Row case_row(World& world, std::string_view act, HolderIndex from, CaseIndex box) {
  Row row("movements", fmt::format("m{}", ++world.movements));
  row.with("act", std::string{act}).with("from", world.holder(from).code).with("from_place", world.holder(from).place);
  return row.with("package", case_code(box));
}

Result<void> dispatch_case(World& world, HolderIndex from, HolderIndex to, CaseIndex box) {
  Row row = case_row(world, "dispatch", from, box);
  to_be_carried(world, row, to);
  set_on_the_way(world, {{}, row.ref, from, to, world.cases[box].lot, kRoundsACase, 0, box});
  return world.write(row);
}

// Each act: false when who was drawn cannot do it.

HolderIndex depot_for(World& world, HolderIndex force, const Lot& lot) {
  const auto& depots = world.nation.depots_of[force];
  // A lot goes to one depot or two: those that its number points at.
  const int pointed_at = lot.serial * 7 + lot.year;
  const auto first = static_cast<std::size_t>(pointed_at);
  return depots[(first + (world.chance.chance(kSecondDepot) ? 1 : 0)) % depots.size()];
}

Result<bool> distribute(World& world) {
  constexpr Role kSenders[] = {Role::maker, Role::maker, Role::force, Role::importer};
  const HolderIndex from = world.any_of(kSenders[world.chance.index(std::size(kSenders))], world.chance);
  if (world.chance.chance(kCaseSent)) {
    const CaseIndex box = any_case(world, from);
    if (box == kNoCase) return false;
    const Lot& packed = world.lots[world.cases[box].lot];
    TRY(dispatch_case(world, from, depot_for(world, packed.recipient, packed), box));
    return true;
  }
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (!book_allows(holding)) return false;
  const LotIndex lot = holding->lot;
  const HolderIndex to = world.lots[lot].official ? depot_for(world, world.lots[lot].recipient, world.lots[lot])
                                                  : world.any_of(Role::wholesaler, world.chance);
  TRY(dispatch(world, from, to, lot, part_of(world, *holding, 1'000, 8'000)));
  return true;
}

Result<bool> export_abroad(World& world) {
  const HolderIndex from = world.any_of(Role::maker, world.chance);
  const Holding* holding = world.nation.at_home(from) ? world.stock.any(from, 1, world.chance) : nullptr;
  if (!book_allows(holding) || world.lots[holding->lot].official) return false;
  const LotIndex lot = holding->lot;
  const std::int64_t rounds = part_of(world, *holding, 1'000, 6'000);
  const HolderIndex to = world.any_of(Role::recipient_abroad, world.chance);
  Row row = world.movement("export", from, lot, rounds);
  row.with("to", world.holder(to).code).with("licence", export_licence(world.holder(from), world.holder(to)));
  world.stock.take(from, lot, rounds);
  world.stock.add(to, lot, rounds);
  TRY(world.write(row));
  return true;
}

Result<bool> supply_dealer(World& world) {
  const HolderIndex from = world.any_of(Role::wholesaler, world.chance);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (!book_allows(holding)) return false;
  const HolderIndex to = world.any_of(Role::dealer, world.chance);
  TRY(dispatch(world, from, to, holding->lot, part_of(world, *holding, 500, 3'000)));
  return true;
}

Result<bool> issue(World& world) {
  const HolderIndex to = world.any_of(Role::unit, world.chance);
  const HolderIndex from = world.holder(to).above;
  if (world.chance.chance(kCaseIssued)) {
    const CaseIndex box = any_case(world, from);
    if (box == kNoCase) return false;
    Row row = case_row(world, "issue", from, box);
    row.with("to", world.holder(to).code).with("to_place", world.holder(to).place);
    world.cases_at[to].push_back(box);
    TRY(world.write(row));
    return true;
  }
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (!book_allows(holding)) return false;
  TRY(pass(world, "issue", from, to, holding->lot, part_of(world, *holding, 100, 1'500)));
  return true;
}

Result<bool> give_back(World& world) {
  const HolderIndex from = world.any_of(Role::unit, world.chance);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (!book_allows(holding)) return false;
  TRY(pass(world, "return", from, world.holder(from).above, holding->lot, part_of(world, *holding, 50, 500)));
  return true;
}

Result<bool> move_between_depots(World& world) {
  const HolderIndex from = world.any_of(Role::depot, world.chance);
  const auto& depots = world.nation.depots_of[world.holder(from).above];
  const HolderIndex to = depots[world.chance.index(depots.size())];
  const Holding* holding = to == from ? nullptr : world.stock.any(from, 1, world.chance);
  if (!book_allows(holding)) return false;
  const LotIndex lot = holding->lot;
  const std::int64_t rounds = part_of(world, *holding, 500, 2'000);
  if (world.chance.chance(world.options.transfers_unrecorded)) {
    world.stock.divert(from, lot, rounds);
    world.stock.add_unrecorded(to, lot, rounds);
    return true;
  }
  TRY(dispatch(world, from, to, lot, rounds));
  return true;
}

Result<bool> train(World& world) {
  const HolderIndex from = world.any_of(Role::unit, world.chance);
  if (!world.cases_at[from].empty() && world.chance.chance(kCaseUsed)) {
    const CaseIndex box = any_case(world, from);
    if (box == kNoCase) return false;
    Row row = case_row(world, "expend", from, box);
    TRY(world.write(row));
    return true;
  }
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (!book_allows(holding)) return false;
  const LotIndex lot = holding->lot;
  const std::int64_t rounds = part_of(world, *holding, 20, 600);
  Row row = world.movement("expend", from, lot, rounds);
  world.stock.take(from, lot, rounds);
  TRY(world.write(row));
  return true;
}

Result<bool> shoot_at_club(World& world) {
  const HolderIndex from = world.any_of(Role::club, world.chance);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (!book_allows(holding)) return false;
  const LotIndex lot = holding->lot;
  const std::int64_t rounds = part_of(world, *holding, 20, 600);
  Row row = world.movement("expend", from, lot, rounds);
  world.stock.take(from, lot, rounds);
  TRY(world.write(row));
  return true;
}

Result<bool> sell_to_club(World& world) {
  const HolderIndex from = world.any_of(Role::dealer, world.chance);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (!book_allows(holding) || world.lots[holding->lot].calibre->blank) return false;
  const HolderIndex to = world.any_of(Role::club, world.chance);
  TRY(pass(world, "sale", from, to, holding->lot, part_of(world, *holding, 100, 1'000)));
  return true;
}

Result<bool> sell_over_the_counter(World& world) {
  const HolderIndex from = world.any_of(Role::dealer, world.chance);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (!book_allows(holding)) return false;
  const bool named = world.chance.chance(world.options.buyers_named);
  const HolderIndex buyer = named ? world.any_of(Role::buyer, world.chance) : Diversion::kNobody;
  TRY(sell(world, from, buyer, holding->lot, part_of(world, *holding, 50, 600)));
  return true;
}

struct Act {
  Result<bool> (*act)(World&);
  std::int64_t weight;  ///< judgement: a lot is sent out a few times and used many
};

constexpr Act kActs[] = {{distribute, 110},
                         {supply_dealer, 70},
                         {issue, 170},
                         {give_back, 30},
                         {train, 330},
                         {sell_to_club, 40},
                         {shoot_at_club, 60},
                         {sell_over_the_counter, 200},
                         {move_between_depots, 15},
                         {export_abroad, 25}};

const Weighted& weights() {
  static const Weighted all = [] {
    std::vector<std::int64_t> list;
    for (const Act& act : kActs) list.push_back(act.weight);
    return Weighted(list);
  }();
  return all;
}

}  // namespace

Result<void> sell(World& world, HolderIndex dealer, HolderIndex buyer, LotIndex lot, std::int64_t rounds) {
  Row row = world.movement("sale", dealer, lot, rounds);
  if (buyer != Diversion::kNobody) row.with("to", world.holder(buyer).code);
  world.stock.take(dealer, lot, rounds);
  return world.write(row);
}

Result<bool> receive_one(World& world) {
  if (world.on_the_way.empty() || world.today < world.on_the_way.front().due) return false;
  const Shipment shipment = world.on_the_way.front();
  world.on_the_way.pop_front();
  const std::int64_t arrived = shipment.rounds - shipment.stolen;
  if (arrived == 0) return true;  // nothing is left to be received
  Row row("movements", fmt::format("m{}", ++world.movements));
  const bool voided = shipment.stolen == 0 && world.chance.chance(world.options.dispatches_voided);
  const HolderIndex to = voided ? shipment.from : shipment.to;
  row.with("act", voided ? "void" : "receive");
  if (!voided) row.with("to", world.holder(to).code).with("to_place", world.holder(to).place);
  row.with("dispatch", shipment.ref);
  if (shipment.box == kNoCase) {
    world.with_lot(row, shipment.lot).with("rounds", arrived);
    world.stock.add(to, shipment.lot, arrived);
  } else {
    world.cases_at[to].push_back(shipment.box);
  }
  TRY(world.write(row));
  return true;
}

Result<bool> act_once(World& world) {
  for (int i = 0; i < kTries; ++i)
    if (TRY(kActs[weights().pick(world.chance)].act(world))) return true;
  return false;
}

}  // namespace lotline::simulation
