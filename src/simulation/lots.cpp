#include "simulation/lots.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"

namespace lotline::simulation {

namespace {

constexpr int kOldest = 1940;                         ///< year of the oldest lot on hand when the register opened
constexpr int kOfficial = 650;                        ///< lots for a State's body, in a thousand: judgement
constexpr std::string_view kMonths = "ABCDEFGHJKLM";  ///< MIL-STD-1168: without I

Day any_day(int year, Generator& chance) { return {day_of(year, 1, 1).count + static_cast<int>(chance.below(360))}; }

std::size_t number_of(const Calibre& calibre) { return static_cast<std::size_t>(&calibre - calibres().data()); }

}  // namespace

std::string Lot::number() const {
  const Works& maker = simulation::works()[works];
  switch (maker.style) {
    case Style::year:
      return fmt::format("{:03}-{}-{:02}", serial, maker.code, year % 100);
    case Style::year_and_calibre:
      return fmt::format("{}{:02}{}{:03}-{:03}", maker.code, year % 100, kMonths[static_cast<std::size_t>(month - 1)],
                         serial / 100 + 1, serial % 100 + 1);
    case Style::calibre:
      break;
  }
  return fmt::format("{}{:02}-{:04}", maker.code.substr(0, 1), year % 100, serial);
}

std::string Lot::stamp() const { return stamp_of(simulation::works()[works], *calibre, year); }
std::string Lot::product() const { return product_code(simulation::works()[works], *calibre); }

Supply::Supply(const Nation& nation, const Options& options)
    : nation_(nation),
      options_(options),
      chance_(options.seed, "lots"),
      makers_of_(calibres().size()),
      serials_(nation.makers, std::vector<int>(static_cast<std::size_t>(options.last_year - kOldest + 1))) {
  for (std::size_t i = 0; i < nation.makers; ++i)
    for (const auto id : works()[i].calibres) makers_of_[number_of(calibre(id))].push_back(i);
}

void Supply::lots_of(int year, std::vector<Lot>& lots) {
  // Shared out so that the years add up to the whole whatever its size.
  const std::int64_t all = std::max<std::int64_t>(options_.movements / options_.movements_a_lot, 20);
  const std::int64_t opening = std::max<std::int64_t>(all * options_.opening_lots / 1000, 6);
  const std::int64_t years = options_.last_year - options_.first_year + 1;
  const std::int64_t at = year - options_.first_year;
  const std::int64_t made = (all - opening) * (at + 1) / years - (all - opening) * at / years;
  const std::size_t first = lots.size();
  for (std::int64_t i = 0; at == 0 && i < opening; ++i) lots.push_back(one(year, true));
  for (std::int64_t i = 0; i < made; ++i) lots.push_back(one(year, false));
  std::ranges::stable_sort(lots.begin() + static_cast<std::ptrdiff_t>(first), lots.end(), {}, &Lot::enters);
}

std::size_t Supply::works_for(std::string_view id) {
  const auto& makers = makers_of_[number_of(calibre(id))];
  CHECK(!makers.empty());
  return makers[Weighted::falling(makers.size()).pick(chance_)];
}

Lot Supply::one(int year, bool opening) {
  Lot lot;
  lot.official = chance_.chance(kOfficial);
  HolderIndex force = 0;
  if (lot.official) {
    const auto& forces = nation_.all(Role::force);
    force = forces[Weighted::falling(forces.size()).pick(chance_)];
    const auto& used = force_kinds()[nation_.holders[force].kind].calibres;
    lot.calibre = &calibre(used[Weighted::falling(used.size()).pick(chance_)]);
    lot.works = works_for(lot.calibre->id);
  } else {
    lot.works = Weighted::falling(nation_.makers).pick(chance_);
    const auto& made = works()[lot.works].calibres;
    lot.calibre = &calibre(made[Weighted::falling(made.size()).pick(chance_)]);
  }
  lot.enters = opening ? Day{day_of(year, 1, 2).count + static_cast<int>(chance_.below(60))} : any_day(year, chance_);
  lot.year = opening ? static_cast<int>(chance_.between(kOldest + 5, year - 1)) : year;
  lot.month = static_cast<int>(chance_.between(1, 12));
  if (!opening) lot.month = std::min(lot.month, std::max(1, (lot.enters.count - day_of(year, 1, 1).count) / 31 + 1));
  lot.serial = ++serials_[lot.works][static_cast<std::size_t>(lot.year - kOldest)];
  lot.rounds = chance_.stepped(options_.lot_least, options_.lot_most, 500);
  const HolderIndex maker = nation_.all(Role::maker)[lot.works];
  const auto& importers = nation_.all(Role::importer);
  const auto& wholesalers = nation_.all(Role::wholesaler);
  if (nation_.at_home(maker)) {
    lot.enters_at = maker;
    lot.recipient = lot.official ? force : wholesalers[chance_.index(wholesalers.size())];
  } else {
    lot.enters_at = lot.official ? force : importers[chance_.index(importers.size())];
    lot.recipient = lot.enters_at;
  }
  return lot;
}

Row lot_row(const Lot& lot, const Nation& nation) {
  const Holder& maker = nation.holders[nation.all(Role::maker)[lot.works]];
  const Holder& holder = nation.holders[lot.enters_at];
  const bool import = holder.role != Role::maker;
  Row row("lots", fmt::format("lot-{}-{}", maker.code, lot.number()));
  row.with("maker", maker.code).with("lot", lot.number()).with("product", lot.product());
  row.with("made_on", fmt::format("{}-{:02}", lot.year, lot.month)).with("act", import ? "import" : "manufacture");
  row.with("rounds", lot.rounds).with("importer", import ? holder.code : "").with("place", holder.place);
  row.with("first_recipient", nation.holders[lot.recipient].code);
  row.with("licence", import ? import_licence(holder, works()[lot.works]) : "MFG-" + maker.code);
  row.with("channel", lot.official ? "official" : "commercial").with("headstamp", lot.stamp());
  const bool dated = works()[lot.works].style != Style::calibre;
  row.with("cartridge_marks", lot.marked_singly() ? "lot;manufacturer;year"
                              : dated             ? "manufacturer;year"
                                                  : "manufacturer;calibre");
  row.with("package_marks", "lot;manufacturer;calibre;type");
  return row.with("on", to_text(lot.enters)).with("basis", "simulated");
}

}  // namespace lotline::simulation
