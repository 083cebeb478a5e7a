#pragma once
// How old a round was when it was recovered, and whether it is recent (para 22).

#include <optional>
#include <string>

#include "base/date.h"
#include "tracing/answer.h"

namespace lotline::tracing {

/// Years between, from the latest manufacture and earliest find to the reverse; never below 0.
Age age_of(const When& made, const When& found);

/// Whether it was made in the year of recovery, or after the reference date: certain, possible or no.
std::string recent_of(const When& made, const When& found, const std::optional<Day>& reference);

/// Against what recent_of judges, in words.
std::string recent_reference(const When& found, const std::optional<Day>& reference);

/// The ages of several, weighted: the widest bounds of those that count and the mean.
std::optional<Age> pooled_age(const std::vector<CandidateLot>& lots);

}  // namespace lotline::tracing
