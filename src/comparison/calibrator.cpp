#include "comparison/calibrator.h"

#include <algorithm>

#include "comparison/firearm_bootstrap.h"
#include "comparison/log10.h"
#include "comparison/logistic.h"
#include "comparison/refusals.h"

namespace lotline::comparison {

namespace {

constexpr int kFewestFirearms = 3;

/// A draw counts as many firearms as the set, so that the penalty of its fit is no other.
void scale_like(std::vector<double>& drawn, const std::vector<double>& weights, std::span<const LabelledScore> scores) {
  double had[2]{}, have[2]{};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    had[scores[i].same()] += weights[i];
    have[scores[i].same()] += drawn[i];
  }
  for (std::size_t i = 0; i < scores.size(); ++i) drawn[i] *= had[scores[i].same()] / have[scores[i].same()];
}

}  // namespace

Result<Line> fit_line(std::span<const LabelledScore> scores, const std::vector<double>& weights) {
  LogisticData data;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (weights[i] == 0) continue;
    data.x.push_back(scores[i].score);
    data.same.push_back(scores[i].same());
    data.weights.push_back(weights[i]);
  }
  const LogisticFit fit = TRY(fit_logistic(data));
  if (!(fit.slopes[0] > 0)) return refuse(scores_tell_nothing);
  return Line{fit.intercept / ln_10, fit.slopes[0] / ln_10};
}

Result<Calibrator> train_calibrator(std::span<const LabelledScore> scores, const CalibratorOptions& options) {
  Calibrator calibrator;
  calibrator.options = options;
  calibrator.trained_on = size_of(scores);
  const SetSize& size = calibrator.trained_on;
  if (size.pairs_same == 0 || size.pairs_different == 0) return refuse(one_class_only);
  if (std::min(size.firearms_same, size.firearms_different) < kFewestFirearms)
    return refuse(too_few_firearms, "{} and {}", size.firearms_same, size.firearms_different);
  const std::vector<double> weights = firearm_weights(scores, options.count_as);
  calibrator.line = TRY(fit_line(scores, weights));

  std::vector<ClassedValue> llrs;
  for (std::size_t i = 0; i < scores.size(); ++i)
    llrs.push_back({calibrator.line.at(scores[i].score), scores[i].same(), weights[i]});
  calibrator.cap = empirical_bounds(llrs);

  FirearmBootstrap chance(scores, options.seed, static_cast<std::size_t>(options.count_as));
  for (int i = 0; i < options.draws; ++i) {
    std::vector<double> drawn = chance.draw();
    scale_like(drawn, weights, scores);
    // A draw whose scores tell nothing says a ratio of 1, whatever the score.
    calibrator.draws.push_back(fit_line(scores, drawn).value_or(Line{}));
  }
  return calibrator;
}

}  // namespace lotline::comparison
