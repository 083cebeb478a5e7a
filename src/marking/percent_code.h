#pragma once
// Percent-encoding of web addresses and EPC URNs (RFC 3986).

#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::marking {

/// Refuses a percent sign that two hexadecimal digits do not follow, and what stands for bytes that are not UTF-8.
Result<std::string> percent_decoded(std::string_view text);
/// Leaves letters, digits and - . _ ~ as they are.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace lotline::marking
