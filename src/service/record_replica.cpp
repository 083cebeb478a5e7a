#include "seizure/replica.h"
#include "service/acts.h"
#include "service/recorded_field.h"

namespace lotline::service {

namespace {

const Form kMade{
    "replicas",
    "a cast of a fired case, which a partner laboratory scans in its place",
    {{"exhibit", "number or ref of the exhibit it is a cast of", "12"},
     {"test_fire", "or of the test fire", ""},
     {"cast", "negative (a mould) or double (a cast of a mould, which shows the case as it is)", "double", true},
     {"made_by", "code of the party that made it and has it", "LAB-1", true},
     {"material", "free words", "silicone and resin"},
     {"on", "day it was made; today when empty", "2022-03-02"},
     {"basis", "document it rests on", "Report 15/2022"},
     {"note", "free words", ""}}};

const Form kPassed{"replica_custody",
                   "who has a replica: it is sent, received or destroyed",
                   {{"replica", "its number or ref", "15", true},
                    {"act", "send, receive or destroy", "send", true},
                    {"by", "code of the party that does", "LAB-1", true},
                    {"to", "of a sending: code of the party it goes to", "PARTNER-LAB"},
                    {"seal", "number of the seal", "S-0044"},
                    {"condition", "as found, free words", "sealed, whole"},
                    {"on", "day of the act; today when empty", "2022-03-04"},
                    {"basis", "document it rests on", "Waybill 881"},
                    {"note", "free words", ""}}};

Result<RecordNumber> record_made(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::ReplicaMade made;
  made.exhibit = ExhibitId{TRY(recorded_field(desk, values, "exhibit", source))};
  made.test_fire = TestFireId{TRY(recorded_field(desk, values, "test_fire", source))};
  made.cast = TRY(values.word<seizure::Cast>("cast"));
  made.made_by = TRY(desk.lookup.party(values, "made_by"));
  made.material = values.text("material");
  made.note = values.text("note");
  auto& state = desk.store.state();
  return enter(desk, circumstance,
               TRY(seizure::decide_replica(state.exhibits, state.scans.test_fires, std::move(made))));
}

Result<RecordNumber> record_passed(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::ReplicaPassed passed;
  passed.replica = ReplicaId{TRY(recorded_field(desk, values, "replica", source))};
  passed.act = TRY(values.word<seizure::ReplicaAct>("act"));
  passed.by = TRY(desk.lookup.party(values, "by"));
  passed.to = TRY(desk.lookup.party_or_none(values, "to"));
  passed.seal = values.text("seal");
  passed.condition = values.text("condition");
  passed.note = values.text("note");
  return enter(
      desk, circumstance,
      TRY(seizure::decide_replica_step(desk.store.state().replicas, std::move(passed), circumstance.happened)));
}

}  // namespace

ActKind record_replica() { return {kMade, record_made, true}; }
ActKind record_replica_custody() { return {kPassed, record_passed, true}; }

}  // namespace lotline::service
