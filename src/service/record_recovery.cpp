#include "custody/order.h"
#include "seizure/exhibit.h"
#include "seizure/refusals.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/marks_fields.h"

namespace lotline::service {

namespace {

using seizure::ExhibitKind;

const Form kForm{
    "recoveries",
    "what was seized or found: live rounds, fired cases, bullets, components, with the marks as read",
    {{"case_number", "number of the case", "CASE-2021-7", true},
     {"kind", "live_round, fired_case, bullet or component", "fired_case", true},
     {"count", "how many alike", "3", true},
     {"country", "where found, ISO 3166 alpha-2", "BR", true},
     {"place", "where found", "Demonstration City"},
     {"circumstances", "seized, found, surrendered ... (see lotline words recovery_circumstance)", "found", true},
     {"incident", "type of incident at a crime scene", ""},
     {"custodian", "code of the party that keeps it", "LAB-1", true},
     {"headstamp", "characters as read; ? is one unread, * several", "CBC 17"},
     {"clock", "characters by clock position, as 12=CBC 6=17", ""},
     {"calibre", "as read or measured", "7.62x51"},
     {"colours", "of tip, sealant or case", ""},
     {"lot_mark", "lot mark as read", ""},
     {"package", "code of the package it was in", ""},
     {"retailer_code", "inkjet code as read", ""},
     {"microstamp", "code on the primer as read", ""},
     {"year", "year known or guessed", ""},
     {"maker", "of the lot, when the lot is known", ""},
     {"lot", "its number, when it is known", ""},
     {"product", "when the number is not enough", ""},
     {"taken_from", "code of the recorded holder it was seized from", ""},
     {"taken_from_place", "where that holder kept it", ""},
     {"origin", "factory, handloaded, reloaded, converted_blank or unknown", "unknown"},
     {"indicators", "non-factory indicators seen, free words", ""},
     {"modality", "how it was carried (see lotline words trafficking_modality)", ""},
     {"firearms", "serials of firearms of the same case, separated by ;", ""},
     {"trace", "yes opens a trace", "yes"},
     {"no_trace_reason", "why no trace is opened", ""},
     {"on", "day it was found, or FROM/TO", "2021-08-15", true},
     {"basis", "document it rests on", "Scene report 7/2021"},
     {"acquisition", "how whoever had it came by it: darknet, online, postal ... (see lotline words acquisition)", ""},
     {"indicator_classes",
      "non-factory indicators by class, separated by ;, or none (see lotline words non_factory_indicator)", ""},
     {"item", "what it is when that is not plain: blank; of a component case, primer, propellant or projectile", ""},
     {"marking", "marked, unmarked, removed or unknown (see lotline words marking_state)", ""}}};

/// Live rounds and components move in the ledger: out of a recorded holder's account, or against *unattributed*. Of an
/// unknown lot the exhibit itself stands for the lot.
Result<void> post_exhibit(Desk& desk, const Values& values, const seizure::Recovered& exhibit, RecordNumber number,
                          Circumstance circumstance) {
  custody::MovementOrder order;
  order.act = exhibit.taken_from ? custody::Act::seize : custody::Act::recover;
  order.lot = exhibit.lot ? exhibit.lot : LotId{number};
  order.rounds = exhibit.count;
  order.from = exhibit.taken_from;
  order.from_place = values.text("taken_from_place");
  order.to = exhibit.custodian;
  order.exhibit = ExhibitId{number};
  auto& state = desk.store.state();
  enter(desk, circumstance, TRY(custody::decide_movement(state.book, state.parties, order, desk.store.next_number())));
  return {};
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::Recovered exhibit;
  exhibit.case_number = values.text("case_number");
  exhibit.kind = TRY(values.word<ExhibitKind>("kind"));
  exhibit.count = TRY(values.rounds("count"));
  exhibit.country = TRY(of_field("country", country_code(desk.catalogue, values.text("country"))));
  exhibit.place = values.text("place");
  exhibit.circumstances = TRY(of_field(
      "circumstances", vocabulary_word(desk.catalogue, "recovery_circumstance", values.text("circumstances"))));
  exhibit.incident = values.text("incident");
  exhibit.custodian = TRY(desk.lookup.party(values, "custodian"));
  exhibit.marks = marks_of(values);
  if (values.has("lot")) exhibit.lot = TRY(desk.lookup.lot(values));
  exhibit.taken_from = TRY(desk.lookup.party_or_none(values, "taken_from"));
  exhibit.origin = TRY(values.word_or("origin", custody::Origin::unknown));
  exhibit.indicators = values.text("indicators");
  exhibit.modality =
      TRY(of_field("modality", vocabulary_word(desk.catalogue, "trafficking_modality", values.text("modality"))));
  for (const std::string& serial : values.list("firearms"))
    exhibit.firearms.push_back(TRY(desk.lookup.firearm(serial)));
  exhibit.trace_opened = TRY(values.yes("trace"));
  exhibit.no_trace_reason = values.text("no_trace_reason");
  exhibit.acquisition =
      TRY(of_field("acquisition", vocabulary_word(desk.catalogue, "acquisition", values.text("acquisition"))));
  exhibit.indicator_classes =
      TRY(vocabulary_words(desk.catalogue, "non_factory_indicator", values, "indicator_classes"));
  if (values.has("item")) exhibit.item = word(TRY(values.word<custody::ItemClass>("item")));
  exhibit.marking = TRY(of_field("marking", vocabulary_word(desk.catalogue, "marking_state", values.text("marking"))));
  if (exhibit.taken_from && !exhibit.lot) return refuse(seizure::holder_without_lot);

  exhibit = TRY(seizure::decide_recovery(std::move(exhibit)));
  const Circumstance unsourced{circumstance.happened, circumstance.basis, {}};
  const RecordNumber number = enter(desk, circumstance, exhibit);
  const bool moves = exhibit.kind == ExhibitKind::live_round || exhibit.kind == ExhibitKind::component;
  if (moves) TRY(post_exhibit(desk, values, exhibit, number, unsourced));
  return number;
}

}  // namespace

ActKind record_recovery() { return {kForm, record, true}; }

}  // namespace lotline::service
