#include "seizure/conclusion.h"
#include "service/acts.h"
#include "service/recorded_field.h"

namespace lotline::service {

namespace {

const Form kLead{"lead",
                 "a source that a search lists is chosen to be examined; a lead is no conclusion",
                 {{"search", "number of the search", "40", true},
                  {"rank", "place of the source on its list", "1", true},
                  {"reviewer", "code of the party that chose it", "LAB-1", true},
                  {"on", "day it was chosen; today when empty", "2022-03-06"},
                  {"basis", "document it rests on", ""},
                  {"note", "free words", ""}}};

const Form kBlind{"blind_examination",
                  "an examiner is to examine a lead blind: until he has concluded, its likelihood ratio and its "
                  "conclusions are withheld",
                  {{"lead", "its number", "41", true},
                   {"examiner", "code of the party that is to examine it", "EXAMINER-2", true},
                   {"on", "day it is given to him; today when empty", "2022-03-07"},
                   {"basis", "document it rests on", ""}}};

Result<RecordNumber> record_chosen(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::LeadChosen chosen;
  chosen.search = ScanSearchId{TRY(recorded_field(desk, values, "search", source))};
  chosen.rank = TRY(values.rounds("rank")).count();
  chosen.reviewer = TRY(desk.lookup.party(values, "reviewer"));
  chosen.note = values.text("note");
  return enter(desk, circumstance, TRY(seizure::decide_lead(desk.store.state().conclusions.leads, std::move(chosen))));
}

Result<RecordNumber> record_blind(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  auto& conclusions = desk.store.state().conclusions;
  const LeadId lead{TRY(recorded_field(desk, values, "lead", source))};
  const seizure::BlindExaminationBegun begun{TRY(desk.lookup.party(values, "examiner")), lead};
  const bool concluded = seizure::has_concluded(conclusions, lead, begun.examiner);
  return enter(desk, circumstance, TRY(seizure::decide_blind_examination(conclusions.leads, concluded, begun)));
}

}  // namespace

ActKind record_lead() { return {kLead, record_chosen}; }
ActKind begin_blind_examination() { return {kBlind, record_blind}; }

}  // namespace lotline::service
