#include "exchange/epcis_export_names.h"

#include "exchange/epcis_names.h"
#include "marking/gs1_identifiers.h"
#include "marking/package_code.h"

namespace lotline::exchange {

namespace {

/// Longest lot number that GS1 allows, (10).
constexpr std::size_t kLongestLot = 20;

bool is_gs1_lot(const custody::LotRow& lot) {
  return lot.kind != custody::LotKind::loose && !lot.number.empty() && lot.number.size() <= kLongestLot &&
         marking::in_character_set(lot.number, 'X');
}

}  // namespace

std::string ExportNames::party(PartyId id) {
  const auto row = store_.state().parties.parties.find(make_key(id));
  CHECK(row.has_value());
  parties_.insert(id);
  return row->pgln.empty() ? own_uri("party", {row->code}) : epcis_pgln_link(row->pgln);
}

std::string ExportNames::place(PartyId holder, const std::string& place) {
  auto& directory = store_.state().parties;
  std::optional<parties::PlaceRow> found;
  directory.places.scan_by("party", holder.number, [&](const parties::PlaceRow& row) {
    if (row.place == place) found = row;
    return !found;
  });
  parties_.insert(holder);
  if (!found) return own_uri("place", {directory.parties.find(make_key(holder))->code, place});
  places_.emplace(found->number, *found);
  return master_element(store_, *found).id;
}

std::string ExportNames::licence(LicenceId id) {
  const auto row = store_.state().licences.licences.find(make_key(id));
  CHECK(row.has_value());
  licences_.insert(id);
  return master_element(store_, *row).id;
}

std::string ExportNames::package(PackageId id) const {
  const auto row = store_.state().book.packages.find(make_key(id));
  CHECK(row.has_value());
  const auto code = marking::read_package_code(row->code, Day{});
  const std::size_t elements = code ? code->elements.size() : 0;
  if (elements == 1 && code->sscc) return epcis_sscc_link(*code->sscc);
  if (elements == 2 && code->gtin && code->serial) return epcis_sgtin_link(*code->gtin, *code->serial);
  return own_uri("package", {row->code});
}

std::string ExportNames::own_lot_uri(const custody::LotRow& lot) {
  if (const auto known = loosened_by_.find(lot.id); known != loosened_by_.end())
    return own_uri("loose", {known->second});
  auto& state = store_.state();
  return own_uri("lot", {state.parties.parties.find(make_key(lot.maker))->code,
                         state.book.products.find(make_key(lot.product))->code, lot.number});
}

OutgoingQuantity ExportNames::lot(LotId id, Rounds rounds) {
  auto& state = store_.state();
  const auto lot = state.book.lots.find(make_key(id));
  CHECK(lot.has_value());
  parties_.insert(lot->maker);
  products_.insert(lot->product);
  std::optional<custody::TradeItemRow> best;
  if (is_gs1_lot(*lot)) {
    state.trade_items.scan_by("product", lot->product.number, [&](const custody::TradeItemRow& item) {
      const bool fills = rounds.count() % item.rounds.count() == 0;
      if (fills && (!best || item.rounds < best->rounds)) best = item;
      return true;
    });
  }
  if (!best) return {own_lot_uri(*lot), rounds.count(), {}};
  const bool grams = state.book.products.find(make_key(lot->product))->unit == custody::CountUnit::grams;
  return {epcis_lot_link(best->gtin, lot->number), rounds.count() / (grams ? 1 : best->rounds.count()),
          grams ? "GRM" : ""};
}

OutgoingQuantity ExportNames::lot(LotId id) { return {lot(id, Rounds(1)).epc_class, std::nullopt, {}}; }

OutgoingQuantity ExportNames::exhibit(const std::string& headstamp, Rounds rounds) {
  return {headstamp.empty() ? own_uri("marks", {"unread"}) : own_uri("headstamp", {headstamp}), rounds.count(), {}};
}

std::string ExportNames::firearm(FirearmId id) {
  firearms_.insert(id);
  return store_.state().firearms.firearms.find(make_key(id))->serial;
}

std::vector<MasterElement> ExportNames::elements() {
  auto& state = store_.state();
  for (const LicenceId id : licences_) {
    const auto row = state.licences.licences.find(make_key(id));
    parties_.insert(row->holder);
    if (row->final_recipient) parties_.insert(row->final_recipient);
  }
  for (const FirearmId id : firearms_)
    if (const auto row = state.firearms.firearms.find(make_key(id)); row->owner) parties_.insert(row->owner);
  for (const auto& [number, place] : places_) parties_.insert(place.party);
  // A party's organisation was registered before it, so that an order by records has every parent first.
  for (auto at = parties_.rbegin(); at != parties_.rend();) {
    const PartyId parent = state.parties.parties.find(make_key(*at))->parent;
    const bool added = parent && parties_.insert(parent).second;
    at = added ? parties_.rbegin() : std::next(at);
  }

  std::vector<MasterElement> elements;
  for (const PartyId id : parties_)
    elements.push_back(master_element(store_, *state.parties.parties.find(make_key(id))));
  for (const auto& [number, place] : places_) elements.push_back(master_element(store_, place));
  for (const LicenceId id : licences_)
    elements.push_back(master_element(store_, *state.licences.licences.find(make_key(id))));
  for (const ProductId id : products_)
    elements.push_back(master_element(store_, *state.book.products.find(make_key(id))));
  for (const ProductId id : products_) {
    std::map<RecordNumber, custody::TradeItemRow> items;
    state.trade_items.scan_by("product", id.number, [&](const custody::TradeItemRow& item) {
      items.emplace(item.number, item);
      return true;
    });
    for (const auto& [number, item] : items) elements.push_back(master_element(store_, item));
  }
  for (const FirearmId id : firearms_)
    elements.push_back(master_element(store_, *state.firearms.firearms.find(make_key(id))));
  return elements;
}

}  // namespace lotline::exchange
