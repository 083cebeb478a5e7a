#include "simulation/stock.h"

#include "base/check.h"

namespace lotline::simulation {

namespace {
constexpr int kDraws = 6;
}

void Stock::add(HolderIndex holder, LotIndex lot, std::int64_t rounds) {
  Shelf& shelf = holders_[holder];
  const auto [place, is_new] = shelf.places.try_emplace(lot, shelf.holdings.size());
  if (is_new) shelf.holdings.push_back({lot, 0, 0, false});
  shelf.holdings[place->second].book += rounds;
}

Holding& Stock::at(HolderIndex holder, LotIndex lot) {
  Shelf& shelf = holders_[holder];
  const auto place = shelf.places.find(lot);
  CHECK(place != shelf.places.end());
  return shelf.holdings[place->second];
}

void Stock::take(HolderIndex holder, LotIndex lot, std::int64_t rounds) {
  Shelf& shelf = holders_[holder];
  Holding& holding = at(holder, lot);
  CHECK(rounds > 0 && rounds <= holding.there());
  holding.book -= rounds;
  if (holding.book == 0) tidy(shelf, shelf.places.at(lot));
}

void Stock::divert(HolderIndex holder, LotIndex lot, std::int64_t rounds) {
  Holding& holding = at(holder, lot);
  CHECK(rounds > 0 && rounds <= holding.there());
  holding.gone += rounds;
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

void Stock::tidy(Shelf& shelf, std::size_t place) {
  shelf.places.erase(shelf.holdings[place].lot);
  if (place + 1 != shelf.holdings.size()) {
    shelf.holdings[place] = shelf.holdings.back();
    shelf.places.at(shelf.holdings[place].lot) = place;
  }
  shelf.holdings.pop_back();
}

}  // namespace lotline::simulation
