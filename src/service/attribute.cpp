#include "custody/order.h"
#include "seizure/refusals.h"
#include "seizure/trace_result.h"
#include "service/acts.h"
#include "service/exhibit_account.h"

namespace lotline::service {

namespace {

const Form kForm{
    "attribute",
    "debits, by a decision, whom recovered rounds came from",
    {{"from", "code of the party that is debited", "POLICE-1", true},
     {"from_place", "store or site", "CENTRAL-DEPOT"},
     {"out_of", "standing they were recorded in: held, lost, stolen, sold or exported", "stolen", true},
     {"maker", "of the lot", "MAKER-1", true},
     {"lot", "its number as marked", "ABC17A001-001", true},
     {"product", "when the number is not enough", ""},
     {"rounds", "how many", "3", true},
     {"on", "day of the decision; today when empty", ""},
     {"basis", "decision it rests on", "Decision 4/2023", true},
     {"note", "free words", ""},
     {"exhibit", "number of the exhibit they are, so that recoveries from one depot are seen together", ""}}};

/// The exhibit is then traced to whom it was debited from.
Result<void> enter_result(Desk& desk, const Values& values, const custody::MovementOrder& order, RecordNumber debited,
                          Circumstance circumstance) {
  seizure::ExhibitTraced traced;
  traced.exhibit = TRY(exhibit_field(values));
  traced.result = "to_last_holder";
  traced.holder = order.from;
  traced.place = order.from_place;
  traced.debited = debited;
  traced = TRY(seizure::decide_trace_result(desk.store.state().exhibits, std::move(traced)));
  const auto exhibit = desk.store.state().exhibits.exhibits.find(make_key(traced.exhibit));
  if (exhibit->lot != order.lot) return refuse(seizure::other_lot, "exhibit {}", traced.exhibit.number);
  enter(desk, circumstance, std::move(traced));
  return {};
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  using custody::Standing;
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  custody::MovementOrder order;
  order.act = custody::Act::attribute;
  order.from = TRY(desk.lookup.party(values, "from"));
  order.from_place = values.text("from_place");
  order.out_of = TRY(values.word<Standing>("out_of"));
  if (!custody::may_pass(order.act, order.out_of, Standing::unattributed))
    return refuse(unknown_word, "out_of \"{}\"; it is held, lost, stolen, sold or exported", values.text("out_of"));
  order.lot = TRY(desk.lookup.lot(values));
  order.rounds = TRY(values.rounds("rounds"));
  order.note = values.text("note");
  auto& state = desk.store.state();
  const Circumstance unsourced{circumstance.happened, circumstance.basis, {}};
  const RecordNumber number = enter(
      desk, circumstance, TRY(custody::decide_movement(state.book, state.parties, order, desk.store.next_number())));
  if (values.has("exhibit")) TRY(enter_result(desk, values, order, number, unsourced));
  return number;
}

}  // namespace

ActKind attribute() { return {kForm, record}; }

}  // namespace lotline::service
