// Any bytes as an X3P file: a scan or a refusal. A scan that was read is written by the strict writer and read again as
// the same heights.

#include <cmath>
#include <cstdlib>

#include "tests/fuzz/x3p_again.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto scan = lotline::surface::read_x3p({reinterpret_cast<const std::byte*>(data), size});
  if (scan) lotline::fuzz::demand_same_again(*scan);
  return 0;
}
