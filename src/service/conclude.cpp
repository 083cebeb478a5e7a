#include "seizure/conclusion.h"
#include "service/acts.h"
#include "service/recorded_field.h"

namespace lotline::service {

namespace {

const Form kForm{"conclusion",
                 "what an examiner concludes on a lead, in the words of the AFTE range",
                 {{"lead", "its number", "41", true},
                  {"level",
                   "identification, inconclusive_a (towards identification), inconclusive_b, inconclusive_c (towards "
                   "elimination), elimination or unsuitable",
                   "identification", true},
                  {"examiner", "code of the party that examined it", "EXAMINER-1", true},
                  {"organisation", "code of the organisation he examined it for", "LAB-1", true},
                  {"accreditation", "number and scope", "ISO/IEC 17025, 0123"},
                  {"replaces", "number of his conclusion that this one replaces", ""},
                  {"on", "day of the conclusion; today when empty", "2022-03-08"},
                  {"basis", "report it rests on", "Examiner's report 17/2022", true},
                  {"note", "free words", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::Concluded concluded;
  concluded.lead = LeadId{TRY(recorded_field(desk, values, "lead", source))};
  concluded.level = TRY(values.word<seizure::Conclusion>("level"));
  concluded.examiner = TRY(desk.lookup.party(values, "examiner"));
  concluded.organisation = TRY(desk.lookup.party(values, "organisation"));
  concluded.accreditation = values.text("accreditation");
  concluded.replaces = TRY(recorded_field(desk, values, "replaces", source));
  concluded.note = values.text("note");
  return enter(desk, circumstance,
               TRY(seizure::decide_conclusion(desk.store.state().conclusions, std::move(concluded))));
}

}  // namespace

ActKind conclude() { return {kForm, record}; }

}  // namespace lotline::service
