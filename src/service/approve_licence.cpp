#include "access/visitor.h"
#include "licensing/licence.h"
#include "service/acts.h"

namespace lotline::service {

namespace {

const Form kForm{"licence_decision",
                 "a licence that was prepared is approved or refused, by somebody who did not prepare it",
                 {{"licence", "its number", "EXP-2022-1", true},
                  {"decision", "approved or refused", "approved", true},
                  {"reason", "why; not left empty where it is refused", "recipient and use were confirmed"},
                  {"on", "day of the decision, from which acts may rest on the licence; today when empty", ""},
                  {"basis", "document it rests on", "Decision 12/2022", true}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  licensing::LicenceDecided decided;
  decided.licence = TRY(of_field("licence", desk.lookup.licence(values.text("licence"))));
  decided.decision = TRY(values.word<licensing::Decision>("decision"));
  decided.reason = values.text("reason");
  return enter(desk, circumstance,
               TRY(licensing::decide_approval(desk.store.state().licences, std::move(decided), circumstance.happened,
                                              access::account_named(desk.actor))));
}

}  // namespace

ActKind decide_on_licence() { return {kForm, record}; }

}  // namespace lotline::service
