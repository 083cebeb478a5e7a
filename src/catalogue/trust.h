#pragma once
// How far a row of reference data may be relied on. The trust reaches the user: only `stated` may confirm an identity.

#include <optional>
#include <string_view>

namespace lotline::catalogue {

enum class Trust {
  stated,      ///< a source states exactly this (for a headstamp: which maker used the code)
  sourced,     ///< a source stands behind part of it (the brand, the country, that the mark was seen)
  unverified,  ///< from memory only
};

[[nodiscard]] std::string_view to_text(Trust trust);
[[nodiscard]] std::optional<Trust> parse_trust(std::string_view word);

}  // namespace lotline::catalogue
