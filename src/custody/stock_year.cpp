#include "custody/stock_year.h"

#include <algorithm>

namespace lotline::custody {

namespace {

/// Each count of a year with its letter in the text of a row, in the order in which they stand there.
constexpr std::array kCounts{std::pair{'a', &StockYear::arrived},    std::pair{'l', &StockYear::left},
                             std::pair{'t', &StockYear::in_transit}, std::pair{'e', &StockYear::expended},
                             std::pair{'s', &StockYear::sold},       std::pair{'x', &StockYear::exported},
                             std::pair{'o', &StockYear::lost},       std::pair{'h', &StockYear::stolen}};

/// The count of a standing other than held; none for those that nothing is asked about.
Rounds StockYear::* count_of(Standing standing) {
  switch (standing) {
    case Standing::in_transit:
      return &StockYear::in_transit;
    case Standing::expended:
      return &StockYear::expended;
    case Standing::sold:
      return &StockYear::sold;
    case Standing::exported:
      return &StockYear::exported;
    case Standing::lost:
      return &StockYear::lost;
    case Standing::stolen:
      return &StockYear::stolen;
    default:
      return nullptr;
  }
}

bool is_counted(const Side& side) {
  return side.possessor && (side.standing == Standing::held || count_of(side.standing) != nullptr);
}

/// Of a count of rounds or the number of a record; so many fit into the number whatever they are.
constexpr std::size_t kMostDigits = 18;

/// Takes a number off the front of what this module wrote; a register that was damaged is a broken invariant. By hand:
/// a look at all holders reads them by the million.
std::int64_t number_off(std::string_view& text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::size_t at = 0;
  std::int64_t number = 0;
  for (; at < text.size() && at < kMostDigits && text[at] >= '0' && text[at] <= '9'; ++at)
    number = 10 * number + (text[at] - '0');
  CHECK(at > 0);
  text.remove_prefix(at);
  return negative ? -number : number;
}

char letter_off(std::string_view& text) {
  CHECK(!text.empty());
  const char letter = text.front();
  text.remove_prefix(1);
  return letter;
}

/// Takes a year off the front, its semicolon too.
StockYear year_off(std::string_view& text) {
  StockYear year;
  year.year = static_cast<int>(number_off(text));
  for (char letter = letter_off(text); letter != ';'; letter = letter_off(text)) {
    const auto* const count = std::ranges::find(kCounts, letter, [](const auto& one) { return one.first; });
    CHECK(count != kCounts.end());
    year.*count->second = Rounds(number_off(text));
  }
  return year;
}

void append(std::string& text, std::int64_t number) {
  const fmt::format_int digits(number);
  text.append(digits.data(), digits.size());
}

std::string as_text(const StockYear& year) {
  std::string text;
  append(text, year.year);
  for (const auto& [letter, count] : kCounts) {
    const std::int64_t rounds = (year.*count).count();
    if (rounds == 0) continue;
    text.push_back(letter);
    append(text, rounds);
  }
  text.push_back(';');
  return text;
}

/// Looked for from the end: most entries are of the last year that a row has.
void change_years(std::string& years, const YearChange& change) {
  std::size_t end = years.size();
  StockYear found;
  std::size_t begin = end;
  while (end > 0) {
    begin = end < 2 ? 0 : years.rfind(';', end - 2) + 1;  // npos + 1: the first year has none before it
    std::string_view text = std::string_view{years}.substr(begin, end - begin);
    if (number_off(text) <= change.year) break;
    end = begin;
  }
  if (end > 0) {
    std::string_view text = std::string_view{years}.substr(begin, end - begin);
    found = year_off(text);
  }
  const bool there = end > 0 && found.year == change.year;
  if (!there) {
    begin = end;
    found = StockYear{};
    found.year = change.year;
  }
  change_year(found, change);
  years.replace(begin, end - begin, as_text(found));
}

/// In the row of the lot's kind and in that of all kinds together.
void change_rows(const StockByYear& stock, const LotRow& lot, const YearChange& change) {
  for (const bool all : {false, true}) {
    StockYearsRow row;
    row.possessor = change.possessor;
    if (!all) {
      row.maker = lot.maker;
      row.product = lot.product;
      row.made = lot.made_first.year();
    }
    if (auto known = stock.years.find(key_of(row))) row = *std::move(known);
    change_years(row.years, change);
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
  HolderProductsRow row = stock.holders.find(make_key(possessor)).value_or(HolderProductsRow{possessor, {}, {}});
  row.arrived += rounds;
  std::string product = ";";
  append(product, lot.maker.number);
  product.push_back('/');
  append(product, lot.product.number);
  product.push_back(':');
  const std::string_view first = std::string_view{product}.substr(1);
  const std::size_t found = row.products.starts_with(first) ? 0 : row.products.find(product);
  if (found == std::string::npos) {
    row.products += first;
    append(row.products, rounds.count());
    row.products.push_back(';');
  } else {
    const std::size_t begin = found == 0 ? first.size() : found + product.size();
    std::string_view text = std::string_view{row.products}.substr(begin);
    const std::size_t before = text.size();
    std::string arrived;
    append(arrived, number_off(text) + rounds.count());
    row.products.replace(begin, before - text.size(), arrived);
  }
  stock.holders.put(row);
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

void change_year(StockYear& year, const YearChange& change) {
  if (change.standing == Standing::held)
    (change.adds ? year.arrived : year.left) += change.rounds;
  else
    year.*count_of(change.standing) += change.adds ? change.rounds : -change.rounds;
}

std::vector<StockYear> years_of(const StockYearsRow& row) {
  std::vector<StockYear> years;
  for (std::string_view text = row.years; !text.empty();) years.push_back(year_off(text));
  return years;
}

void each_product(std::string_view products, const std::function<void(const ProductArrived&)>& take) {
  while (!products.empty()) {
    ProductArrived one;
    one.maker = PartyId{number_off(products)};
    CHECK(letter_off(products) == '/');
    one.product = ProductId{number_off(products)};
    CHECK(letter_off(products) == ':');
    one.arrived = Rounds(number_off(products));
    CHECK(letter_off(products) == ';');
    take(one);
  }
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
