#pragma once
// Rounds by possessor, place and standing: from the accounts as they stand, or worked out from the entries as of
// another day.

#include "service/cards.h"
#include "tracing/names.h"

namespace lotline::service {

/// "DEPOT", "dispatch 12", "exhibit 34": where an account is, in words.
std::string place_in_words(const std::string& where);

/// All holdings of a lot with rounds in them (sources left out).
std::vector<Holding> holdings_of(const tracing::Sources& sources, tracing::Names& names, const custody::LotRow& lot,
                                 const AsOf& as_of);
/// What has been asked of a lot's entries, as a question of a trace.
tracing::Question question_as_of(const AsOf& as_of);

}  // namespace lotline::service
