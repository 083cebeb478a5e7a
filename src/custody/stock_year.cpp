#include "custody/stock_year.h"

namespace lotline::custody {

namespace {

/// The column of a standing other than held; none for those that nothing is asked about.
Rounds* column_of(StockYearRow& row, Standing standing) {
  switch (standing) {
    case Standing::in_transit:
      return &row.in_transit;
    case Standing::expended:
      return &row.expended;
    case Standing::sold:
      return &row.sold;
    case Standing::exported:
      return &row.exported;
    case Standing::lost:
      return &row.lost;
    case Standing::stolen:
      return &row.stolen;
    default:
      return nullptr;
  }
}

bool is_counted(const Side& side) {
  StockYearRow none;
  return side.possessor && (side.standing == Standing::held || column_of(none, side.standing) != nullptr);
}

/// In the row of the lot's kind and in that of all kinds together.
void change_rows(const StockByYear& stock, const LotRow& lot, const YearChange& change) {
  for (const bool all : {false, true}) {
    StockYearRow row;
    row.possessor = change.possessor;
    row.year = change.year;
    if (!all) {
      row.maker = lot.maker;
      row.product = lot.product;
      row.made = lot.made_first.year();
    }
    if (auto known = stock.years.find(key_of(row))) row = *std::move(known);
    change_year(row, change);
    stock.years.put(row);
  }
}

/// In the row of the lot's kind and in that of all kinds together.
void change_kinds(const StockByYear& stock, const LotRow& lot, std::int64_t lots, Rounds entered) {
  for (const bool all : {false, true}) {
    RoundKindRow row;
    if (!all) row = {lot.maker, lot.product, lot.made_first.year(), lot.headstamp, 0, Rounds{}};
    if (auto known = stock.kinds.find(key_of(row))) row = *std::move(known);
    row.lots += lots;
    row.entered += entered;
    stock.kinds.put(row);
  }
}

void count_holder(const StockByYear& stock, const LotRow& lot, PartyId possessor, Rounds rounds) {
  for (const bool all : {false, true}) {
    ProductHolderRow row;
    row.possessor = possessor;
    if (!all) {
      row.maker = lot.maker;
      row.product = lot.product;
    }
    if (auto known = stock.holders.find(key_of(row))) row = *known;
    row.arrived += rounds;
    stock.holders.put(row);
  }
}

}  // namespace

CountedSides counted_sides(const Table<ShipmentRow>& shipments, const Side& from, const Side& to) {
  CountedSides sides{from, to};
  const auto sender = [&](const Side& side, PartyId otherwise) {
    const auto row = shipments.find(make_key(shipment_of(side)));
    return row ? row->from : otherwise;
  };
  if (to.standing == Standing::in_transit) sides.to.possessor = sender(to, from.possessor);
  if (from.standing != Standing::in_transit) return sides;
  sides.from.possessor = sender(from, from.possessor);
  if (to.standing == Standing::lost || to.standing == Standing::stolen) sides.to.possessor = sides.from.possessor;
  return sides;
}

std::vector<YearChange> year_changes(const CountedSides& sides, Rounds rounds, const When& happened) {
  const auto& [from, to] = sides;
  const bool between_stores = from.possessor == to.possessor && from.standing == to.standing;
  std::vector<YearChange> changes;
  if (between_stores) return changes;
  if (is_counted(from)) changes.push_back({from.possessor, happened.last.year(), from.standing, rounds, false});
  if (is_counted(to)) changes.push_back({to.possessor, happened.first.year(), to.standing, rounds, true});
  return changes;
}

void change_year(StockYearRow& row, const YearChange& change) {
  if (change.standing == Standing::held)
    (change.adds ? row.arrived : row.left) += change.rounds;
  else
    *column_of(row, change.standing) += change.adds ? change.rounds : -change.rounds;
}

void count_lot(const StockByYear& stock, const LotRow& lot) { change_kinds(stock, lot, 1, Rounds{}); }

void count_rounds(const StockByYear& stock, const LotRow& lot, const CountedSides& sides, Rounds rounds,
                  const When& happened) {
  const auto& [from, to] = sides;
  if (is_source(from.standing) != is_source(to.standing))
    change_kinds(stock, lot, 0, is_source(from.standing) ? rounds : -rounds);
  for (const YearChange& change : year_changes(sides, rounds, happened)) change_rows(stock, lot, change);
  const bool had_them = to.possessor == from.possessor && !is_source(from.standing);
  const bool comes = to.standing == Standing::held || to.standing == Standing::exported;
  if (comes && to.possessor && !had_them) count_holder(stock, lot, to.possessor, rounds);
}

}  // namespace lotline::custody
