#pragma once
// Elements of main.xml by name, whatever prefix they carry, and their texts as values.

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/refusal.h"
#include "surface/finding.h"

namespace lotline::surface {

/// The name without its prefix.
[[nodiscard]] std::string_view local_name(std::string_view name);
/// The first child of this name; a null node where there is none.
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node parent, std::string_view name);
/// Refuses (missing_element) a child that is not there.
Result<pugi::xml_node> needed_child(pugi::xml_node parent, std::string_view name);
[[nodiscard]] std::string_view text_of(pugi::xml_node element);  ///< trimmed

/// A finite number; refuses (bad_element) anything else.
Result<double> number_of(pugi::xml_node element);
/// A whole number from 0 to 2^63 - 1.
Result<std::uint64_t> count_of(pugi::xml_node element);
/// A text that may be shown and stored: what may not (control characters, bytes that are no UTF-8) is replaced by '?',
/// what is too long for a field is cut off, each with a finding.
[[nodiscard]] std::string safe_text(pugi::xml_node element, Findings& findings);

}  // namespace lotline::surface
