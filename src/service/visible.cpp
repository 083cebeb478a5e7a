#include "service/visible.h"

#include <algorithm>

#include "access/refusals.h"
#include "custody/package_tree.h"
#include "marking/lot_mark_key.h"
#include "service/logged.h"
#include "service/lookup.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

/// Lots of this maker and number that are in sight.
std::vector<custody::LotRow> lots_in_sight(const State& state, const Sight& sight, PartyId maker,
                                           const std::string& number) {
  std::vector<custody::LotRow> lots;
  state.book.lots.scan_by("number_key", marking::lot_mark_key(number), [&](const custody::LotRow& row) {
    if (row.maker == maker && sees_lot(state, sight, row)) lots.push_back(row);
    return true;
  });
  return lots;
}

/// The package and all it is packed in.
std::vector<PackageId> with_outer(const custody::Book& book, custody::PackageRow package) {
  std::vector<PackageId> chain{package.id};
  while (package.parent) {
    package = *book.packages.find(make_key(package.parent));
    chain.push_back(package.id);
  }
  return chain;
}

bool moved_by_own(const State& state, const Sight& sight, const custody::PackageRow& package) {
  const auto moved = with_outer(state.book, package);
  bool own = false;
  for (const auto& line : custody::contents_of(state.book, package.id))
    state.book.entries.scan(make_key(line.lot), [&](const custody::EntryRow& entry) {
      if (std::ranges::find(moved, entry.package) == moved.end()) return true;
      own = sight.of(entry.from) || sight.of(entry.to);
      return !own;
    });
  return own;
}

}  // namespace

Result<void> require_reading(const access::Visitor& visitor) {
  if (access::sees_all(visitor)) return {};
  return access::require(visitor, access::Right::read_own);
}

Result<void> require_sight_of_all(const access::Visitor& visitor) {
  if (access::sees_all(visitor)) return {};
  if (visitor.may(access::Right::trace)) return access::require_case(visitor);
  return refuse(access::not_your_own);
}

void cut(std::vector<Holding>& holdings, const Sight& sight) {
  std::erase_if(holdings, [&](const Holding& holding) { return !sight.of(holding.party); });
}

void cut(std::vector<tracing::SupplyStep>& steps, const Sight& sight) {
  std::erase_if(steps, [&](const tracing::SupplyStep& step) { return !sight.of(step.from) && !sight.of(step.to); });
}

void cut(LotCard& card, const Sight& sight) {
  if (sight.all()) return;
  card.whole = false;
  card.balance.clear();
  cut(card.holdings, sight);
  cut(card.line_of_supply, sight);
  card.duties.clear();
  card.traceability = 0;
  card.traceability_level.clear();
  card.traceability_reasons.clear();
}

void cut(PackageCard& card, const Sight& sight) {
  if (sight.all()) return;
  card.whole = false;
  cut(card.line_of_supply, sight);
  if (sight.of(card.party)) return;
  card.parent.clear();
  card.contains.clear();
  card.contents.clear();
  card.party = {};
  card.place.clear();
}

bool sees_lot(const State& state, const Sight& sight, const custody::LotRow& lot) {
  if (sight.of(lot.maker)) return true;
  bool own = false;
  state.book.accounts.scan(make_key(lot.id), [&](const custody::AccountRow& account) {
    own = sight.of(account.possessor);
    if (const ShipmentId sent = custody::shipment_of({account.possessor, account.standing, account.where});
        !own && sent) {
      const auto shipment = state.book.shipments.find(make_key(sent));
      own = shipment && (sight.of(shipment->from) || sight.of(shipment->to));
    }
    return !own;
  });
  return own;
}

bool sees_package(Register& store, const Sight& sight, const custody::PackageRow& package) {
  if (sight.of(package.possessor)) return true;
  const auto packed = logged(store, package.id.number);
  const auto* by = packed ? std::get_if<custody::PackagePacked>(&packed->what) : nullptr;
  return (by != nullptr && sight.of(by->possessor)) || moved_by_own(store.state(), sight, package);
}

bool sees_record(Register& store, const Sight& sight, RecordNumber number) {
  if (sight.all()) return true;
  const auto record = logged(store, number);
  return record && sight.of(record->acting_for);
}

Result<PartyId> party_in_sight(Register& store, const Reference& reference, const Sight& sight,
                               const std::string& code) {
  const auto found = Lookup(store, reference.today).party(code);
  if (!sight.all() && (!found || !sight.of(*found))) return refuse(access::not_your_own);
  return found;
}

Result<custody::LotRow> lot_in_sight(Register& store, const Reference& reference, const Sight& sight,
                                     const std::string& maker, const std::string& number, const std::string& product) {
  Lookup lookup(store, reference.today);
  if (sight.all()) return lookup.lot_row(maker, number, product);
  const auto made_by = lookup.party(maker);
  if (!made_by) return refuse(access::not_your_own);
  auto lots = lots_in_sight(store.state(), sight, *made_by, number);
  if (!product.empty()) {
    const ProductId wanted = lookup.product(product).value_or(ProductId{});
    std::erase_if(lots, [&](const custody::LotRow& lot) { return lot.product != wanted; });
  }
  if (lots.empty()) return refuse(access::not_your_own);
  if (lots.size() > 1) return refuse(ambiguous_lot, "{} {}", maker, number);
  return lots.front();
}

Result<PackageId> package_in_sight(Register& store, const Reference& reference, const Sight& sight,
                                   const std::string& code) {
  Lookup lookup(store, reference.today);
  if (sight.all()) return lookup.package(code);
  const auto row = store.state().book.packages.first_by("code_key", TRY(package_key(code, reference.today)));
  if (!row || !sees_package(store, sight, *row)) return refuse(access::not_your_own);
  return row->id;
}

}  // namespace lotline::service
