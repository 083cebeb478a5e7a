#pragma once
// The line of supply of a lot: maker, first recipient, every later movement, with what is missing between them.

#include <vector>

#include "tracing/answer.h"
#include "tracing/lot_history.h"
#include "tracing/lot_state.h"
#include "tracing/names.h"
#include "tracing/trace_options.h"

namespace lotline::tracing {

/// The dispatch that an entry opens, receives or takes from; none when it belongs to none.
ShipmentId shipment_of(const custody::EntryRow& row);

/// Who had the rounds before the entry and who after, as a reader means it: the receiver of a dispatch is the party it
/// was sent to and not its carrier.
struct Hands {
  PartyId from;
  PartyId to;
};
Hands hands_of(const custody::EntryRow& row, Names& names);

/// The licence the entry names, or else that of the dispatch it belongs to.
LicenceId licence_of(const custody::EntryRow& row, Names& names);

/// One entry as a step, without what the lot's other entries make of it: corrected, late, gap.
SupplyStep step_of(const custody::EntryRow& row, const LotRef& lot, Names& names);

/// Every entry in view, in the order of happening.
std::vector<SupplyStep> line_of_supply(const LotHistory& history, const DayOfFind& find, const TraceOptions& options,
                                       Names& names);

}  // namespace lotline::tracing
