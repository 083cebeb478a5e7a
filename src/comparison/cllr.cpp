#include "comparison/cllr.h"

#include <vector>

#include "base/check.h"
#include "comparison/log10.h"

namespace lotline::comparison {

namespace {

/// log2(1 + 10^llr), without overflow.
double bits_of(double llr) {
  if (llr > 0) return llr * ln_10 / ln_2 + bits_of(-llr);
  return steady::log(1 + power_of_10(llr)) / ln_2;
}

}  // namespace

double cllr(std::span<const ClassedValue> llrs) {
  double same = 0, different = 0, weight_same = 0, weight_different = 0;
  for (const ClassedValue& v : llrs) {
    if (v.weight == 0) continue;
    (v.same ? same : different) += v.weight * bits_of(v.same ? -v.value : v.value);
    (v.same ? weight_same : weight_different) += v.weight;
  }
  CHECK(weight_same > 0 && weight_different > 0);
  return 0.5 * (same / weight_same + different / weight_different);
}

Cost cost(std::span<const ClassedValue> llrs) {
  std::vector<ClassedValue> pooled(llrs.begin(), llrs.end());
  const std::vector<double> best = pooled_llrs(llrs);
  for (std::size_t i = 0; i < pooled.size(); ++i) pooled[i].value = best[i];
  return {cllr(llrs), cllr(pooled)};
}

}  // namespace lotline::comparison
