#include "firearms/test_fire.h"
#include "service/acts.h"

namespace lotline::service {

namespace {

const Form kForm{"test_fires",
                 "rounds fired from a registered gun so that the marks it leaves are known",
                 {{"firearm", "its serial", "A12345", true},
                  {"laboratory", "code of the party that fired it", "LAB-1", true},
                  {"rounds", "how many", "2"},
                  {"ammunition", "what was fired, as its marks read", "CBC 9MM LUGER"},
                  {"on", "day it was fired; today when empty", "2022-03-01"},
                  {"basis", "document it rests on", "Report 14/2022"},
                  {"note", "free words", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  firearms::TestFired fired;
  fired.firearm = TRY(of_field("firearm", desk.lookup.firearm(values.text("firearm"))));
  fired.laboratory = TRY(desk.lookup.party(values, "laboratory"));
  fired.rounds = TRY(values.rounds_or_none("rounds"));
  fired.ammunition = values.text("ammunition");
  fired.note = values.text("note");
  return enter(desk, circumstance, TRY(firearms::decide_test_fire(desk.store.state().firearms, std::move(fired))));
}

}  // namespace

ActKind record_test_fire() { return {kForm, record, true}; }

}  // namespace lotline::service
