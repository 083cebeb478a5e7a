#include "exchange/epcis_shipments.h"

#include <algorithm>

#include "custody/refusals.h"
#include "exchange/refusals.h"
#include "service/logged.h"
#include "service/refusals.h"

namespace lotline::exchange {

namespace {

using custody::Standing;

/// A package or a lot named by the event, and the dispatch it is on.
struct Item {
  Draft draft;
  ShipmentId shipment;
  PackageId package;
  LotId lot;
  Rounds rounds;
};

/// What is left of a dispatch.
struct Rest {
  std::vector<PackageId> packages;
  std::map<LotId, Rounds> loose;

  friend bool operator==(const Rest&, const Rest&) = default;
};

Rest rest_of(const custody::Book& book, ShipmentId shipment) {
  Rest rest;
  const std::string where = custody::where_of(shipment);
  book.shipment_packages.scan(make_key(shipment), [&](const custody::ShipmentPackageRow& row) {
    const auto package = book.packages.find(make_key(row.package));
    if (package && !package->parent && package->standing == Standing::in_transit && package->where == where)
      rest.packages.push_back(row.package);
    return true;
  });
  book.shipment_lines.scan(make_key(shipment), [&](const custody::ShipmentLineRow& line) {
    book.accounts.scan(make_key(line.lot), [&](const custody::AccountRow& account) {
      if (account.standing == Standing::in_transit && account.where == where && account.loose() > Rounds{})
        rest.loose[line.lot] += account.loose();
      return true;
    });
    return true;
  });
  return rest;
}

/// Whether a dispatch rests on a document that the event names too.
bool shares_a_document(const Told& told, ShipmentId shipment) {
  const auto record = service::logged(told.names().desk().store, shipment.number);
  return record && std::ranges::any_of(told.event().transactions, [&](const EpcisTransaction& each) {
           return record->basis.contains(each.id.canonical);
         });
}

/// The dispatches that bring so many rounds of a lot to the party, or that it sent when they are called back.
std::vector<ShipmentId> on_the_way(const Told& told, const NamedLine& line, const std::string& party,
                                   bool called_back) {
  auto& book = told.names().desk().store.state().book;
  std::vector<ShipmentId> found;
  book.accounts.scan(make_key(line.id), [&](const custody::AccountRow& account) {
    if (account.standing != Standing::in_transit || account.loose() < line.rounds) return true;
    const ShipmentId id = custody::shipment_of({account.possessor, account.standing, account.where});
    const auto shipment = book.shipments.find(make_key(id));
    const PartyId end = called_back ? shipment->from : shipment->to;
    if (party.empty() || told.names().party_code(end) == party) found.push_back(id);
    return true;
  });
  return found;
}

Result<ShipmentId> dispatch_of(const Told& told, const NamedLine& line, const std::string& party, bool called_back) {
  auto found = on_the_way(told, line, party, called_back);
  if (found.size() > 1) std::erase_if(found, [&](ShipmentId shipment) { return !shares_a_document(told, shipment); });
  if (found.empty())
    return refuse(custody::receipt_without_dispatch, "{} rounds of lot {}", line.rounds.count(), line.lot);
  if (found.size() > 1) return refuse(several_dispatches, "lot {}", line.lot);
  return found.front();
}

/// The dispatch an extension names by its event.
Result<ShipmentId> named_dispatch(const Told& told) {
  const std::string event_id = own_text(told.event().extensions, "dispatch");
  if (event_id.empty()) return ShipmentId{};
  return ShipmentId{TRY(told.names().record_of(event_id, [](RecordNumber, const service::What& what) {
    const auto* movement = std::get_if<custody::MovementPosted>(&what);
    return movement != nullptr && movement->act == custody::Act::dispatch;
  }))};
}

Result<Item> package_item(const Told& told, std::size_t at) {
  Item item{told.draft("movements", fmt::format(".epcList[{}]", at)), {}, {}, {}, {}};
  const auto package = TRY(told.names().package(told.event().epcs[at]));
  item.package = package.id;
  item.shipment = custody::shipment_of(package.side());
  if (!item.shipment) return refuse(custody::receipt_without_dispatch, "package {} is not on the way", package.code);
  item.draft.set("package", package.code);
  return item;
}

Result<Item> lot_item(const Told& told, std::size_t at, ShipmentId named, const std::string& party, bool called_back) {
  Item item{told.draft("movements", fmt::format(".quantityList[{}]", at)), named, {}, {}, {}};
  const NamedLine line = TRY(told.names().line(told.event().quantities[at]));
  item.lot = line.id;
  item.rounds = line.rounds;
  if (!named) item.shipment = TRY(dispatch_of(told, line, party, called_back));
  item.draft.set(line);
  return item;
}

}  // namespace

Result<Drafts> drafts_of_shipments(const Told& told, std::string_view act) {
  const EpcisEvent& event = told.event();
  const bool called_back = act == "void";
  const NamedPlace end = called_back ? TRY(told.here()) : TRY(told.taker());
  const ShipmentId named = TRY(named_dispatch(told));
  std::vector<Item> items;
  for (std::size_t i = 0; i < event.epcs.size(); ++i) items.push_back(TRY(package_item(told, i)));
  for (std::size_t i = 0; i < event.quantities.size(); ++i)
    items.push_back(TRY(lot_item(told, i, named, end.holder, called_back)));

  std::map<ShipmentId, Rest> named_of;
  for (const Item& item : items) {
    Rest& rest = named_of[item.shipment];
    if (item.package)
      rest.packages.push_back(item.package);
    else
      rest.loose[item.lot] += item.rounds;
  }
  Drafts drafts;
  for (auto& [shipment, rest] : named_of) {
    std::ranges::sort(rest.packages);
    const bool all = rest == rest_of(told.names().desk().store.state().book, shipment);
    for (Item& item : items) {
      if (item.shipment != shipment) continue;
      Draft draft = all ? told.draft("movements") : std::move(item.draft);
      draft.set("act", std::string{act});
      draft.set("dispatch", fmt::format("{}", shipment.number));
      if (!called_back) draft.set("to", end.holder);
      if (!called_back) draft.set("to_place", end.place);
      drafts.push_back(std::move(draft));
      if (all) break;
    }
  }
  return drafts;
}

}  // namespace lotline::exchange
