#include "service/lookup.h"

#include <charconv>

#include "custody/refusals.h"
#include "custody/registration.h"
#include "firearms/refusals.h"
#include "licensing/refusals.h"
#include "marking/lot_mark_key.h"
#include "marking/package_code.h"
#include "parties/refusals.h"
#include "service/gs1_field.h"
#include "service/refusals.h"
#include "tracing/names.h"

namespace lotline::service {

namespace {

/// Words are remembered up to here; a million packages imported once are not worth their memory.
constexpr std::size_t kRemembered = 200'000;

}  // namespace

RecordNumber Lookup::known(std::initializer_list<std::string_view> words) {
  words_.clear();
  for (const std::string_view part : words) words_.append(part).push_back('\x1F');  // no text of a register holds one
  const auto at = found_.find(words_);
  return at == found_.end() ? 0 : at->second;
}

void Lookup::remember(RecordNumber number) {
  if (found_.size() < kRemembered) found_.emplace(words_, number);
}

Result<PartyId> Lookup::party(std::string_view code) {
  if (const auto id = known({"party", code})) return PartyId{id};
  auto& state = store_.state();
  PartyId id;
  if (const PartyId coded = store_.names().coded(std::string{code})) {
    id = coded;
  } else {
    state.personal.scan_by("value", std::string{code}, [&](const parties::PersonalRow& personal) {
      if (personal.field == "number") id = personal.party;
      return !id;
    });
  }
  if (!id) return refuse(parties::unknown_party, "{}", code);
  remember(id.number);
  return id;
}

Result<PartyId> Lookup::party_or_none(const Values& values, std::string_view field) {
  if (!values.has(field)) return PartyId{};
  return party(values, field);
}

Result<parties::PartyRow> Lookup::party_of_pgln(std::string_view pgln) {
  auto row = store_.state().parties.parties.first_by("pgln", std::string{pgln});
  if (!row) return refuse(parties::unknown_party, "GS1 party number {}", pgln);
  return *std::move(row);
}

Result<parties::PlaceRow> Lookup::place_of_gln(std::string_view gln, std::string_view extension) {
  const auto& places = store_.state().parties.places;
  auto row = places.find(make_key(place_key(gln, extension)));
  if (!row) row = places.find(make_key(std::string{gln}));
  if (!row) return refuse(parties::unknown_place, "{}", place_key(gln, extension));
  return *std::move(row);
}

Result<ProductId> Lookup::product(std::string_view code) {
  if (const auto id = known({"product", code})) return ProductId{id};
  const auto row = store_.state().book.products.first_by("code", std::string{code});
  if (!row) return refuse(custody::unknown_product, "{}", code);
  remember(row->id.number);
  return row->id;
}

Result<custody::TradeItemRow> Lookup::trade_item(std::string_view gtin) {
  const auto row = store_.state().trade_items.find(make_key(std::string{gtin}));
  if (!row) return refuse(custody::unknown_trade_item, "{}", gtin);
  return *row;
}

Result<LicenceId> Lookup::licence(std::string_view number) {
  if (const auto id = known({"licence", number})) return LicenceId{id};
  const auto row = store_.state().licences.licences.first_by("number", std::string{number});
  if (!row) return refuse(licensing::unknown_licence, "{}", number);
  remember(row->id.number);
  return row->id;
}

Result<licensing::LicenceRow> Lookup::licence_of_gdti(std::string_view gdti) {
  auto row = store_.state().licences.licences.first_by("gdti", std::string{gdti});
  if (!row) return refuse(licensing::unknown_licence, "GS1 document number {}", gdti);
  return *std::move(row);
}

Result<licensing::LicenceRow> Lookup::licence_row(LicenceId id) {
  const auto row = store_.state().licences.licences.find(make_key(id));
  CHECK(row.has_value());
  return *row;
}

Result<PackageId> Lookup::package(std::string_view code) {
  const auto row = store_.state().book.packages.first_by("code_key", TRY(package_key(code, today_)));
  if (!row) return refuse(custody::unknown_package, "{}", code);
  return row->id;
}

Result<LotId> Lookup::lot(const Values& values) {
  return of_field("lot", lot(values.text("maker"), values.text("lot"), values.text("product")));
}

Result<LotId> Lookup::lot(std::string_view maker, std::string_view number, std::string_view product_code) {
  const std::string number_key = marking::lot_mark_key(number);
  if (const auto id = known({"lot", maker, number_key, product_code})) return LotId{id};
  const auto row = TRY(lot_row(maker, number, product_code));
  known({"lot", maker, number_key, product_code});
  remember(row.id.number);
  return row.id;
}

Result<custody::LotRow> Lookup::lot_row(std::string_view maker, std::string_view number,
                                        std::string_view product_code) {
  const ProductId of_product = product_code.empty() ? ProductId{} : TRY(product(product_code));
  std::vector<custody::LotRow> fitting;
  const auto gather = [&](const auto& made_by) {
    store_.state().book.lots.scan_by("number_key", marking::lot_mark_key(number), [&](const custody::LotRow& row) {
      if ((!of_product || row.product == of_product) && made_by(row.maker)) fitting.push_back(row);
      return true;
    });
  };
  // The few lots of a number tell their makers sooner than the many makers their codes.
  if (!maker.empty()) gather([&](PartyId id) { return store_.names().party(id).code == maker; });
  if (fitting.empty()) gather([made_by = TRY(party(maker))](PartyId id) { return id == made_by; });
  if (fitting.empty()) return refuse(custody::unknown_lot, "{} {}", maker, number);
  if (fitting.size() > 1) return refuse(ambiguous_lot, "{} {}", maker, number);
  return std::move(fitting.front());
}

Result<FirearmId> Lookup::firearm(std::string_view serial) {
  const auto row = store_.state().firearms.firearms.first_by("serial", std::string{serial});
  if (!row) return refuse(firearms::unknown_firearm, "{}", serial);
  return row->id;
}

Result<RecordNumber> Lookup::recorded(std::string_view text, std::string_view issuer) {
  const auto by_ref = store_.state().import_refs.find(make_key(std::string{issuer}, std::string{text}));
  return by_ref ? by_ref->number : number(text);
}

Result<ShipmentId> Lookup::dispatch(std::string_view text, std::string_view issuer) {
  auto& state = store_.state();
  const RecordNumber shipment = TRY(recorded(text, issuer));
  if (!state.book.shipments.find(make_key(shipment))) return refuse(not_a_dispatch, "{}", text);
  return ShipmentId{shipment};
}

Result<RecordNumber> Lookup::number(std::string_view text) {
  const auto digits = text.starts_with('#') ? text.substr(1) : text;
  RecordNumber value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value < 1)
    return refuse(unknown_record, "\"{}\" is not the number of a record", text);
  return value;
}

void Lookup::lot_registered(std::string_view maker, std::string_view number_key) {
  if (known({"lot", maker, number_key, ""}) != 0) found_.erase(words_);
}

void Lookup::forget() { found_.clear(); }

Result<std::string> package_key(std::string_view code, Day today) {
  const auto decoded = TRY(marking::read_package_code(code, today));
  return marking::package_code_key(decoded);
}

}  // namespace lotline::service
