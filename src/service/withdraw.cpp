#include "seizure/withdrawal.h"
#include "service/acts.h"
#include "service/recorded_field.h"

namespace lotline::service {

namespace {

const Form kForm{"withdraw",
                 "takes back a test fire, replica, scan, lead, blind examination, conclusion or foreign link; both "
                 "records stay",
                 {{"record", "its number or ref", "38", true},
                  {"reason", "why", "scan of another case", true},
                  {"on", "day it was withdrawn; today when empty", ""},
                  {"basis", "document it rests on", "Note 4/2022"},
                  {"note", "free words", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::Withdrawn withdrawn;
  withdrawn.record = TRY(recorded_field(desk, values, "record", source));
  withdrawn.reason = values.text("reason");
  withdrawn.note = values.text("note");
  return enter(desk, circumstance,
               TRY(seizure::decide_withdrawal(desk.store.state().withdrawable(), std::move(withdrawn))));
}

}  // namespace

ActKind withdraw() { return {kForm, record}; }

}  // namespace lotline::service
