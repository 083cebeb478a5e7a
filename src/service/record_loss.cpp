#include "custody/order.h"
#include "seizure/diversion.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

using custody::Act;

const Form kForm{
    "losses",
    "losses and thefts of rounds; incidents known only in tonnes",
    {{"kind", "loss, theft, or incident when only a mass is known", "theft", true},
     {"holder", "code of the party it was lost by or stolen from", "POLICE-1", true},
     {"place", "site: store, depot, airport ...", "CENTRAL-DEPOT", true},
     {"maker", "of the lot", "MAKER-1"},
     {"lot", "its number as marked", "ABC17A001-001"},
     {"product", "when the number is not enough", ""},
     {"package", "code of a package lost whole", ""},
     {"rounds", "how many", "200"},
     {"dispatch", "number of the dispatch, when it was lost on the way; in a file also its ref", ""},
     {"mass_kg", "of an incident", ""},
     {"estimated_rounds", "worked out from the mass; never entered in the ledger", ""},
     {"estimate_basis", "how the estimate was made", ""},
     {"country", "where, ISO 3166 alpha-2", ""},
     {"stage", "stage of life: manufacture, pre_transfer, transfer, ... (see lotline words diversion_stage)",
      "post_transfer"},
     {"modality", "code of the diversion table (see lotline words diversion_modality)", "D01"},
     {"stock", "national_stockpile or private", "national_stockpile"},
     {"report", "number of the report", "REPORT-2019-44", true},
     {"on", "day it happened or was found out, or FROM/TO", "2019-03-10", true},
     {"basis", "document it rests on", "Stocktake of 10 March 2019"},
     {"note", "free words", ""}}};

Result<RecordNumber> record_incident(Desk& desk, const Values& values, Circumstance& circumstance) {
  seizure::IncidentRecorded incident;
  incident.kind = values.text("kind");
  incident.holder = TRY(desk.lookup.party(values, "holder"));
  incident.place = values.text("place");
  incident.country = TRY(of_field("country", country_code_or_none(desk.catalogue, values.text("country"))));
  incident.mass_kg = TRY(values.rounds_or_none("mass_kg")).count();
  incident.rounds = TRY(values.rounds_or_none("rounds"));
  incident.estimated = TRY(values.rounds_or_none("estimated_rounds"));
  incident.estimate_basis = values.text("estimate_basis");
  incident.note = values.text("note");
  return enter(desk, circumstance, TRY(seizure::decide_incident(std::move(incident))));
}

Result<seizure::DiversionRecorded> diversion_of(Desk& desk, const Values& values, RecordNumber movement, LotId lot) {
  seizure::DiversionRecorded diversion;
  diversion.link = movement;
  diversion.lot = lot;
  diversion.stage = TRY(of_field("stage", vocabulary_word(desk.catalogue, "diversion_stage", values.text("stage"))));
  diversion.modality =
      TRY(of_field("modality", vocabulary_word(desk.catalogue, "diversion_modality", values.text("modality"))));
  diversion.stock = TRY(of_field("stock", vocabulary_word(desk.catalogue, "stock_holder", values.text("stock"))));
  diversion.report = values.text("report");
  return seizure::decide_diversion(std::move(diversion));
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  if (values.text("kind") == "incident") return record_incident(desk, values, circumstance);

  custody::MovementOrder order;
  order.act = TRY(values.word<Act>("kind"));
  if (order.act != Act::loss && order.act != Act::theft)
    return refuse(unknown_word, "kind \"{}\"; it is loss, theft or incident", values.text("kind"));
  if (values.has("mass_kg"))
    return refuse(unknown_field, "mass_kg belongs to an incident; a {} counts rounds", values.text("kind"));
  order.from = TRY(desk.lookup.party(values, "holder"));
  order.from_place = values.text("place");
  if (values.has("dispatch"))
    order.shipment = TRY(of_field("dispatch", desk.lookup.dispatch(values.text("dispatch"), source.issuer)));
  if (values.has("package")) {
    order.package = TRY(of_field("package", desk.lookup.package(values.text("package"))));
  } else if (values.has("lot")) {
    order.lot = TRY(desk.lookup.lot(values));
    order.rounds = TRY(values.rounds("rounds"));
  }
  order.note = values.text("note");
  auto& state = desk.store.state();
  const Circumstance same = circumstance;
  auto movement = TRY(custody::decide_movement(state.book, state.parties, order, desk.store.next_number()));
  const LotId lot = movement.postings.front().lot;
  const RecordNumber number = enter(desk, circumstance, std::move(movement));
  Circumstance unsourced{same.happened, same.basis, {}};
  enter(desk, unsourced, TRY(diversion_of(desk, values, number, lot)));
  return number;
}

}  // namespace

ActKind record_loss() { return {kForm, record, true}; }

}  // namespace lotline::service
