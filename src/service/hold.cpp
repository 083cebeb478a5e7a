#include "custody/order.h"
#include "service/acts.h"
#include "service/exhibit_account.h"

namespace lotline::service {

namespace {

const Form kHold{"hold",
                 "a court's hold on rounds of an account or on an exhibit",
                 {{"holder", "code of the party that holds the rounds", "POLICE-1"},
                  {"place", "store they are in", "CENTRAL-DEPOT"},
                  {"maker", "of the lot", "MAKER-1"},
                  {"lot", "its number as marked", "ABC17A001-001"},
                  {"product", "when the number is not enough", ""},
                  {"exhibit", "number of an exhibit, instead of holder and lot", ""},
                  {"rounds", "how many; of an exhibit all when empty", "50"},
                  {"kind", "judicial or investigation", "judicial"},
                  {"on", "day it was made; today when empty", ""},
                  {"basis", "court order it rests on", "Order 19/2021", true}}};

const Form kLift{"lift",
                 "the end of a hold",
                 {{"hold", "number of the record that made it", "31", true},
                  {"on", "day it was lifted; today when empty", ""},
                  {"basis", "final decision it rests on", "Decision 4/2023", true}}};

Result<RecordNumber> record_hold(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  custody::HoldMade hold;
  hold.kind = TRY(values.word_or("kind", custody::HoldKind::judicial));
  hold.basis = values.text("basis");
  if (values.has("exhibit")) {
    const auto account = TRY(account_of(desk, TRY(exhibit_field(values))));
    hold.lot = account.lot;
    hold.side = {account.possessor, account.standing, account.where};
    hold.rounds = values.has("rounds") ? TRY(values.rounds("rounds")) : account.rounds;
  } else {
    hold.lot = TRY(desk.lookup.lot(values));
    hold.side = {TRY(desk.lookup.party(values, "holder")), custody::Standing::held, values.text("place")};
    hold.rounds = TRY(values.rounds("rounds"));
  }
  return enter(desk, circumstance, TRY(custody::decide_hold(desk.store.state().book, std::move(hold))));
}

Result<RecordNumber> record_lift(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  custody::HoldLifted lifting{values.text("basis"), HoldId{TRY(of_field("hold", Lookup::number(values.text("hold"))))}};
  return enter(desk, circumstance, TRY(custody::decide_lifting(desk.store.state().book, std::move(lifting))));
}

}  // namespace

ActKind hold() { return {kHold, record_hold}; }
ActKind lift_hold() { return {kLift, record_lift}; }

}  // namespace lotline::service
