#pragma once
// What an answer cannot say, and why (para 74).

#include <vector>

#include "tracing/answer.h"
#include "tracing/holders.h"
#include "tracing/recipients.h"

namespace lotline::tracing {

/// Of one lot: where its trail stops, buyers nobody recorded, rounds that lost their lot, dates that are imprecise.
std::vector<Limit> limits_of(const WeighedLot& lot, const Recipients& recipients, bool dealers_name_buyers,
                             Names& names);

/// Of the whole answer: what a lot match is worth, whether the day is known, whether readings rest on unverified rows.
std::vector<Limit> general_limits(const Answer& answer, const DayOfFind& find);

}  // namespace lotline::tracing
