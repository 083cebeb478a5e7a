#include "parties/refusals.h"
#include "service/acts.h"
#include "service/logged.h"

namespace lotline::service {

namespace {

/// Firearms Protocol art. 7: information is kept for at least ten years.
constexpr int kYearsKept = 10;

const Form kForm{"erase",
                 "erases a person's name, address and number; the log keeps their hashes",
                 {{"party", "the person's code", "P-0123456789abcdef", true},
                  {"basis", "decision it rests on", "Request 9/2035", true}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  auto& state = desk.store.state();
  const PartyId party = TRY(desk.lookup.party(values, "party"));
  if (state.personal.all(make_key(party)).empty()) return refuse(parties::nothing_to_erase, "{}", values.text("party"));
  const Record registered = TRY(logged(desk.store, party.number));
  const Day since = registered.recorded_at.day();
  const Day kept_until{since.count + kYearsKept * 365 + kYearsKept / 4 + 1};
  if (desk.today() < kept_until)
    return refuse(parties::kept_too_short, "registered {}, kept at least to {}", to_text(since), to_text(kept_until));
  // While the person still holds rounds, the lot exists and so does the need for the record (R29).
  std::optional<custody::AccountRow> holding = state.book.accounts.first_by("possessor", party.number);
  if (holding)
    return refuse(parties::kept_too_short, "an account of lot {} still stands in the person's name",
                  holding->lot.number);
  return enter(desk, circumstance, parties::PersonalErased{party, values.text("basis")});
}

}  // namespace

ActKind erase_person() { return {kForm, record}; }

}  // namespace lotline::service
