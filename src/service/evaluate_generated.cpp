#include "service/evaluate_generated.h"

#include <algorithm>

#include "comparison/refusals.h"

namespace lotline::service {

namespace {

/// Guns at a time: features take about 6 MB each.
constexpr std::size_t kBlock = 50;

std::vector<GeneratedCase> cases_of(std::size_t first, std::size_t end, std::size_t firing) {
  std::vector<GeneratedCase> cases;
  for (std::size_t gun = first; gun < end; ++gun) cases.push_back({gun, firing});
  return cases;
}

}  // namespace

Result<GeneratedAccuracy> evaluate_generated(const GeneratedRequest& request) {
  GeneratedAccuracy accuracy;
  std::vector<comparison::LabelledScore> scores;
  const auto made = [&](std::size_t first, std::size_t end, std::size_t firing) {
    auto set = generated_features(request.options, cases_of(first, std::max(first, end), firing), request.prepare,
                                  request.threads, request.told);
    accuracy.unsuitable += set.unsuitable;
    return set.scans;
  };
  const auto compare = [&](const std::vector<LabelledFeatures>& questioned,
                           const std::vector<LabelledFeatures>& references, bool own_alone) {
    const auto more = scores_of(
        questioned, references,
        [&](std::size_t i, std::size_t j) { return !own_alone || questioned[i].source == references[j].source; },
        request.threads, request.told);
    scores.insert(scores.end(), more.begin(), more.end());
  };
  const std::size_t mates = std::min(request.mates, request.guns);
  const std::size_t strangers = std::min(request.strangers, mates);
  const auto met_by_all = made(0, strangers, 1);
  for (std::size_t first = 0; first < request.guns; first += kBlock) {
    const std::size_t end = std::min(first + kBlock, request.guns);
    const auto references = made(first, end, 0);
    compare(met_by_all, references, false);
    compare(made(std::max(first, strangers), std::min(end, mates), 1), references, true);
  }
  const auto size = comparison::size_of(scores);
  if (size.pairs_same == 0 || size.pairs_different == 0) return refuse(comparison::one_class_only);
  accuracy.separation = comparison::separation_of(scores);
  accuracy.rate = comparison::match_rate(scores, request.false_match_rate, request.judge);
  if (request.calibrator != nullptr)
    accuracy.judged = comparison::judge(comparison::llrs_by(*request.calibrator, scores), request.judge);
  return accuracy;
}

}  // namespace lotline::service
