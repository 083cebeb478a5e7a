#include "seizure/trace_result.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/exhibit_account.h"

namespace lotline::service {

namespace {

const Form kForm{"trace_result",
                 "what came of tracing an exhibit, and to which holder; nobody is debited by it",
                 {{"exhibit", "its number", "12", true},
                  {"result", "how far it was traced (see lotline words trace_result)", "to_last_holder", true},
                  {"holder", "code of the party it was traced to", "POLICE-1"},
                  {"place", "that party's store, as far as it is known", "CENTRAL-DEPOT"},
                  {"on", "day of the result; today when empty", "2022-05-20"},
                  {"basis", "trace or decision it rests on", "Trace of 20 May 2022", true},
                  {"note", "free words", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::ExhibitTraced traced;
  traced.exhibit = TRY(exhibit_field(values));
  traced.result = TRY(of_field("result", vocabulary_word(desk.catalogue, "trace_result", values.text("result"))));
  traced.holder = TRY(desk.lookup.party_or_none(values, "holder"));
  traced.place = values.text("place");
  traced.note = values.text("note");
  return enter(desk, circumstance, TRY(seizure::decide_trace_result(desk.store.state().exhibits, std::move(traced))));
}

}  // namespace

ActKind record_trace_result() { return {kForm, record}; }

}  // namespace lotline::service
