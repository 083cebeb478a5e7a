#include "seizure/diversion.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/logged.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

const Form kForm{"diversion",
                 "where ammunition left lawful hands, as an investigation found it",
                 {{"movement", "number of the movement where it occurred", "18"},
                  {"maker", "of the lot, when no movement is named", ""},
                  {"lot", "its number", ""},
                  {"product", "when the number is not enough", ""},
                  {"between_from", "when that is unknown: code of the last party known before", ""},
                  {"between_to", "and of the first known after", ""},
                  {"stage", "see lotline words diversion_stage", "post_transfer", true},
                  {"modality", "see lotline words diversion_modality", "D01", true},
                  {"stock", "national_stockpile or private", "national_stockpile"},
                  {"report", "number of the report", "REPORT-2021-2"},
                  {"on", "day it happened, or FROM/TO", "2018/2020"},
                  {"basis", "document it rests on", "Indictment 3/2021"},
                  {"note", "free words", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::DiversionRecorded diversion;
  if (values.has("movement")) {
    diversion.link = TRY(of_field("movement", Lookup::number(values.text("movement"))));
    const Record linked = TRY(logged(desk.store, diversion.link));
    const auto* movement = std::get_if<custody::MovementPosted>(&linked.what);
    if (movement == nullptr) return refuse(not_a_movement, "{} is a {}", diversion.link, kind_of(linked.what));
    diversion.lot = movement->postings.front().lot;
  }
  if (values.has("lot")) diversion.lot = TRY(desk.lookup.lot(values));
  diversion.between_from = TRY(desk.lookup.party_or_none(values, "between_from"));
  diversion.between_to = TRY(desk.lookup.party_or_none(values, "between_to"));
  diversion.stage = TRY(of_field("stage", vocabulary_word(desk.catalogue, "diversion_stage", values.text("stage"))));
  diversion.modality =
      TRY(of_field("modality", vocabulary_word(desk.catalogue, "diversion_modality", values.text("modality"))));
  diversion.stock = TRY(of_field("stock", vocabulary_word(desk.catalogue, "stock_holder", values.text("stock"))));
  diversion.report = values.text("report");
  diversion.note = values.text("note");
  return enter(desk, circumstance, TRY(seizure::decide_diversion(std::move(diversion))));
}

}  // namespace

ActKind record_diversion() { return {kForm, record}; }

}  // namespace lotline::service
