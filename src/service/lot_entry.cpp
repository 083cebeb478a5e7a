#include "service/lot_entry.h"

namespace lotline::service {

Result<LotEntry> lot_entry(std::string_view text, std::string_view shape) {
  text = trim(text);
  const auto first = text.find(' ');
  const auto last = text.rfind(' ');
  if (first == std::string_view::npos || first == last) return refuse(missing_value, "\"{}\" is not {}", text, shape);
  return LotEntry{text.substr(0, first), trim(text.substr(first, last - first)), text.substr(last + 1)};
}

}  // namespace lotline::service
