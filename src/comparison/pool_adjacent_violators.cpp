#include "comparison/pool_adjacent_violators.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/check.h"
#include "comparison/log10.h"

namespace lotline::comparison {

namespace {

struct Pool {
  double same = 0, different = 0;  ///< weights
  std::size_t end = 0;             ///< one past its last value, in order of value

  /// Whether a pool of higher values has no larger share of the same source.
  [[nodiscard]] bool reaches(const Pool& higher) const { return same * higher.different >= higher.same * different; }
};

}  // namespace

std::vector<double> pooled_llrs(std::span<const ClassedValue> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a].value < values[b].value; });
  std::vector<Pool> pools;
  double all_same = 0, all_different = 0;
  for (std::size_t i = 0; i < order.size();) {
    // Equal values are one pool from the first.
    Pool pool;
    const double value = values[order[i]].value;
    for (; i < order.size() && !(value < values[order[i]].value); ++i)
      (values[order[i]].same ? pool.same : pool.different) += values[order[i]].weight;
    pool.end = i;
    all_same += pool.same;
    all_different += pool.different;
    while (!pools.empty() && pools.back().reaches(pool)) {
      pool.same += pools.back().same;
      pool.different += pools.back().different;
      pools.pop_back();
    }
    pools.push_back(pool);
  }
  CHECK(all_same > 0 && all_different > 0);
  std::vector<double> llrs(values.size(), 0.0);
  std::size_t at = 0;
  for (const Pool& pool : pools) {
    const double llr = pool.different == 0 ? std::numeric_limits<double>::infinity()
                       : pool.same == 0    ? -std::numeric_limits<double>::infinity()
                                           : log10((pool.same / all_same) / (pool.different / all_different));
    for (; at < pool.end; ++at) llrs[order[at]] = llr;
  }
  return llrs;
}

}  // namespace lotline::comparison
