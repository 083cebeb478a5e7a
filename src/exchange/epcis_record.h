#pragma once
// One event into the register: recognised as recorded before, or recorded as the acts it tells, or as an observation;
// or, where it declares an earlier event wrong, as the corrections of what that one recorded.

#include "exchange/epcis_context.h"
#include "exchange/epcis_names.h"

namespace lotline::exchange {

enum class EventTaken { recorded, skipped };

/// Why an event was refused, and where in the document.
struct EventRefused {
  std::string path;
  Refusal refusal;
};

/// `spaces` are the prefixes its document declares. Inside an open unit of work; after a refusal the work is to be
/// undone to the mark before it. An event is known by its eventID, or by its hash (CBV 2.0) where it has none: the same
/// with the same content is skipped, with other content refused.
std::expected<EventTaken, EventRefused> take_event(const EpcisEvent& event, const EpcisContext::Spaces& spaces,
                                                   EpcisNames& names);

}  // namespace lotline::exchange
