#include "comparison/fusion.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "comparison/log10.h"
#include "comparison/logistic.h"
#include "comparison/refusals.h"

namespace lotline::comparison {

namespace {

std::vector<std::size_t> present_in(const MarkLlrs& llrs) {
  std::vector<std::size_t> present;
  for (std::size_t i = 0; i < llrs.size(); ++i)
    if (llrs[i]) present.push_back(i);
  return present;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> values_of(const MarkLlrs& llrs, const std::vector<std::size_t>& present) {
  std::vector<double> values;
  for (const std::size_t i : present) values.push_back(*llrs[i]);
  return values;
}

double uncapped(const FusedMarks& set, const std::vector<double>& values) {
  if (!set.trained) return mean(values);
  return set.intercept + std::inner_product(values.begin(), values.end(), set.weights.begin(), 0.0);
}

/// A set of marks, trained on all pairs that show at least these.
Result<FusedMarks> train_set(const std::vector<std::size_t>& present, std::span<const LabelledMarks> pairs) {
  FusedMarks set;
  set.present = present;
  std::vector<LabelledScore> scores;
  LogisticData data;
  data.columns = present.size();
  for (const LabelledMarks& pair : pairs) {
    if (!std::all_of(present.begin(), present.end(), [&](std::size_t i) { return pair.llrs[i].has_value(); })) continue;
    const std::vector<double> values = values_of(pair.llrs, present);
    for (const double value : values)
      if (!std::isfinite(value)) return refuse(score_not_finite, "a likelihood ratio that is to be fused");
    scores.push_back({mean(values), pair.source_a, pair.source_b});
    data.x.insert(data.x.end(), values.begin(), values.end());
    data.same.push_back(pair.same());
  }
  const SetSize size = size_of(scores);
  if (std::min(size.firearms_same, size.firearms_different) < fewest_to_fuse) return set;
  data.weights = firearm_weights(scores);
  const auto fit = TRY(fit_logistic(data));
  set.trained = true;
  set.intercept = fit.intercept / ln_10;
  // The llrs are in powers of ten already: their weights carry no factor.
  for (const double slope : fit.slopes) set.weights.push_back(slope / ln_10);
  std::vector<ClassedValue> llrs;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto first = data.x.begin() + static_cast<std::ptrdiff_t>(i * present.size());
    llrs.push_back({uncapped(set, {first, first + static_cast<std::ptrdiff_t>(present.size())}), scores[i].same(),
                    data.weights[i]});
  }
  set.cap = empirical_bounds(llrs);
  return set;
}

}  // namespace

Result<Fusion> train_fusion(std::size_t marks, std::span<const LabelledMarks> pairs) {
  Fusion fusion;
  fusion.marks = marks;
  for (std::size_t bits = 1; bits < std::size_t{1} << marks; ++bits) {
    std::vector<std::size_t> present;
    for (std::size_t i = 0; i < marks; ++i)
      if ((bits >> i & 1) != 0) present.push_back(i);
    if (present.size() > 1) fusion.sets.push_back(TRY(train_set(present, pairs)));
  }
  return fusion;
}

std::optional<double> fuse(const Fusion& fusion, const MarkLlrs& llrs) {
  CHECK(llrs.size() == fusion.marks);
  const std::vector<std::size_t> present = present_in(llrs);
  if (present.empty()) return std::nullopt;
  if (present.size() == 1) return llrs[present.front()];
  const auto set = std::find_if(fusion.sets.begin(), fusion.sets.end(),
                                [&](const FusedMarks& known) { return known.present == present; });
  CHECK(set != fusion.sets.end());
  const double llr = uncapped(*set, values_of(llrs, present));
  return set->trained ? std::clamp(llr, set->cap.lower, set->cap.upper) : llr;
}

}  // namespace lotline::comparison
