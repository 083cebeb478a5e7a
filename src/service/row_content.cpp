#include "service/row_content.h"

#include <algorithm>

#include "base/text.h"
#include "proof/sha256.h"

namespace lotline::service {

std::string content_of(std::span<const std::pair<std::string_view, std::string_view>> filled) {
  const bool person = std::ranges::any_of(filled, [](const auto& field) { return trim(field.second) == "person"; });
  std::string content;
  for (const auto& [name, text] : filled) {
    const auto value = trim(text);
    const bool personal = person && (name == "name" || name == "number" || name == "address");
    if (value.empty() || personal) continue;
    content.append(name).push_back('\0');
    content.append(value).push_back('\0');
  }
  return proof::to_hex(proof::sha256(content)).substr(0, 32);
}

}  // namespace lotline::service
