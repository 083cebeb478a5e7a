#include "custody/order.h"
#include "service/acts.h"
#include "service/logged.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

const Form kForm{"correct",
                 "puts a wrong movement right by an entry that names it; nothing is edited",
                 {{"movement", "number of the movement that was wrong", "18", true},
                  {"rounds", "how many of it never happened; all when empty", ""},
                  {"on", "day from which it counts; today when empty", ""},
                  {"basis", "document it rests on", "Delivery note 7, reread"},
                  {"note", "what was wrong", "entered twice", true}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  const RecordNumber wrong = TRY(of_field("movement", Lookup::number(values.text("movement"))));
  const Record original = TRY(logged(desk.store, wrong));
  const auto* movement = std::get_if<custody::MovementPosted>(&original.what);
  if (movement == nullptr) return refuse(not_a_movement, "{} is a {}", wrong, kind_of(original.what));
  std::optional<Rounds> rounds;
  if (values.has("rounds")) rounds = TRY(values.rounds("rounds"));
  return enter(desk, circumstance,
               TRY(custody::decide_correction(desk.store.state().book, *movement, wrong, rounds, values.text("note"))));
}

}  // namespace

ActKind correct() { return {kForm, record}; }

}  // namespace lotline::service
