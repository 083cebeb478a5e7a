#include "custody/order.h"
#include "custody/refusals.h"
#include "custody/registration.h"
#include "licensing/business.h"
#include "marking/applied_mark.h"
#include "marking/lot_mark_key.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/licence_check.h"
#include "service/lot_rules.h"

namespace lotline::service {

namespace {

using custody::Act;
using custody::Channel;

const Form kForm{
    "lots",
    "lots made or imported, with their rounds and first recipient; a second row of the same lot adds rounds",
    {{"maker", "code of the manufacturer", "MAKER-1", true},
     {"lot", "number as marked", "ABC17A001-001", true},
     {"product", "code of the product", "762-BALL", true},
     {"made_on", "when it was made: day, month or year", "2017-04", true},
     {"act", "manufacture or import", "manufacture", true},
     {"rounds", "how many entered", "10000", true},
     {"importer", "code of the party that imports; empty for a manufacture", ""},
     {"place", "store they enter", "MAGAZINE-1"},
     {"first_recipient", "code of the party they were made or imported for", "POLICE-1", true},
     {"licence", "number of the licence to make or import", "MFG-2017-1"},
     {"channel", "official (for a State's body) or commercial", "official"},
     {"headstamp", "as stamped on the cases", "CBC 17"},
     {"cartridge_marks", "what each cartridge carries: lot, manufacturer, country, year, calibre, purchaser",
      "lot;manufacturer;country;year;purchaser"},
     {"package_marks", "what the smallest package carries: lot, manufacturer, calibre, type, barcode ...",
      "lot;manufacturer;calibre;type;barcode"},
     {"technique", "how each cartridge was marked: stamp, laser or inkjet", "laser"},
     {"marking_stage", "when: manufacture (the default), import or sale", "manufacture"},
     {"marked_by", "code of the party that marked, when it was not the maker", ""},
     {"purchaser", "code of the purchaser, when known at manufacture", "POLICE-1"},
     {"destination", "country of destination, when known at manufacture", ""},
     {"origin", "factory, handloaded, reloaded, converted_blank or unknown", "factory"},
     {"parent", "number of the lot it was made from", ""},
     {"override", "why a rule is set aside, as for history entered later", ""},
     {"on", "day they entered", "2017-04-20", true},
     {"basis", "document it rests on", "Production record 4/2017"}}};

Result<custody::LotRegistered> lot_of(Desk& desk, const Values& values) {
  custody::LotRegistered lot;
  lot.maker = TRY(desk.lookup.party(values, "maker"));
  lot.number = values.text("lot");
  lot.number_key = marking::lot_mark_key(lot.number);
  lot.product = TRY(of_field("product", desk.lookup.product(values.text("product"))));
  lot.made_on = TRY(values.when("made_on"));
  lot.channel = TRY(values.word_or("channel", Channel::commercial));
  lot.origin = TRY(values.word_or("origin", custody::Origin::factory));
  lot.headstamp = values.text("headstamp");
  lot.cartridge_marks = values.list("cartridge_marks");
  lot.package_marks = values.list("package_marks");
  lot.marked_by = TRY(desk.lookup.party_or_none(values, "marked_by"));
  if (values.has("technique")) {
    const std::string stage = values.has("marking_stage") ? values.text("marking_stage") : "manufacture";
    const std::string by = values.has("marked_by") ? values.text("marked_by") : values.text("maker");
    const auto mark =
        TRY(of_field("technique", marking::checked_mark(desk.catalogue, {values.text("technique"), stage, by})));
    lot.technique = mark.technique;
    lot.marking_stage = mark.stage;
  }
  lot.purchaser = TRY(desk.lookup.party_or_none(values, "purchaser"));
  lot.destination = TRY(of_field("destination", country_code_or_none(desk.catalogue, values.text("destination"))));
  if (values.has("parent")) {
    lot.kind = custody::LotKind::child;
    lot.parent = TRY(of_field("parent", desk.lookup.lot(values.text("maker"), values.text("parent"), {})));
  }
  return lot;
}

/// The order that brings the rounds in.
Result<custody::MovementOrder> entry_of(Desk& desk, const Values& values, const custody::LotRegistered& lot) {
  custody::MovementOrder order;
  order.act = TRY(values.word<Act>("act"));
  if (order.act != Act::manufacture && order.act != Act::import)
    return refuse(unknown_word, "act \"{}\"; it is manufacture or import", values.text("act"));
  order.rounds = TRY(values.rounds("rounds"));
  order.from = order.act == Act::import ? TRY(desk.lookup.party(values, "importer")) : lot.maker;
  order.to = order.from;
  order.to_place = values.text("place");
  order.first_recipient = TRY(desk.lookup.party(values, "first_recipient"));
  if (values.has("licence")) order.licence = TRY(of_field("licence", desk.lookup.licence(values.text("licence"))));
  order.override_reason = values.text("override");
  return order;
}

/// Whether somebody loads their own where the State leaves that free (R38).
bool loads_freely(Desk& desk, const custody::MovementOrder& order, const custody::LotRegistered& lot) {
  if (order.act != Act::manufacture || order.licence) return false;
  const auto maker = desk.store.state().parties.parties.find(make_key(lot.maker));
  CHECK(maker.has_value());
  return licensing::loading_is_free(desk.catalogue.business_rules(), maker->country, word(maker->kind),
                                    word(lot.origin));
}

/// The licence and the regimes' rules, each of which an override may set aside; the first set aside is named in the
/// record.
Result<std::string> rules_set_aside(Desk& desk, const custody::MovementOrder& order, const custody::LotRegistered& lot,
                                    const When& happened) {
  const auto kind = order.act == Act::import ? licensing::LicenceKind::import : licensing::LicenceKind::manufacture;
  std::vector<Result<void>> rules;
  if (!loads_freely(desk, order, lot))
    rules.push_back(
        check_licence(desk, {kind, order.from, order.lot, order.rounds, happened, PartyId{}, order.licence}));
  rules.push_back(check_marking(desk, lot, order));
  rules.push_back(check_lot_size(desk, lot, order));
  std::string set_aside;
  for (auto& rule : rules) {
    if (rule) continue;
    if (order.override_reason.empty()) return std::unexpected(rule.error());
    if (set_aside.empty()) set_aside = rule.error().name;
  }
  return set_aside;
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  auto& state = desk.store.state();
  custody::LotRegistered lot = TRY(lot_of(desk, values));
  custody::MovementOrder order = TRY(entry_of(desk, values, lot));
  const auto known = custody::find_lot(state.book, lot.maker, lot.number_key, lot.product);
  const Circumstance unsourced{circumstance.happened, circumstance.basis, {}};
  RecordNumber number = 0;
  if (known) {
    order.lot = known->id;
  } else {
    number = enter(desk, circumstance, TRY(custody::decide_lot(state.book, lot)));
    order.lot = LotId{number};
    desk.lookup.lot_registered(values.text("maker"), lot.number_key);
  }
  const std::string set_aside = TRY(rules_set_aside(desk, order, lot, unsourced.happened));
  auto movement = TRY(custody::decide_movement(state.book, state.parties, order, desk.store.next_number()));
  if (!set_aside.empty()) {
    movement.overridden = set_aside;
    movement.override_reason = order.override_reason;
  }
  // A second entry of a known lot is the row's first record and carries its source.
  Circumstance second = known ? circumstance : unsourced;
  const RecordNumber entry = enter(desk, second, std::move(movement));
  return known ? entry : number;
}

}  // namespace

ActKind register_lot() { return {kForm, record, true}; }

}  // namespace lotline::service
