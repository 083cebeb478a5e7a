#include "exchange/epcis_names.h"

#include <cmath>

#include "base/refusals.h"
#include "custody/package_tree.h"
#include "custody/refusals.h"
#include "exchange/refusals.h"
#include "licensing/refusals.h"
#include "marking/lot_mark_key.h"
#include "parties/refusals.h"
#include "service/logged.h"
#include "service/refusals.h"

namespace lotline::exchange {

namespace {

/// Words are remembered up to here, so that a document of a million places keeps within its memory.
constexpr std::size_t kRemembered = 100'000;

/// Grams of a mass as the document gives it, where that is a whole number of them.
Result<Rounds> grams_of(double quantity, std::string_view uom) {
  const double grams = uom == "KGM" ? quantity * 1000 : quantity;
  const double whole = std::round(grams);
  // A decimal fraction of a kilogram has no exact double; what is off by less than a millionth of a gram is meant.
  const bool exact = std::abs(grams - whole) < 1e-6 && whole >= 1 && whole <= static_cast<double>(kLargestInteger);
  if (!exact) return refuse(bad_quantity, "{} {} is no whole number of grams", quantity, uom);
  return Rounds(static_cast<std::int64_t>(whole));
}

Result<Rounds> items_of(const EpcisQuantity& quantity, Rounds each) {
  const auto items = quantity.whole();
  std::int64_t rounds = 0;
  const bool fits = items && !__builtin_mul_overflow(*items, each.count(), &rounds) && rounds <= kLargestInteger;
  if (!fits) return refuse(bad_quantity, "{} of {}", quantity.quantity.value_or(0), quantity.epc_class.canonical);
  return Rounds(rounds);
}

std::string sgtin_code(const EpcisIdentifier& id, bool with_lot) {
  return fmt::format("(01){}{}(21){}", id.number, with_lot ? "(10)" + id.lot : std::string{}, id.serial);
}

}  // namespace

Result<std::string> EpcisNames::party(const EpcisIdentifier& id) {
  if (const auto known = parties_.find(id.canonical); known != parties_.end()) return known->second;
  std::string code = TRY(read_party(id));
  if (parties_.size() < kRemembered) parties_.emplace(id.canonical, code);
  return code;
}

Result<std::string> EpcisNames::read_party(const EpcisIdentifier& id) {
  if (id.key == EpcisKey::pgln) return TRY(desk_.lookup.party_of_pgln(id.number)).code;
  const auto own = read_own_uri(id.canonical);
  if (!own || own->kind != "party" || own->parts.size() != 1)
    return refuse(parties::unknown_party, "{} is neither a PGLN nor a party's URI", id.canonical);
  TRY(desk_.lookup.party(own->parts[0]));
  return own->parts[0];
}

Result<NamedPlace> EpcisNames::place(const EpcisIdentifier& id) {
  if (const auto known = places_.find(id.canonical); known != places_.end()) return known->second;
  NamedPlace place = TRY(read_place(id));
  if (places_.size() < kRemembered) places_.emplace(id.canonical, place);
  return place;
}

Result<custody::TradeItemRow> EpcisNames::trade_item(const std::string& gtin) {
  if (const auto known = items_.find(gtin); known != items_.end()) return known->second;
  auto item = TRY(desk_.lookup.trade_item(gtin));
  if (items_.size() < kRemembered) items_.emplace(gtin, item);
  return item;
}

Result<NamedPlace> EpcisNames::read_place(const EpcisIdentifier& id) {
  if (id.key == EpcisKey::gln) {
    const auto row = TRY(desk_.lookup.place_of_gln(id.number, id.serial));
    return NamedPlace{party_code(row.party), row.place};
  }
  const auto own = read_own_uri(id.canonical);
  if (!own || own->kind != "place" || own->parts.size() != 2)
    return refuse(parties::unknown_place, "{} is neither a GLN nor a place's URI", id.canonical);
  return NamedPlace{own->parts[0], own->parts[1]};
}

Result<std::string> EpcisNames::licence(const EpcisIdentifier& id) {
  if (id.key == EpcisKey::gdti) return TRY(desk_.lookup.licence_of_gdti(id.number + id.serial)).number;
  const auto own = read_own_uri(id.canonical);
  if (!own || own->kind != "licence" || own->parts.size() != 1)
    return refuse(licensing::unknown_licence, "{} is neither a GDTI nor a licence's URI", id.canonical);
  return own->parts[0];
}

Result<std::string> EpcisNames::package_code(const EpcisIdentifier& id) {
  if (id.key == EpcisKey::sscc) return "(00)" + id.number;
  if (id.key == EpcisKey::sgtin) {
    // A label that also gives the lot has another key than one that does not.
    const std::string with_lot = sgtin_code(id, !id.lot.empty());
    if (!id.lot.empty() && desk_.lookup.package(with_lot)) return with_lot;
    return sgtin_code(id, false);
  }
  const auto own = read_own_uri(id.canonical);
  if (!own || own->kind != "package" || own->parts.size() != 1)
    return refuse(custody::unknown_package, "{} is neither an SGTIN, an SSCC nor a package's URI", id.canonical);
  return own->parts[0];
}

Result<custody::PackageRow> EpcisNames::package(const EpcisIdentifier& id) {
  const PackageId package = TRY(desk_.lookup.package(TRY(package_code(id))));
  return *desk_.store.state().book.packages.find(make_key(package));
}

Result<Rounds> EpcisNames::rounds(const EpcisQuantity& quantity) {
  if (!quantity.quantity) return refuse(missing_value, "quantity of {}", quantity.epc_class.canonical);
  const bool gtin = quantity.epc_class.key == EpcisKey::lgtin || quantity.epc_class.key == EpcisKey::gtin;
  if (!gtin) {
    if (!quantity.uom.empty()) return refuse(wrong_measure, "{} of {}", quantity.uom, quantity.epc_class.canonical);
    return items_of(quantity, Rounds(1));
  }
  const auto item = TRY(trade_item(quantity.epc_class.number));
  if (quantity.uom.empty()) return items_of(quantity, item.rounds);
  const auto product = desk_.store.state().book.products.find(make_key(item.product));
  const bool massed = product->unit == custody::CountUnit::grams && (quantity.uom == "KGM" || quantity.uom == "GRM");
  if (!massed)
    return refuse(wrong_measure, "{} of {}, which is counted in {}", quantity.uom, product->code, word(product->unit));
  return grams_of(*quantity.quantity, quantity.uom);
}

Result<custody::LotRow> EpcisNames::lot_of_product(ProductId product, const std::string& number) {
  std::vector<custody::LotRow> fitting;
  desk_.store.state().book.lots.scan_by("number_key", marking::lot_mark_key(number), [&](const custody::LotRow& row) {
    if (row.product == product) fitting.push_back(row);
    return true;
  });
  if (fitting.empty()) return refuse(custody::unknown_lot, "{}", number);
  if (fitting.size() > 1) return refuse(service::ambiguous_lot, "several makers have lot {} of this GTIN", number);
  return fitting.front();
}

Result<custody::LotRow> EpcisNames::lot_of_uri(const OwnUri& uri) {
  auto& lots = desk_.store.state().book.lots;
  if (uri.kind == "loose" && uri.parts.size() == 1) {
    const RecordNumber number = TRY(record_of(uri.parts[0], [](RecordNumber, const service::What& what) {
      return std::holds_alternative<custody::LotRegistered>(what);
    }));
    return *lots.find(make_key(number));
  }
  if (uri.kind != "lot" || uri.parts.size() != 3)
    return refuse(custody::unknown_lot, "a lot's URI names maker, product and number");
  return *lots.find(make_key(TRY(desk_.lookup.lot(uri.parts[0], uri.parts[2], uri.parts[1]))));
}

Result<custody::LotRow> EpcisNames::lot(const EpcisIdentifier& epc_class) {
  auto& lots = desk_.store.state().book.lots;
  if (const auto known = lots_.find(epc_class.canonical); known != lots_.end())
    return *lots.find(make_key(known->second));
  const auto own = read_own_uri(epc_class.canonical);
  if (!own && epc_class.key != EpcisKey::lgtin)
    return refuse(custody::unknown_lot, "{} is neither GTIN and lot nor a lot's URI", epc_class.canonical);
  auto row =
      own ? TRY(lot_of_uri(*own)) : TRY(lot_of_product(TRY(trade_item(epc_class.number)).product, epc_class.lot));
  if (lots_.size() < kRemembered) lots_.emplace(epc_class.canonical, row.id);
  return row;
}

NamedLine EpcisNames::line_of(const custody::LotRow& lot, Rounds rounds) {
  std::string& product = codes_[lot.product.number];
  if (product.empty()) product = desk_.store.state().book.products.find(make_key(lot.product))->code;
  return {party_code(lot.maker), lot.number, product, lot.id, rounds};
}

Result<NamedLine> EpcisNames::line(const EpcisQuantity& quantity) {
  const auto row = TRY(lot(quantity.epc_class));
  return line_of(row, TRY(rounds(quantity)));
}

Result<NamedLine> EpcisNames::lot_named(const EpcisQuantity& quantity) {
  if (quantity.quantity) return line(quantity);
  return line_of(TRY(lot(quantity.epc_class)), Rounds{});
}

Result<NamedLine> EpcisNames::new_line(const EpcisQuantity& quantity) {
  const EpcisIdentifier& named = quantity.epc_class;
  if (const auto own = read_own_uri(named.canonical); own && own->kind == "lot" && own->parts.size() == 3)
    return NamedLine{own->parts[0], own->parts[2], own->parts[1], {}, TRY(rounds(quantity))};
  if (named.key != EpcisKey::lgtin)
    return refuse(custody::no_lot_number, "{} is neither GTIN and lot nor a lot's URI", named.canonical);
  const auto item = TRY(trade_item(named.number));
  const auto product = desk_.store.state().book.products.find(make_key(item.product));
  return NamedLine{{}, named.lot, product->code, {}, TRY(rounds(quantity))};
}

bool EpcisNames::knows(const EpcisIdentifier& epc_class) {
  if (read_own_uri(epc_class.canonical)) return true;
  const bool gtin = epc_class.key == EpcisKey::lgtin || epc_class.key == EpcisKey::gtin;
  return gtin && trade_item(epc_class.number).has_value();
}

std::vector<NamedLine> EpcisNames::contents(const custody::PackageRow& package) {
  auto& book = desk_.store.state().book;
  std::vector<NamedLine> lines;
  for (const auto& line : custody::contents_of(book, package.id))
    lines.push_back(line_of(*book.lots.find(make_key(line.lot)), line.rounds));
  return lines;
}

std::string EpcisNames::party_code(PartyId party) {
  std::string& code = codes_[party.number];
  if (code.empty())
    if (const auto row = desk_.store.state().parties.parties.find(make_key(party))) code = row->code;
  return code;
}

Result<RecordNumber> EpcisNames::record_of(const std::string& event_id,
                                           const std::function<bool(RecordNumber, const service::What&)>& fits) {
  auto& state = desk_.store.state();
  const auto known = state.import_refs.find(make_key(std::string{kEventIssuer}, event_id));
  if (!known) return refuse(unknown_event, "{}", event_id);
  const auto event = state.events.events.find(make_key(known->number));
  CHECK(event.has_value());
  for (RecordNumber number = event->number - 1; event->first > 0 && number >= event->first; --number)
    if (fits(number, TRY(service::logged(desk_.store, number)).what)) return number;
  return refuse(unknown_event, "{} is on record, but is no such act", event_id);
}

void EpcisNames::forget() {
  parties_.clear();
  places_.clear();
  items_.clear();
  codes_.clear();
  lots_.clear();
}

}  // namespace lotline::exchange
