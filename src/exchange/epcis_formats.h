#pragma once
// How single values of an EPCIS event are written: times, offsets, URIs, units.

#include <cstdint>
#include <string_view>

#include "base/refusal.h"
#include "exchange/epcis_event.h"

namespace lotline::exchange {

/// RFC 3339 date and time with its offset from UTC. Refuses days and times that do not exist, and one without offset.
Result<EpcisTime> parse_epcis_time(std::string_view text);
/// Minutes of an eventTimeZoneOffset.
Result<std::int32_t> parse_zone_offset(std::string_view text);
/// RFC 3986: a scheme, a colon, and behind it characters that a URI may hold, at least one.
Result<std::string_view> parse_uri(std::string_view text);
[[nodiscard]] bool is_uri(std::string_view text);
/// A code of UN/ECE Recommendation 20.
Result<std::string_view> parse_uom(std::string_view text);

}  // namespace lotline::exchange
