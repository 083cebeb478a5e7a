// Any bytes as features of a surface: read or refused. What was read has one form in bytes, and can be compared.

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "comparison/compare.h"

namespace comparison = lotline::comparison;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span bytes(reinterpret_cast<const std::byte*>(data), size);
  auto features = comparison::decode_stored(bytes);
  if (!features) return 0;
  const std::vector<std::byte> again = comparison::encode(*features);
  if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) std::abort();
  // Reading is what any bytes come to; comparing takes a tenth of a second under the sanitizers and is tried with the
  // smallest surfaces.
  if (features->present.size() > 100) return 0;
  comparison::expand(*features);
  const auto found =
      comparison::compare(*features, *features, {.reach_um = 80, .candidates = 2, .kept = 1, .finalists = 1});
  if (!std::isfinite(found.score) || found.correlation < -1 || found.correlation > 1) std::abort();
  return 0;
}
