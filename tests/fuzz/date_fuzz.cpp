// Any bytes as a day, a span of days or an instant: what is read is written and read again the same.

#include <cstdlib>

#include "base/date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  if (const auto when = lotline::parse_when(text); when && lotline::parse_when(lotline::to_text(*when)) != when)
    std::abort();
  if (const auto day = lotline::parse_day(text); day && lotline::parse_day(lotline::to_text(*day)) != day) std::abort();
  if (const auto at = lotline::parse_instant(text); at && lotline::parse_instant(lotline::to_text(*at)) != at)
    std::abort();
  return 0;
}
