#pragma once
// What other modules have on record of a lot or a holder that is no entry of the ledger: decided diversions, shortages
// that stocktakes found, incidents.

#include <vector>

#include "service/state.h"
#include "tracing/sources.h"

namespace lotline::service {

std::vector<tracing::KnownEvent> events_of_lot(State& state, const catalogue::Catalogue& catalogue, LotId lot);

/// A holder's shortages, each stocktake as one; the incidents and diversions that name it.
std::vector<tracing::KnownEvent> events_of_holder(State& state, const catalogue::Catalogue& catalogue, PartyId holder);

/// What stocktakes of a holder counted less of than the book had, lot by lot, as far as nothing is decided of it: what
/// was found to be stolen or lost stands in the book as such.
std::vector<tracing::Shortage> shortages_of_holder(State& state, PartyId holder);

}  // namespace lotline::service
