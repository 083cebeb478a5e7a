#include "simulation/world.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotline::simulation {

void Diversion::add(const Loot& loot) {
  taken += loot.rounds;
  const auto known = std::ranges::find_if(pool, [&](const Loot& other) {
    return other.lot == loot.lot && other.holder == loot.holder && other.box == loot.box;
  });
  if (known == pool.end())
    pool.push_back(loot);
  else
    known->rounds += loot.rounds;
}

World::World(const Options& the_options, Sink& the_sink, Truth& the_truth)
    : options(the_options),
      sink(the_sink),
      truth(the_truth),
      nation(found_nation(the_options)),
      supply(nation, options),
      chance(the_options.seed, "acts"),
      cases_at(nation.holders.size()) {
  stock.resize(nation.holders.size());
}

Row& World::with_lot(Row& row, LotIndex lot) const {
  return row.with("maker", holder(lots[lot].maker).code).with("lot", lots[lot].number());
}

Row World::movement(std::string_view act, HolderIndex from, LotIndex lot, std::int64_t rounds) {
  Row row("movements", fmt::format("m{}", ++movements));
  row.with("act", std::string{act}).with("from", holder(from).code).with("from_place", holder(from).place);
  with_lot(row, lot).with("rounds", rounds);
  return row;
}

Result<void> World::write(Row& row) {
  TRY(sink.take(row.with("on", to_text(today)).with("basis", "simulated")));
  return {};
}

std::string case_code(CaseIndex box) {
  const std::string digits = fmt::format("09521234{:09}", box);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 3 : 1);
  return fmt::format("(00){}{}", digits, (10 - sum % 10) % 10);
}

}  // namespace lotline::simulation
