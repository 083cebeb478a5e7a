// Any bytes as a package code: what is read and written in brackets is read again under the same key.

#include <cstdlib>

#include "marking/package_code.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lotline;
  const Day today = day_of(2026, 6, 1);
  const auto code = marking::read_package_code({reinterpret_cast<const char*>(data), size}, today);
  if (!code) return 0;
  const auto key = marking::package_code_key(*code);
  if (!code->is_gs1()) return 0;
  const auto again = marking::read_package_code(marking::to_bracketed(*code), today);
  if (!again || marking::package_code_key(*again) != key) std::abort();
  return 0;
}
