#include "seizure/examination.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/exhibit_account.h"

namespace lotline::service {

namespace {

const Form kForm{
    "examination",
    "what an examiner found on an exhibit: origin, non-factory indicators by class, whether it is marked",
    {{"exhibit", "its number", "12", true},
     {"examiner", "code of the party that examined it", "LAB-1"},
     {"origin", "factory, handloaded, reloaded, converted_blank or unknown", "reloaded"},
     {"indicator_classes", "classes seen, separated by ;, or none (see lotline words non_factory_indicator)",
      "earlier_firing;mixed_components"},
     {"item", "what it is: complete_round, blank, case, primer, propellant or projectile", ""},
     {"marking", "marked, unmarked, removed or unknown (see lotline words marking_state)", "marked"},
     {"on", "day it was examined; today when empty", ""},
     {"basis", "report it rests on", "Examiner's report 3/2022", true},
     {"note", "free words", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::Examined examined;
  examined.exhibit = TRY(exhibit_field(values));
  examined.examiner = TRY(desk.lookup.party_or_none(values, "examiner"));
  if (values.has("origin")) examined.origin = word(TRY(values.word<custody::Origin>("origin")));
  examined.indicator_classes =
      TRY(vocabulary_words(desk.catalogue, "non_factory_indicator", values, "indicator_classes"));
  if (values.has("item")) examined.item = word(TRY(values.word<custody::ItemClass>("item")));
  examined.marking = TRY(of_field("marking", vocabulary_word(desk.catalogue, "marking_state", values.text("marking"))));
  examined.note = values.text("note");
  return enter(desk, circumstance, TRY(seizure::decide_examination(desk.store.state().exhibits, std::move(examined))));
}

}  // namespace

ActKind examine() { return {kForm, record}; }

}  // namespace lotline::service
