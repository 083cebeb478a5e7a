// Any bytes as a lot mark: readings whose probabilities add up, never a crash.

#include "marking/lot_mark.h"
#include "marking/lot_mark_key.h"
#include "tests/fuzz/marks_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lotline;
  if (size > fuzz::kLongestMark) return 0;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  marking::LotMarkContext context;
  context.today = day_of(2026, 6, 1);
  fuzz::check_probabilities(marking::read_lot_mark(text, context));
  const auto key = marking::lot_mark_key(text);
  if (marking::lot_mark_key(key) != key) std::abort();
  return 0;
}
