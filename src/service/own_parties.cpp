#include "service/own_parties.h"

#include <set>

namespace lotline::service {

std::vector<PartyId> own_parties(const State& state, PartyId organisation) {
  std::vector<PartyId> parties;
  if (!organisation) return parties;
  parties.push_back(organisation);
  for (std::size_t at = 0; at < parties.size(); ++at)
    state.parties.parties.scan_by("parent", parties[at].number,
                                  [&](const parties::PartyRow& unit) { return parties.push_back(unit.id), true; });
  return parties;
}

std::vector<LotId> lots_from(const State& state, const std::vector<PartyId>& parties, LotId from, std::size_t most) {
  std::set<LotId> lots;
  for (const PartyId party : parties) {
    std::set<LotId> of_party;
    state.book.accounts.scan_by_from("possessor", party.number, make_key(from),
                                     [&](const custody::AccountRow& account) {
                                       of_party.insert(account.lot);
                                       return of_party.size() < most;
                                     });
    lots.merge(of_party);
  }
  std::vector<LotId> first(lots.begin(), lots.end());
  if (first.size() > most) first.resize(most);
  return first;
}

}  // namespace lotline::service
