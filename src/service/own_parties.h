#pragma once
// The parties that are one organisation's, and the lots they have or had, a few at a time.

#include <vector>

#include "service/state.h"

namespace lotline::service {

/// The organisation and its units, at any depth. Empty of none.
std::vector<PartyId> own_parties(const State& state, PartyId organisation);

/// The first lots, in their order, from this one on, that have or had an account with any of the parties; at most so
/// many. Lots only on their way to them are not among these.
std::vector<LotId> lots_from(const State& state, const std::vector<PartyId>& parties, LotId from, std::size_t most);

}  // namespace lotline::service
