#include "simulation/nation.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotline::simulation {

namespace {

/// So many of a kind for a State of that many movements.
std::size_t scaled(std::int64_t movements, std::int64_t for_each, std::int64_t least, std::int64_t most) {
  return static_cast<std::size_t>(std::clamp(movements / for_each, least, most));
}

HolderIndex add(Nation& nation, Holder holder) {
  holder.name += " (simulated)";
  const auto index = static_cast<HolderIndex>(nation.holders.size());
  nation.by_role[static_cast<std::size_t>(holder.role)].push_back(index);
  nation.holders.push_back(std::move(holder));
  nation.depots_of.emplace_back();
  return index;
}

void add_many(Nation& nation, Role role, std::string_view code, std::string_view name, std::string_view place,
              std::size_t count) {
  const std::string home = nation.holders.front().country;
  for (std::size_t i = 1; i <= count; ++i)
    add(nation, {role, fmt::format("{}-{}", code, i), fmt::format("{} {}", name, i), home, std::string{place}});
}

void add_forces(Nation& nation, std::int64_t movements) {
  const std::string home = nation.holders.front().country;
  const std::size_t forces = std::min<std::size_t>(force_kinds().size(), scaled(movements, 4'000, 2, 5));
  const std::size_t depots = std::max(forces, scaled(movements, 4'000, 4, 160));
  std::vector<HolderIndex> heads;
  for (std::size_t i = 0; i < forces; ++i) {
    const ForceKind& kind = force_kinds()[i];
    heads.push_back(
        add(nation, {Role::force, std::string{kind.code}, std::string{kind.name}, home, "CENTRAL-STORE", 0, 0, i}));
  }
  for (std::size_t i = 0; i < depots; ++i) {
    const HolderIndex head = heads[i % forces];
    const Holder force = nation.holders[head];
    const std::size_t number = i / forces + 1;
    const HolderIndex depot = add(nation, {Role::depot, fmt::format("{}-DEPOT-{}", force.code, number),
                                           fmt::format("Depot {} of {}", number, force_kinds()[force.kind].name), home,
                                           "DEPOT", head, 0, force.kind});
    nation.depots_of[head].push_back(depot);
    for (int unit = 1; unit <= 4; ++unit)
      add(nation, {Role::unit, fmt::format("{}-UNIT-{}-{}", force.code, number, unit),
                   fmt::format("Unit {} under depot {} of {}", unit, number, force_kinds()[force.kind].name), home,
                   "ARMOURY", depot, 0, force.kind});
  }
}

void add_recipients_abroad(Nation& nation, std::int64_t movements) {
  constexpr std::string_view kCountries[] = {"PY", "UY", "BO", "PE", "CO", "EC", "CL"};
  const std::size_t count = scaled(movements, 20'000, 2, 30);
  for (std::size_t i = 0; i < count; ++i) {
    std::string country{kCountries[i % std::size(kCountries)]};
    if (country == nation.holders.front().country) country = "MX";
    add(nation, {Role::recipient_abroad, fmt::format("ABROAD-{}", i + 1), fmt::format("Recipient abroad {}", i + 1),
                 std::move(country), ""});
  }
}

std::string_view kind_of(Role role) {
  switch (role) {
    case Role::maker:
      return "manufacturer";
    case Role::importer:
      return "importer";
    case Role::wholesaler:
    case Role::dealer:
      return "dealer";
    case Role::force:
      return "force";
    case Role::depot:
    case Role::unit:
      return "unit";
    case Role::club:
      return "club";
    case Role::recipient_abroad:
      return "company";
    case Role::carrier:
      return "carrier";
    case Role::buyer:
      return "person";
    case Role::authority:
      return "authority";
    case Role::laboratory:
      break;
  }
  return "laboratory";
}

std::string first_day(const Options& options) { return fmt::format("{}-01-01", options.first_year); }

/// In force for as long as a simulated State lasts: how licences are renewed is not simulated.
Row licence(const Options& options, std::string number, std::string_view kind, const Holder& holder) {
  Row row("licences", "licence-" + number);
  row.with("number", std::move(number)).with("kind", std::string{kind}).with("holder", holder.code);
  row.with("issued_on", first_day(options)).with("expires_on", fmt::format("{}-12-31", options.last_year));
  return row.with("description", "small arms ammunition (simulated)").with("basis", "simulated");
}

/// Of a licence that crosses a border.
constexpr std::int64_t kRoundsLicensed = 1'000'000'000'000;

Row& between(Row& row, const std::string& from, const std::string& to, const Holder& recipient) {
  row.with("export_state", from).with("import_state", to).with("transit_states", "none");
  return row.with("final_recipient", recipient.code).with("rounds", kRoundsLicensed);
}

/// To each recipient abroad, who undertook not to pass it on.
Result<void> register_exports(const Nation& nation, const Options& options, const Holder& maker, Sink& sink) {
  for (const HolderIndex index : nation.all(Role::recipient_abroad)) {
    const Holder& recipient = nation.holders[index];
    Row row = licence(options, export_licence(maker, recipient), "export", maker);
    TRY(sink.take(between(row, maker.country, recipient.country, recipient).with("non_retransfer", "yes")));
  }
  return {};
}

}  // namespace

Nation found_nation(const Options& options) {
  Nation nation;
  const std::int64_t n = options.movements;
  nation.makers = std::min<std::size_t>(works().size(), 8 + 3 * static_cast<std::size_t>(doublings(n, 4'000)));
  for (std::size_t i = 0; i < nation.makers; ++i) {
    const Works& maker = works()[i];
    const std::string country = maker.country.empty() ? options.state : std::string{maker.country};
    add(nation, {Role::maker, "MK-" + std::string{maker.code}, fmt::format("Cartridge works {}", maker.code), country,
                 "MAGAZINE", 0, i});
  }
  nation.neighbour = options.state == "AR" ? "CL" : "AR";
  add_many(nation, Role::importer, "IMP", "Importer", "BONDED-STORE", scaled(n, 20'000, 1, 8));
  add_many(nation, Role::wholesaler, "WHO", "Wholesaler", "STORE", scaled(n, 8'000, 2, 40));
  add_many(nation, Role::dealer, "DEA", "Dealer", "SHOP", scaled(n, 1'000, 4, 3'000));
  add_forces(nation, n);
  add_many(nation, Role::club, "CLUB", "Shooting club", "ARMOURY", scaled(n, 5'000, 2, 600));
  add_many(nation, Role::buyer, "SIM-ID", "Buyer", "", scaled(n, 500, 8, 20'000));
  add_recipients_abroad(nation, n);
  add_many(nation, Role::carrier, "CARRIER", "Carrier", "", 1);
  add_many(nation, Role::laboratory, "LAB", "Forensic laboratory", "", 1);
  add_many(nation, Role::authority, "AUTH", "Licensing authority", "", 1);
  return nation;
}

Result<std::vector<std::string>> register_parties(const Nation& nation, const Options& options, Sink& sink) {
  std::vector<std::string> codes;
  for (const Holder& holder : nation.holders) {
    const bool person = holder.role == Role::buyer;
    // A person's number is a personal value: it does not go into a ref.
    Row row("parties", person ? fmt::format("person-{}", codes.size() + 1) : "party-" + holder.code);
    row.with(person ? "number" : "code", holder.code).with("kind", std::string{kind_of(holder.role)});
    row.with("name", holder.name).with("country", holder.country);
    if (holder.role == Role::depot || holder.role == Role::unit) row.with("parent", nation.holders[holder.above].code);
    if (holder.role == Role::maker) row.with("headstamp_codes", std::string{works()[holder.works].code});
    const RecordNumber number = TRY(sink.take(row.with("on", first_day(options)).with("basis", "simulated")));
    codes.push_back(person ? sink.code_of(row, number) : holder.code);
  }
  return codes;
}

Result<void> register_licences(const Nation& nation, const Options& options, Sink& sink) {
  std::vector<HolderIndex> importing = nation.all(Role::force);
  importing.insert(importing.end(), nation.all(Role::importer).begin(), nation.all(Role::importer).end());
  for (const HolderIndex maker : nation.all(Role::maker)) {
    const Holder& works_holder = nation.holders[maker];
    if (nation.at_home(maker)) {
      TRY(sink.take(licence(options, "MFG-" + works_holder.code, "manufacture", works_holder)));
      TRY(register_exports(nation, options, works_holder, sink));
      continue;
    }
    for (const HolderIndex index : importing) {
      const Holder& importer = nation.holders[index];
      Row row = licence(options, import_licence(importer, works()[works_holder.works]), "import", importer);
      TRY(sink.take(between(row, works_holder.country, importer.country, importer)));
    }
  }
  for (const HolderIndex dealer : nation.all(Role::dealer))
    TRY(sink.take(licence(options, "TRADE-" + nation.holders[dealer].code, "trade", nation.holders[dealer])));
  return {};
}

Result<void> register_products(const Nation& nation, const Options& options, Sink& sink) {
  for (std::size_t i = 0; i < nation.makers; ++i) {
    const Works& maker = works()[i];
    for (const auto id : maker.calibres) {
      const Calibre& made = calibre(id);
      const std::string code = product_code(maker, made);
      Row row("products", "product-" + code);
      row.with("code", code).with("designation", fmt::format("{} of works {} (simulated)", made.written, maker.code));
      row.with("calibre", std::string{id}).with("type", made.blank ? "blank" : "ball");
      row.with("item", made.blank ? "blank" : "complete_round").with("colours", std::string{maker.colours});
      TRY(sink.take(row.with("on", first_day(options)).with("basis", "simulated")));
    }
  }
  return {};
}

std::string product_code(const Works& works, const Calibre& calibre) {
  return fmt::format("{}-{}", works.code, calibre.id);
}

std::string import_licence(const Holder& importer, const Works& works) {
  return fmt::format("IMP-{}-{}", importer.code, works.code);
}

std::string export_licence(const Holder& maker, const Holder& recipient) {
  return fmt::format("EXP-{}-{}", maker.code, recipient.code);
}

}  // namespace lotline::simulation
