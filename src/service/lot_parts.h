#pragma once
// What of a lot's card is asked for: who wants to know where the rounds are need not wait for the line of supply.

#include <cstdint>

#include "base/words.h"

namespace lotline::service {

enum class LotPart : std::uint8_t {
  balance,
  holdings,
  line_of_supply,
  packages,
  conditions,
  observations,
  exhibits,
  duties,
  traceability,
  late
};

class LotParts {
 public:
  /// All of them.
  LotParts() = default;
  /// "balance, holdings"; all of them when empty. Refuses a word that names no part.
  static Result<LotParts> of(std::string_view words);

  [[nodiscard]] bool has(LotPart part) const { return (parts_ >> static_cast<unsigned>(part) & 1U) != 0; }

 private:
  std::uint32_t parts_ = ~std::uint32_t{0};
};

}  // namespace lotline::service

namespace lotline {

template <>
struct Words<service::LotPart> {
  using enum service::LotPart;
  static constexpr std::array<Word<service::LotPart>, 10> all{{{balance, "balance"},
                                                               {holdings, "holdings"},
                                                               {line_of_supply, "line_of_supply"},
                                                               {packages, "packages"},
                                                               {conditions, "conditions"},
                                                               {observations, "observations"},
                                                               {exhibits, "exhibits"},
                                                               {duties, "duties"},
                                                               {traceability, "traceability"},
                                                               {late, "late"}}};
};

}  // namespace lotline
