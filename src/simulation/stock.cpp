#include "simulation/stock.h"

#include "base/check.h"

namespace lotline::simulation {

namespace {
constexpr int kDraws = 6;
}

Holding& Stock::at(HolderIndex holder, LotIndex lot) {
  Shelf& shelf = holders_[holder];
  const auto place = shelf.places.find(lot);
  CHECK(place != shelf.places.end());
  return shelf.holdings[place->second];
}

Holding& Stock::made_at(HolderIndex holder, LotIndex lot) {
  Shelf& shelf = holders_[holder];
  const auto [place, is_new] = shelf.places.try_emplace(lot, shelf.holdings.size());
  if (is_new) shelf.holdings.push_back({lot, 0, 0, false});
  return shelf.holdings[place->second];
}

void Stock::add(HolderIndex holder, LotIndex lot, std::int64_t rounds) {
  made_at(holder, lot).book += rounds;
  tidy(holder, lot);
}

void Stock::add_unrecorded(HolderIndex holder, LotIndex lot, std::int64_t rounds) {
  made_at(holder, lot).gone -= rounds;
  tidy(holder, lot);
}

void Stock::take(HolderIndex holder, LotIndex lot, std::int64_t rounds) {
  Holding& holding = at(holder, lot);
  CHECK(rounds > 0 && rounds <= holding.movable());
  holding.book -= rounds;
  tidy(holder, lot);
}

void Stock::divert(HolderIndex holder, LotIndex lot, std::int64_t rounds) {
  Holding& holding = at(holder, lot);
  CHECK(rounds > 0 && rounds <= holding.there());
  holding.gone += rounds;
  tidy(holder, lot);
}

void Stock::write_off(HolderIndex holder, LotIndex lot) {
  Holding& holding = at(holder, lot);
  CHECK(holding.gone > 0);
  holding.book -= holding.gone;
  holding.gone = 0;
  tidy(holder, lot);
}

const Holding* Stock::any(HolderIndex holder, std::int64_t rounds, Generator& chance) const {
  const auto& holdings = holders_[holder].holdings;
  if (holdings.empty()) return nullptr;
  for (int draw = 0; draw < kDraws; ++draw) {
    const Holding& holding = holdings[chance.index(holdings.size())];
    if (holding.there() >= rounds) return &holding;
  }
  return nullptr;
}

bool Stock::frozen(HolderIndex holder, LotIndex lot) const {
  const Shelf& shelf = holders_[holder];
  const auto place = shelf.places.find(lot);
  return place != shelf.places.end() && shelf.holdings[place->second].frozen;
}

/// Takes a holding that is empty by the book and in truth off its shelf.
void Stock::tidy(HolderIndex holder, LotIndex lot) {
  Shelf& shelf = holders_[holder];
  const std::size_t place = shelf.places.at(lot);
  const Holding& holding = shelf.holdings[place];
  if (holding.book != 0 || holding.gone != 0) return;
  shelf.places.erase(lot);
  if (place + 1 != shelf.holdings.size()) {
    shelf.holdings[place] = shelf.holdings.back();
    shelf.places.at(shelf.holdings[place].lot) = place;
  }
  shelf.holdings.pop_back();
}

}  // namespace lotline::simulation
