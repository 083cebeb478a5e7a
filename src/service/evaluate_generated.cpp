#include "service/evaluate_generated.h"

#include <algorithm>

#include "comparison/refusals.h"

namespace lotline::service {

namespace {

/// References at a time, beside all questioned cases: features of a hundred take some 600 MB.
constexpr std::size_t kBlock = 100;

}  // namespace

Result<GeneratedAccuracy> evaluate_generated(const GeneratedRequest& request) {
  std::vector<GeneratedCase> cases;
  for (std::size_t gun = 0; gun < std::min(request.mates, request.guns); ++gun) cases.push_back({gun, 1});
  const GeneratedSet questioned =
      generated_features(request.options, cases, request.prepare, request.threads, request.told);
  GeneratedAccuracy accuracy;
  accuracy.unsuitable = questioned.unsuitable;
  std::vector<comparison::LabelledScore> scores;
  for (std::size_t first = 0; first < request.guns; first += kBlock) {
    cases.clear();
    for (std::size_t gun = first; gun < std::min(first + kBlock, request.guns); ++gun) cases.push_back({gun, 0});
    const GeneratedSet references =
        generated_features(request.options, cases, request.prepare, request.threads, request.told);
    accuracy.unsuitable += references.unsuitable;
    const auto wanted = [&](std::size_t i, std::size_t j) {
      const int own = questioned.scans[i].source;
      return own == references.scans[j].source || static_cast<std::size_t>(own) < request.strangers;
    };
    const auto more = scores_of(questioned.scans, references.scans, wanted, request.threads, request.told);
    scores.insert(scores.end(), more.begin(), more.end());
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
