// Any bytes as a headstamp: ranked readings, never a crash.

#include "marking/headstamp.h"
#include "tests/fuzz/marks_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lotline;
  if (size > fuzz::kLongestMark) return 0;
  static const marking::HeadstampReader reader(fuzz::tables());
  const marking::HeadstampMarks marks{{reinterpret_cast<const char*>(data), size}, {}, {}, {}};
  fuzz::check_probabilities(reader.read(marks));
  return 0;
}
