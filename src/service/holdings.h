#pragma once
// Rounds by possessor, place and standing: from the accounts as they stand, or worked out from the entries as of
// another day.

#include "service/cards.h"
#include "tracing/lot_history.h"
#include "tracing/names.h"

namespace lotline::service {

/// "DEPOT", "dispatch 12", "exhibit 34": where an account is, in words.
std::string place_in_words(const std::string& where);

/// Where the rounds of a lot are.
struct Stock {
  std::vector<Holding> holdings;  ///< those with rounds in them, sources left out
  custody::LotTotalsRow totals;   ///< the sums of all by standing
};

Stock stock_now(const custody::Book& book, tracing::Names& names, const custody::LotRow& lot);
/// As of the day for which the history was read.
Stock stock_then(const tracing::LotHistory& history, tracing::Names& names);
/// What has been asked of a lot's entries, as a question of a trace.
tracing::Question question_as_of(const AsOf& as_of);

}  // namespace lotline::service
