// Any bytes as a calibre: ranked readings, never a crash.

#include "marking/calibre_reading.h"
#include "tests/fuzz/marks_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lotline;
  if (size > fuzz::kLongestMark) return 0;
  static const marking::CalibreReader reader(fuzz::tables());
  fuzz::check_probabilities(reader.read({reinterpret_cast<const char*>(data), size}));
  return 0;
}
