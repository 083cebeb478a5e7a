#pragma once
// The event hash of CBV 2.0 (section 8.9.2): one identity for one event however it is written, for interchange only. It
// is no evidence: different events can have the same hash. docs/formats/epcis.md says where implementations differ and
// which side is taken.

#include <cstdint>
#include <string>

#include "base/refusal.h"
#include "exchange/epcis_context.h"
#include "exchange/epcis_event.h"

namespace lotline::exchange {

/// The standard's table puts sources before destinations, and so do most implementations; the reference implementation
/// in Python and its published examples do it the other way round.
enum class EpcisHashOrder : std::uint8_t { source_first, destination_first };

/// The text that is hashed. `namespaces` are those of the document. REQUIRES an event that was parsed; refuses one
/// whose text is not JSON.
Result<std::string> epcis_prehash(const EpcisEvent& event, const EpcisContext::Spaces& namespaces,
                                  EpcisHashOrder order = EpcisHashOrder::source_first);

/// ni:///sha-256;<64 hexadecimal digits>?ver=CBV2.0
Result<std::string> epcis_event_hash(const EpcisEvent& event, const EpcisContext::Spaces& namespaces,
                                     EpcisHashOrder order = EpcisHashOrder::source_first);

}  // namespace lotline::exchange
