#include "comparison/judgement.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "base/check.h"
#include "comparison/likelihood_ratio.h"

namespace lotline::comparison {

namespace {

/// The score that a share of the pairs of different sources reaches or passes, by weight, and the share of the others
/// that reaches it.
std::pair<double, double> threshold_and_rate(std::span<const LabelledScore> scores,
                                             const std::vector<std::size_t>& order, const std::vector<double>& weights,
                                             double false_match_rate) {
  double same = 0, different = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) (scores[i].same() ? same : different) += weights[i];
  double same_passed = 0, different_passed = 0;
  double threshold = std::numeric_limits<double>::infinity();
  // Downwards, ties as one, while no more than the allowed share of different sources has passed.
  for (std::size_t i = order.size(); i-- > 0;) {
    double more_same = 0, more_different = 0;
    const double score = scores[order[i]].score;
    for (;; --i) {
      (scores[order[i]].same() ? more_same : more_different) += weights[order[i]];
      if (i == 0 || scores[order[i - 1]].score < score) break;
    }
    if (different_passed + more_different > false_match_rate * different) break;
    same_passed += more_same;
    different_passed += more_different;
    threshold = score;
  }
  return {threshold, same_passed / same};
}

}  // namespace

Separation separation_of(std::span<const LabelledScore> scores) {
  Separation separation;
  separation.size = size_of(scores);
  CHECK(separation.size.pairs_same > 0 && separation.size.pairs_different > 0);
  separation.lowest_same = std::numeric_limits<double>::infinity();
  separation.highest_different = -std::numeric_limits<double>::infinity();
  for (const LabelledScore& pair : scores) {
    if (pair.same())
      separation.lowest_same = std::min(separation.lowest_same, pair.score);
    else
      separation.highest_different = std::max(separation.highest_different, pair.score);
  }
  for (const LabelledScore& pair : scores)
    if (pair.same() && pair.score > separation.highest_different) ++separation.same_above_all;
  return separation;
}

MatchRate match_rate(std::span<const LabelledScore> scores, double false_match_rate, const JudgeOptions& options) {
  std::vector<std::size_t> order(scores.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return scores[a].score < scores[b].score; });
  MatchRate rate;
  rate.false_match_rate = false_match_rate;
  std::tie(rate.threshold, rate.true_match_rate) =
      threshold_and_rate(scores, order, std::vector<double>(scores.size(), 1.0), false_match_rate);
  rate.interval = bootstrap(scores, options.draws, options.seed, [&](const std::vector<double>& weights) {
    return threshold_and_rate(scores, order, weights, false_match_rate).second;
  });
  return rate;
}

Result<std::vector<LeftOut>> left_out_llrs(std::span<const LabelledScore> scores) {
  std::map<std::pair<int, int>, Calibrator> without;
  std::vector<LeftOut> llrs;
  for (const LabelledScore& pair : scores) {
    const std::pair firearms = std::minmax(pair.source_a, pair.source_b);
    const std::pair<int, int> key{firearms.first, firearms.second};
    auto found = without.find(key);
    if (found == without.end()) {
      std::vector<LabelledScore> rest;
      for (const LabelledScore& other : scores) {
        const auto is_left_out = [&](int source) { return source == key.first || source == key.second; };
        if (!is_left_out(other.source_a) && !is_left_out(other.source_b)) rest.push_back(other);
      }
      CalibratorOptions options;
      options.draws = 0;
      found = without.emplace(key, TRY(train_calibrator(rest, options))).first;
    }
    const LikelihoodRatio ratio = ratio_of(found->second, pair.score);
    llrs.push_back({pair, ratio.llr, ratio.at_cap, found->second.cap});
  }
  return llrs;
}

std::vector<LeftOut> llrs_by(const Calibrator& calibrator, std::span<const LabelledScore> scores) {
  std::vector<LeftOut> llrs;
  for (const LabelledScore& pair : scores) {
    const LikelihoodRatio ratio = ratio_of(calibrator, pair.score);
    llrs.push_back({pair, ratio.llr, ratio.at_cap, calibrator.cap});
  }
  return llrs;
}

Judgement judge(std::span<const LeftOut> llrs, const JudgeOptions& options) {
  CHECK(!llrs.empty());
  Judgement judgement;
  std::vector<LabelledScore> pairs;
  std::vector<ClassedValue> values;
  judgement.narrowest_cap = judgement.widest_cap = llrs.front().cap;
  int at_cap_same = 0, at_cap_different = 0;
  for (const LeftOut& left : llrs) {
    pairs.push_back(left.pair);
    values.push_back({left.llr, left.pair.same(), 1});
    judgement.narrowest_cap.lower = std::max(judgement.narrowest_cap.lower, left.cap.lower);
    judgement.narrowest_cap.upper = std::min(judgement.narrowest_cap.upper, left.cap.upper);
    judgement.widest_cap.lower = std::min(judgement.widest_cap.lower, left.cap.lower);
    judgement.widest_cap.upper = std::max(judgement.widest_cap.upper, left.cap.upper);
    if (left.at_cap) ++(left.pair.same() ? at_cap_same : at_cap_different);
    if (left.pair.same() && left.llr < 0) ++judgement.misleading_same;
    if (!left.pair.same() && left.llr > 0) ++judgement.misleading_different;
  }
  judgement.size = size_of(pairs);
  judgement.cost = cost(values);
  judgement.share_at_cap = static_cast<double>(at_cap_same + at_cap_different) / static_cast<double>(llrs.size());
  judgement.share_at_cap_same = static_cast<double>(at_cap_same) / judgement.size.pairs_same;
  judgement.share_at_cap_different = static_cast<double>(at_cap_different) / judgement.size.pairs_different;

  FirearmBootstrap chance(pairs, options.seed);
  std::vector<double> cllrs, least, losses;
  for (int i = 0; i < options.draws; ++i) {
    const std::vector<double>& weights = chance.draw();
    for (std::size_t k = 0; k < values.size(); ++k) values[k].weight = weights[k];
    const Cost drawn = cost(values);
    cllrs.push_back(drawn.cllr);
    least.push_back(drawn.cllr_min);
    losses.push_back(drawn.calibration_loss());
  }
  judgement.cllr = middle_95(cllrs);
  judgement.cllr_min = middle_95(least);
  judgement.calibration_loss = middle_95(losses);
  return judgement;
}

}  // namespace lotline::comparison
