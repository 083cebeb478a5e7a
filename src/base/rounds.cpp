#include "base/rounds.h"

#include <charconv>

#include "base/refusals.h"

namespace lotline {

Result<Rounds> parse_rounds(std::string_view text) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size()) return refuse(bad_quantity, "\"{}\"", text);
  if (count < 1 || count > kLargestInteger) return refuse(bad_quantity, "\"{}\"", text);
  return Rounds(count);
}

}  // namespace lotline
