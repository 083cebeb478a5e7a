#include "service/exhibit_account.h"

#include "custody/refusals.h"
#include "seizure/refusals.h"

namespace lotline::service {

Result<custody::AccountRow> account_of(Desk& desk, ExhibitId id) {
  auto& state = desk.store.state();
  const auto exhibit = state.exhibits.exhibits.find(make_key(id));
  if (!exhibit) return refuse(seizure::unknown_exhibit, "{}", id.number);
  const LotId lot = exhibit->lot ? exhibit->lot : LotId{id.number};
  std::optional<custody::AccountRow> found;
  state.book.accounts.scan(make_key(lot), [&](const custody::AccountRow& account) {
    const bool here = account.standing == custody::Standing::exhibit && account.where == custody::where_of(id) &&
                      account.rounds > Rounds{};
    if (here) found = account;
    return !here;
  });
  if (!found) return refuse(custody::not_enough_rounds, "exhibit {} holds no rounds", id.number);
  return *found;
}

Result<ExhibitId> exhibit_field(const Values& values) {
  return ExhibitId{TRY(of_field("exhibit", Lookup::number(values.text("exhibit"))))};
}

}  // namespace lotline::service
