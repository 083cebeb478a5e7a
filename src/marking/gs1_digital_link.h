#pragma once
// GS1 Digital Link: a web address that carries the identifiers,
// "https://id.gs1.org/01/09521234543213/10/ABC123?17=...". Any domain and any path before the key. GS1 Digital Link
// Standard: URI Syntax 1.3 onwards; not the compressed form.

#include <string>
#include <string_view>

#include "base/refusal.h"
#include "marking/gs1_identifiers.h"

namespace lotline::marking {

/// Whether the text is a web address at all.
[[nodiscard]] bool looks_like_link(std::string_view text);

/// The elements of a link, not yet checked. Query members that are not identifiers (linkType) are passed over; an 8, 12
/// or 13 digit trade item number in the path is filled up to 14.
Result<Gs1Elements> split_digital_link(std::string_view text);

/// Key and qualifiers in the path, in their order, all else in the query. Refuses elements without a key.
Result<std::string> to_digital_link(const Gs1Elements& elements, std::string_view domain);

}  // namespace lotline::marking
