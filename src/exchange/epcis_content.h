#pragma once
// What tells one event from another: its ref, and a digest of all it says, the same however its identifiers and words
// are spelt. The event hash of the standard is for exchange only: events that differ can have the same one.

#include <string>

#include "exchange/epcis_event.h"

namespace lotline::exchange {

/// 32 hexadecimal digits over everything but eventID, recordTime, errorDeclaration and why it was refused before.
/// Every part is written with its length before it, so that no two events are written alike.
[[nodiscard]] std::string content_of(const EpcisEvent& event);

/// Type, action, business step and disposition, for people.
[[nodiscard]] std::string words_of(const EpcisEvent& event);

/// The keys under which an observation is found: of packages and lots as their codes are, else the URI.
[[nodiscard]] std::vector<std::string> subjects_of(const EpcisEvent& event);

}  // namespace lotline::exchange
