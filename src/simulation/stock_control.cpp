#include "simulation/stock_control.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotline::simulation {

namespace {

constexpr std::size_t kLotsACount = 12;     ///< a count sheet has room for so many
constexpr int kTheft = 500;                 ///< of losses reported, and of shortages decided, in a thousand: judgement
constexpr std::int64_t kDecidedAfter = 10;  ///< days after the count

}  // namespace

void StockControl::report_loss() {
  constexpr Role kLosers[] = {Role::depot, Role::unit, Role::unit, Role::dealer};
  const HolderIndex from = world_.any_of(kLosers[chance_.index(std::size(kLosers))], chance_);
  const Holding* holding = world_.stock.any(from, 1, chance_);
  if (holding == nullptr || holding->movable() < 1) return;
  const LotIndex lot = holding->lot;
  const std::int64_t rounds = std::min(holding->movable(), chance_.stepped(10, 300, 10));
  const std::string report = fmt::format("REPORT-{}", ++world_.reports);
  Row row("losses", "loss-" + report);
  row.with("kind", chance_.chance(kTheft) ? "theft" : "loss").with("holder", world_.holder(from).code);
  row.with("place", world_.holder(from).place);
  world_.with_lot(row, lot).with("rounds", rounds).with("stage", "end_use").with("modality", "D07");
  row.with("stock", world_.holder(from).role == Role::dealer ? "private" : "national_stockpile");
  world_.later.losses.push_back(
      row.with("report", report).with("on", to_text(world_.today)).with("basis", "simulated"));
  world_.stock.take(from, lot, rounds);
}

void StockControl::end_of_year() {
  for (const HolderIndex depot : world_.nation.all(Role::depot))
    if (chance_.chance(world_.options.depots_counted)) count(depot);
  for (const HolderIndex depot : world_.nation.all(Role::depot))
    if (chance_.chance(world_.options.depots_destroying)) destroy_some(depot);
}

/// Some of the lots in the store, as those who count write them down.
std::vector<StockControl::Counted> StockControl::count_some(HolderIndex depot, bool concealed) {
  const auto& shelf = world_.stock.of(depot);
  std::vector<Counted> counts;
  const std::size_t first = shelf.empty() ? 0 : chance_.index(shelf.size());
  for (std::size_t i = 0; i < std::min(shelf.size(), kLotsACount); ++i) {
    const Holding& holding = shelf[(first + i) % shelf.size()];
    if (holding.frozen || holding.book < 1) continue;
    std::int64_t in_cases = 0;  // cases are counted by their labels
    for (const CaseIndex box : world_.cases_at[depot])
      if (world_.cases[box].lot == holding.lot) in_cases += kRoundsACase;
    const std::int64_t there = concealed ? holding.book : holding.there();
    counts.push_back({holding.lot, holding.book + in_cases, there + in_cases, there != holding.book});
  }
  return counts;
}

void StockControl::count(HolderIndex depot) {
  const bool concealed = std::ranges::any_of(world_.diversions, [&](const Diversion& diversion) {
    return diversion.kind == DiversionKind::insider && diversion.holder == depot && diversion.concealed;
  });
  std::vector<Counted> counts = count_some(depot, concealed);
  if (counts.empty()) return;
  const bool short_of = std::ranges::any_of(counts, &Counted::diverted);
  std::string told;
  for (Counted& line : counts) {
    // A slip of the pen; not beside a true difference, so that one finding fits them all.
    if (!short_of && chance_.chance(world_.options.miscounts)) line.counted += chance_.stepped(10, 200, 10);
    if (!told.empty()) told += ";";
    const Lot& lot = world_.lots[line.lot];
    told += fmt::format("{} {} {}", world_.holder(lot.maker).code, lot.number(), line.counted);
  }
  Row row("stocktake", fmt::format("stocktake-{}", ++stocktakes_));
  row.with("holder", world_.holder(depot).code).with("place", world_.holder(depot).place).with("counts", told);
  const std::string ref = row.ref;
  world_.later.stocktakes.push_back(row.with("on", to_text(world_.today)).with("basis", "simulated count sheet"));
  decide(depot, counts, ref);
}

/// What the inquiry found, or that it is still open and nothing of the lots may move.
void StockControl::decide(HolderIndex depot, const std::vector<Counted>& counts, const std::string& ref) {
  std::vector<Counted> differing;
  std::ranges::copy_if(counts, std::back_inserter(differing), [](const Counted& c) { return c.book != c.counted; });
  if (differing.empty()) return;
  const bool all_gone =
      std::ranges::all_of(differing, [](const Counted& c) { return c.diverted && c.counted < c.book; });
  if (chance_.chance(world_.options.investigations_left_open)) {
    for (const Counted& line : differing) world_.stock.freeze(depot, line.lot);
    if (all_gone) note_shortage(depot, "shortage under investigation");
    return;
  }
  const bool theft = chance_.chance(kTheft);
  Row row("decide", ref + "-decided");
  row.with("investigation", ref).with("finding", all_gone ? (theft ? "theft" : "loss") : "miscount");
  row.with("on", to_text(Day{world_.today.count + static_cast<int>(kDecidedAfter)}));
  world_.later.decisions.push_back(row.with("basis", "simulated inquiry"));
  if (!all_gone) return;
  for (const Counted& line : differing) world_.stock.write_off(depot, line.lot);
  note_shortage(depot, theft ? "shortage found to be theft" : "shortage found to be loss");
}

void StockControl::note_shortage(HolderIndex depot, std::string_view outcome) {
  for (Diversion& diversion : world_.diversions)
    if (diversion.kind == DiversionKind::insider && diversion.holder == depot) diversion.recorded = outcome;
}

void StockControl::destroy_some(HolderIndex depot) {
  const Holding* holding = world_.stock.any(depot, 1, chance_);
  if (holding == nullptr || holding->movable() < 1) return;
  const LotIndex lot = holding->lot;
  const std::int64_t rounds = holding->movable();
  const std::int64_t number = ++certificates_;
  Row row("destroy", fmt::format("destruction-{}", number));
  row.with("holder", world_.holder(depot).code).with("place", world_.holder(depot).place);
  world_.with_lot(row, lot).with("rounds", rounds).with("method", "burning");
  row.with("authority", world_.the(Role::authority).code)
      .with("witnesses", "Witness 1 (simulated);Witness 2 (simulated)");
  row.with("certificate", fmt::format("CERT-{}", number)).with("on", to_text(world_.today));
  world_.later.destructions.push_back(row.with("basis", "simulated"));
  world_.stock.take(depot, lot, rounds);
}

namespace {

Result<void> hand_in(World& world, std::vector<Row>& rows) {
  for (const Row& row : rows) TRY(world.sink.take(row));
  rows.clear();
  return {};
}

}  // namespace

Result<void> StockControl::hand_in_losses() { return hand_in(world_, world_.later.losses); }

Result<void> StockControl::hand_in_the_rest() {
  TRY(hand_in(world_, world_.later.stocktakes));
  TRY(hand_in(world_, world_.later.decisions));
  return hand_in(world_, world_.later.destructions);
}

}  // namespace lotline::simulation
