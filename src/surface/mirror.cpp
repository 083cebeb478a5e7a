#include "surface/mirror.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace lotline::surface {

namespace {

template <class Value>
void turn_rows(std::vector<Value>& values, std::size_t columns) {
  for (std::size_t begin = 0; columns > 0 && begin + columns <= values.size(); begin += columns)
    std::reverse(values.begin() + static_cast<std::ptrdiff_t>(begin),
                 values.begin() + static_cast<std::ptrdiff_t>(begin + columns));
}

/// The share of 2^n throws of a coin with k heads or more.
double heads_or_more(std::size_t k, std::size_t n) {
  double ways = 1, sum = 0, all = 0;  // of 0 heads; scaled alike as they go, so that nothing overflows
  for (std::size_t heads = 0; heads <= n; ++heads) {
    all += ways;
    if (heads >= k) sum += ways;
    ways = ways * static_cast<double>(n - heads) / static_cast<double>(heads + 1);
    if (ways > 1e200)
      for (double* number : {&ways, &sum, &all}) *number *= 1e-200;
  }
  return sum / all;
}

}  // namespace

Prepared mirrored(const Prepared& surface) {
  Prepared out = surface;
  turn_rows(out.heights_um, out.columns);
  turn_rows(out.present, out.columns);
  return out;
}

HeightMap mirrored(const HeightMap& map) {
  HeightMap out = map;
  turn_rows(out.heights_m, out.columns);
  return out;
}

HeightMap as_cast(const HeightMap& map, Cast cast) {
  if (cast != Cast::negative) return map;
  HeightMap out = mirrored(map);
  for (double& height : out.heights_m) height = -height;
  return out;
}

Prepared as_cast(const Prepared& surface, Cast cast) {
  if (cast != Cast::negative) return surface;
  Prepared out = mirrored(surface);
  // A missing point keeps its height 0, without a sign.
  for (std::size_t i = 0; i < out.heights_um.size(); ++i) out.heights_um[i] = 0 - out.heights_um[i];
  return out;
}

MirrorSuspicion mirror_suspicion(std::span<const BothWays> pairs, const MirrorOptions& options) {
  MirrorSuspicion found;
  for (const auto& pair : pairs) {
    CHECK(std::isfinite(pair.as_it_is) && std::isfinite(pair.as_mirrored));
    const double difference = pair.as_mirrored - pair.as_it_is;
    if (difference == 0 || std::fabs(difference) < options.least_difference) continue;
    ++found.compared;
    if (difference > 0) ++found.for_mirrored;
  }
  found.by_chance = heads_or_more(found.for_mirrored, found.compared);
  found.suspected = found.compared > 0 && found.by_chance <= options.by_chance_at_most;
  return found;
}

}  // namespace lotline::surface
