#pragma once
// Where rounds of a lot left lawful hands, as far as records say (para 73): a theft, a loss, a dispatch never received,
// a transfer without or outside its licence, a broken undertaking, a shortage; else between the last holder and the
// place of the find.

#include <vector>

#include "tracing/answer.h"
#include "tracing/holders.h"

namespace lotline::tracing {

/// Of one lot; none when nothing on record happened by the day of recovery.
std::vector<Departure> departures_of(const WeighedLot& lot, const std::vector<Irregularity>& irregular,
                                     const std::vector<KnownEvent>& events, const DayOfFind& find, Names& names);

/// What remains when no departure is on record: between the likeliest last lawful holder and where it was found.
Departure unknown_departure(const std::vector<Holder>& holders, const std::string& found_in, const DayOfFind& find,
                            const catalogue::Catalogue& catalogue);

}  // namespace lotline::tracing
