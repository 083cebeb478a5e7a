#include "simulation/acts.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotline::simulation {

namespace {

constexpr int kTries = 24;

HolderIndex any_of(World& world, Role role) {
  const auto& holders = world.nation.all(role);
  return holders[world.chance.index(holders.size())];
}

Row movement(World& world, std::string_view act, HolderIndex from, LotIndex lot, std::int64_t rounds) {
  Row row("movements", fmt::format("m{}", ++world.movements));
  row.with("act", std::string{act}).with("from", world.holder(from).code).with("from_place", world.holder(from).place);
  world.with_lot(row, lot).with("rounds", rounds);
  return row;
}

Result<void> write(World& world, Row& row) {
  TRY(world.sink.take(row.with("on", to_text(world.today))));
  return {};
}

/// Rounds pass to another holder at once.
Result<void> pass(World& world, std::string_view act, HolderIndex from, HolderIndex to, LotIndex lot,
                  std::int64_t rounds) {
  Row row = movement(world, act, from, lot, rounds);
  row.with("to", world.holder(to).code).with("to_place", world.holder(to).place);
  world.stock.take(from, lot, rounds);
  world.stock.add(to, lot, rounds);
  return write(world, row);
}

Result<void> dispatch(World& world, HolderIndex from, HolderIndex to, LotIndex lot, std::int64_t rounds) {
  Row row = movement(world, "dispatch", from, lot, rounds);
  row.with("to", world.holder(to).code).with("carrier", world.holder(world.nation.all(Role::carrier).front()).code);
  world.stock.take(from, lot, rounds);
  const Shipment shipment{
      {world.today.count + static_cast<int>(world.chance.between(1, 20))}, row.ref, from, to, lot, rounds};
  const auto later = [](const Shipment& a, const Shipment& b) { return a.due < b.due; };
  world.on_the_way.insert(std::ranges::upper_bound(world.on_the_way, shipment, later), shipment);
  return write(world, row);
}

/// A part of a holding: a share of it in whole hundreds, or all of a small one.
std::int64_t part_of(World& world, const Holding& holding, std::int64_t least, std::int64_t most) {
  const std::int64_t there = holding.there();
  if (there <= least) return there;
  return std::min(there, world.chance.stepped(least, std::min(most, there / least * least), least));
}

// Each act: false when who was drawn cannot do it.

Result<bool> distribute(World& world) {
  constexpr Role kSenders[] = {Role::maker, Role::maker, Role::force, Role::importer};
  const HolderIndex from = any_of(world, kSenders[world.chance.index(std::size(kSenders))]);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (holding == nullptr) return false;
  const LotIndex lot = holding->lot;
  const std::int64_t rounds = part_of(world, *holding, 1'000, 8'000);
  if (!world.lots[lot].official) {
    TRY(dispatch(world, from, any_of(world, Role::wholesaler), lot, rounds));
    return true;
  }
  const HolderIndex force = world.holder(from).role == Role::force ? from : world.lots[lot].recipient;
  const auto& depots = world.nation.depots_of[force];
  // A lot goes to few depots: those after one that its serial number says.
  const std::size_t first = static_cast<std::size_t>(world.lots[lot].serial) * 7 + world.lots[lot].works;
  TRY(dispatch(world, from, depots[(first + world.chance.index(2)) % depots.size()], lot, rounds));
  return true;
}

Result<bool> supply_dealer(World& world) {
  const HolderIndex from = any_of(world, Role::wholesaler);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (holding == nullptr) return false;
  TRY(dispatch(world, from, any_of(world, Role::dealer), holding->lot, part_of(world, *holding, 500, 3'000)));
  return true;
}

Result<bool> issue(World& world) {
  const HolderIndex to = any_of(world, Role::unit);
  const HolderIndex from = world.holder(to).above;
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (holding == nullptr) return false;
  TRY(pass(world, "issue", from, to, holding->lot, part_of(world, *holding, 100, 1'500)));
  return true;
}

Result<bool> give_back(World& world) {
  const HolderIndex from = any_of(world, Role::unit);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (holding == nullptr) return false;
  TRY(pass(world, "return", from, world.holder(from).above, holding->lot, part_of(world, *holding, 50, 500)));
  return true;
}

Result<bool> move_between_depots(World& world) {
  const HolderIndex from = any_of(world, Role::depot);
  const auto& depots = world.nation.depots_of[world.holder(from).above];
  const HolderIndex to = depots[world.chance.index(depots.size())];
  const Holding* holding = to == from ? nullptr : world.stock.any(from, 1, world.chance);
  if (holding == nullptr) return false;
  TRY(dispatch(world, from, to, holding->lot, part_of(world, *holding, 500, 2'000)));
  return true;
}

Result<bool> expend(World& world, Role role) {
  const HolderIndex from = any_of(world, role);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (holding == nullptr) return false;
  const LotIndex lot = holding->lot;
  const std::int64_t rounds = part_of(world, *holding, 10, 300);
  Row row = movement(world, "expend", from, lot, rounds);
  world.stock.take(from, lot, rounds);
  TRY(write(world, row));
  return true;
}

Result<bool> train(World& world) { return expend(world, Role::unit); }
Result<bool> shoot_at_club(World& world) { return expend(world, Role::club); }

Result<bool> sell_to_club(World& world) {
  const HolderIndex from = any_of(world, Role::dealer);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (holding == nullptr || world.lots[holding->lot].calibre->blank) return false;
  TRY(pass(world, "sale", from, any_of(world, Role::club), holding->lot, part_of(world, *holding, 100, 1'000)));
  return true;
}

/// Over the counter, to a buyer who is not recorded.
Result<bool> sell(World& world) {
  const HolderIndex from = any_of(world, Role::dealer);
  const Holding* holding = world.stock.any(from, 1, world.chance);
  if (holding == nullptr) return false;
  const LotIndex lot = holding->lot;
  const std::int64_t rounds = part_of(world, *holding, 25, 400);
  Row row = movement(world, "sale", from, lot, rounds);
  world.stock.take(from, lot, rounds);
  TRY(write(world, row));
  return true;
}

struct Act {
  Result<bool> (*act)(World&);
  std::int64_t weight;  ///< judgement: a lot is sent out a few times and used many
};

constexpr Act kActs[] = {{distribute, 110},  {supply_dealer, 70}, {issue, 170}, {give_back, 30},          {train, 330},
                         {sell_to_club, 40}, {shoot_at_club, 60}, {sell, 200},  {move_between_depots, 15}};

const Weighted& weights() {
  static const Weighted all = [] {
    std::vector<std::int64_t> list;
    for (const Act& act : kActs) list.push_back(act.weight);
    return Weighted(list);
  }();
  return all;
}

}  // namespace

Result<bool> receive_one(World& world) {
  if (world.on_the_way.empty() || world.today < world.on_the_way.front().due) return false;
  const Shipment shipment = world.on_the_way.front();
  world.on_the_way.pop_front();
  Row row("movements", fmt::format("m{}", ++world.movements));
  row.with("act", "receive").with("to", world.holder(shipment.to).code);
  row.with("to_place", world.holder(shipment.to).place).with("dispatch", shipment.ref);
  world.with_lot(row, shipment.lot).with("rounds", shipment.rounds);
  world.stock.add(shipment.to, shipment.lot, shipment.rounds);
  TRY(write(world, row));
  return true;
}

Result<bool> act_once(World& world) {
  for (int i = 0; i < kTries; ++i)
    if (TRY(kActs[weights().pick(world.chance)].act(world))) return true;
  return false;
}

}  // namespace lotline::simulation
