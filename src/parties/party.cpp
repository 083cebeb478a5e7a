#include "parties/party.h"

namespace lotline::parties {

PartyId organisation_of(const Directory& directory, PartyId party) {
  for (;;) {
    const auto row = directory.parties.find(make_key(party));
    if (!row || !row->parent) return party;
    party = row->parent;
  }
}

bool belongs_to(const Directory& directory, PartyId party, PartyId organisation) {
  while (party && party != organisation) {
    const auto row = directory.parties.find(make_key(party));
    party = row ? row->parent : PartyId{};
  }
  return party == organisation;
}

}  // namespace lotline::parties
