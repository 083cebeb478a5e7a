#include "service/lot_parts.h"

namespace lotline::service {

Result<LotParts> LotParts::of(std::string_view words) {
  LotParts parts;
  if (trim(words).empty()) return parts;
  parts.parts_ = 0;
  for (const std::string_view name : split(words, ',')) {
    const LotPart part = TRY(parse_word<LotPart>(trim(name), "parts"));
    parts.parts_ |= std::uint32_t{1} << static_cast<unsigned>(part);
  }
  return parts;
}

}  // namespace lotline::service
