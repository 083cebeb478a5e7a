#include "seizure/crossing.h"
#include "service/acts.h"
#include "service/catalogue_words.h"

namespace lotline::service {

namespace {

const Form kForm{"crossings",
                 "crossings of a border with ammunition, as customs recorded or an investigation worked them out",
                 {{"party", "code of who crossed; of a person also the number", "MAKER-1", true},
                  {"from_state", "State left, ISO 3166 alpha-2", "US", true},
                  {"to_state", "State entered, ISO 3166 alpha-2", "MX", true},
                  {"place", "border post", "Demonstration bridge"},
                  {"rounds", "how many were carried; empty when not known", "428"},
                  {"modality", "how they were carried (see lotline words trafficking_modality)", "land_ant"},
                  {"case_number", "number of the case it was found out in", ""},
                  {"on", "day it happened, or FROM/TO", "2017-03-02", true},
                  {"basis", "document it rests on", "Border record 12/2017"}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::BorderCrossed crossed;
  crossed.party = TRY(desk.lookup.party(values, "party"));
  crossed.from_state = TRY(of_field("from_state", country_code(desk.catalogue, values.text("from_state"))));
  crossed.to_state = TRY(of_field("to_state", country_code(desk.catalogue, values.text("to_state"))));
  crossed.place = values.text("place");
  crossed.rounds = TRY(values.rounds_or_none("rounds"));
  crossed.modality =
      TRY(of_field("modality", vocabulary_word(desk.catalogue, "trafficking_modality", values.text("modality"))));
  crossed.case_number = values.text("case_number");
  return enter(desk, circumstance, TRY(seizure::decide_crossing(std::move(crossed))));
}

}  // namespace

ActKind record_crossing() { return {kForm, record, true}; }

}  // namespace lotline::service
