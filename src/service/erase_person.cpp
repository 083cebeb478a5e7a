#include "parties/refusals.h"
#include "service/acts.h"
#include "service/logged.h"

#include "custody/lot_end.h"

namespace lotline::service {

namespace {

const Form kForm{"erase",
                 "erases a person's name, address and number; the log keeps their hashes",
                 {{"party", "the person's code", "P-0123456789abcdef", true},
                  {"basis", "decision it rests on", "Request 9/2035", true}}};

/// The last day on which something was recorded of the person that does not end by itself, or ended: registration, a
/// licence in force, a firearm registered to them.
Day last_bound(Desk& desk, PartyId person) {
  auto& state = desk.store.state();
  const auto recorded_on = [&](RecordNumber number) { return logged(desk.store, number)->recorded_at.day(); };
  Day last = recorded_on(person.number);
  state.licences.licences.scan_by("holder", person.number, [&](const licensing::LicenceRow& licence) {
    last = std::max({last, recorded_on(licence.id.number), licence.expires_on});
    return true;
  });
  state.firearms.firearms.scan({}, [&](const firearms::FirearmRow& firearm) {
    if (firearm.owner == person) last = std::max(last, recorded_on(firearm.id.number));
    return true;
  });
  return last;
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  auto& state = desk.store.state();
  const PartyId person = TRY(desk.lookup.party(values, "party"));
  if (state.personal.all(make_key(person)).empty())
    return refuse(parties::nothing_to_erase, "{}", values.text("party"));
  Day since = last_bound(desk, person);
  // An account stays when it is empty, so that every lot the person had is found.
  std::set<LotId> lots;
  state.book.accounts.scan_by("possessor", person.number,
                              [&](const custody::AccountRow& account) { return lots.insert(account.lot), true; });
  for (const LotId lot : lots) {
    const auto end = custody::ended_on(state.book, lot);
    if (!end) return refuse(parties::kept_too_short, "lot {} may exist", lot.number);
    since = std::max(since, *end);
  }
  const Day kept_until = years_after(since, static_cast<int>(desk.profile().years_kept));
  if (desk.today() < kept_until)
    return refuse(parties::kept_too_short, "counted from {}, kept at least to {}", to_text(since), to_text(kept_until));
  return enter(desk, circumstance, parties::PersonalErased{person, values.text("basis")});
}

}  // namespace

ActKind erase_person() { return {kForm, record}; }

}  // namespace lotline::service
