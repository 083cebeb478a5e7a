// Any bytes as a year mark: weighted years, never a crash.

#include <cmath>
#include <cstdlib>

#include "marking/year_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const auto& reading : lotline::marking::read_year({reinterpret_cast<const char*>(data), size}, {}))
    if (!std::isfinite(reading.weight) || reading.weight < 0 || reading.last < reading.first) std::abort();
  return 0;
}
