#include "simulation/lots.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"

namespace lotline::simulation {

namespace {

constexpr int kOldest = 1940;                         ///< year before the oldest lot
constexpr int kYearsOfOldStock = 25;                  ///< before the register opened: judgement
constexpr int kYearsOnHand = 20;                      ///< lots on hand at the opening are at most so old: judgement
constexpr std::int64_t kCommercialABlank = 10;        ///< one commercial lot of so many is of blanks: judgement
constexpr std::string_view kMonths = "ABCDEFGHJKLM";  ///< MIL-STD-1168: without I

Day any_day(int year, Generator& chance) { return {day_of(year, 1, 1).count + static_cast<int>(chance.below(360))}; }

std::size_t number_of(const Calibre& calibre) { return static_cast<std::size_t>(&calibre - calibres().data()); }

}  // namespace

std::string Lot::number() const {
  switch (works->style) {
    case Style::year:
      return fmt::format("{:03}-{}-{:02}", serial, works->code, year % 100);
    case Style::year_and_calibre:
      return fmt::format("{}{:02}{}{:03}-{:03}", works->code, year % 100, kMonths[static_cast<std::size_t>(month - 1)],
                         serial / 100 + 1, serial % 100 + 1);
    case Style::calibre:
      break;
  }
  return fmt::format("{}{:02}-{:04}", works->code.substr(0, 1), year % 100, serial);
}

Weighted Supply::shares(std::size_t count) const {
  return options_.few_makers_dominate ? Weighted::falling(count) : Weighted::equal(count);
}

Supply::Supply(const Nation& nation, const Options& options)
    : nation_(nation),
      options_(options),
      chance_(options.seed, "lots"),
      forces_(Weighted::falling(nation.all(Role::force).size())),
      makers_(shares(nation.makers)),
      makers_of_(calibres().size()),
      serials_(nation.makers, std::vector<int>(static_cast<std::size_t>(options.last_year - kOldest + 1))) {
  for (std::size_t i = 0; i < nation.makers; ++i)
    for (const auto id : works()[i].calibres) makers_of_[number_of(calibre(id))].push_back(i);
  for (std::size_t count = 1; count <= nation.makers; ++count) of_.push_back(shares(count));
}

void Supply::lots_of(int year, std::vector<Lot>& lots) {
  // Shared out so that the years add up to the whole whatever its size.
  const std::int64_t all = std::max<std::int64_t>(options_.movements / options_.movements_a_lot, 40);
  const std::int64_t opening = std::max<std::int64_t>(all * options_.opening_lots / 1000, 6);
  const std::int64_t years = options_.last_year - options_.first_year + 1;
  const std::int64_t at = year - options_.first_year;
  const std::int64_t made = (all - opening) * (at + 1) / years - (all - opening) * at / years;
  const std::size_t first = lots.size();
  for (std::int64_t i = 0; at == 0 && i < opening; ++i) lots.push_back(one(year, true));
  for (std::int64_t i = 0; i < made; ++i) lots.push_back(one(year, false));
  std::ranges::stable_sort(lots.begin() + static_cast<std::ptrdiff_t>(first), lots.end(), {}, &Lot::enters);
}

/// For a force, in a calibre it uses.
void Supply::choose_official(Lot& lot) {
  const auto& forces = nation_.all(Role::force);
  lot.recipient = forces[forces_.pick(chance_)];
  const auto& used = force_kinds()[nation_.holders[lot.recipient].kind].calibres;
  lot.calibre = &calibre(used[Weighted::falling(used.size()).pick(chance_)]);
  const auto& makers = makers_of_[number_of(*lot.calibre)];
  CHECK(!makers.empty());
  const std::size_t maker = makers[of_[makers.size() - 1].pick(chance_)];
  lot.works = &works()[maker];
  lot.maker = nation_.all(Role::maker)[maker];
  lot.enters_at = nation_.at_home(lot.maker) ? lot.maker : lot.recipient;
}

void Supply::choose_commercial(Lot& lot) {
  std::size_t maker = makers_.pick(chance_);
  if (++commercial_ % kCommercialABlank == 2) {
    const auto& makers = makers_of_[number_of(calibre("9PAK"))];
    maker = makers[chance_.index(makers.size())];
    lot.calibre = &calibre("9PAK");
  }
  lot.works = &works()[maker];
  lot.maker = nation_.all(Role::maker)[maker];
  if (lot.calibre == nullptr) {
    const auto& made = lot.works->calibres;
    lot.calibre = &calibre(made[Weighted::falling(made.size()).pick(chance_)]);
  }
  const auto& importers = nation_.all(Role::importer);
  const auto& wholesalers = nation_.all(Role::wholesaler);
  const bool home = nation_.at_home(lot.maker);
  lot.enters_at = home ? lot.maker : importers[chance_.index(importers.size())];
  lot.recipient = home ? wholesalers[chance_.index(wholesalers.size())] : lot.enters_at;
}

Lot Supply::one(int year, bool opening) {
  Lot lot;
  lot.official = chance_.chance(options_.official_lots);
  lot.official ? choose_official(lot) : choose_commercial(lot);
  lot.enters = opening ? Day{day_of(year, 1, 2).count + static_cast<int>(chance_.below(60))} : any_day(year, chance_);
  lot.year = opening ? static_cast<int>(chance_.between(year - kYearsOnHand, year - 1)) : year;
  lot.month = static_cast<int>(chance_.between(1, 12));
  if (!opening) lot.month = std::min(lot.month, (lot.enters.count - day_of(year, 1, 1).count) / 31 + 1);
  const auto works_index = static_cast<std::size_t>(lot.works - works().data());
  lot.serial = ++serials_[works_index][static_cast<std::size_t>(lot.year - kOldest)];
  lot.rounds = chance_.stepped(options_.lot_least, options_.lot_most, 500);
  if (lot.official && chance_.chance(options_.packed_lots)) lot.cases = static_cast<int>(chance_.between(2, 6));
  return lot;
}

Lot Supply::unrecorded() {
  constexpr int kClosedWorks = 350;  ///< rounds of works that no register knows, in a thousand: judgement
  Lot lot;
  lot.on_record = false;
  const auto from = chance_.chance(kClosedWorks) ? closed_works() : works();
  lot.works = &from[chance_.index(from.size())];
  while (lot.works->style == Style::calibre) lot.works = &from[chance_.index(from.size())];
  lot.calibre = &calibre(lot.works->calibres.front());
  lot.year = static_cast<int>(options_.first_year - 1 - chance_.between(0, kYearsOfOldStock - 1));
  lot.serial = static_cast<int>(chance_.between(200, 900));
  return lot;
}

Row lot_row(const Lot& lot, const Nation& nation) {
  const Holder& maker = nation.holders[lot.maker];
  const Holder& holder = nation.holders[lot.enters_at];
  const bool import = holder.role != Role::maker;
  Row row("lots", fmt::format("lot-{}-{}", maker.code, lot.number()));
  row.with("maker", maker.code).with("lot", lot.number()).with("product", lot.product());
  row.with("made_on", fmt::format("{}-{:02}", lot.year, lot.month)).with("act", import ? "import" : "manufacture");
  row.with("rounds", lot.rounds).with("importer", import ? holder.code : "").with("place", holder.place);
  row.with("first_recipient", nation.holders[lot.recipient].code);
  row.with("licence", import ? import_licence(holder, *lot.works) : "MFG-" + maker.code);
  row.with("channel", lot.official ? "official" : "commercial").with("headstamp", lot.stamp());
  const bool dated = lot.works->style != Style::calibre;
  row.with("cartridge_marks", lot.marked_singly() ? "lot;manufacturer;year"
                              : dated             ? "manufacturer;year"
                                                  : "manufacturer;calibre");
  row.with("package_marks", "lot;manufacturer;calibre;type");
  return row.with("on", to_text(lot.enters)).with("basis", "simulated");
}

}  // namespace lotline::simulation
