#include "comparison/likelihood_ratio.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "comparison/firearm_bootstrap.h"

namespace lotline::comparison {

LikelihoodRatio ratio_of(const Calibrator& calibrator, double score) {
  CHECK(std::isfinite(score));
  const auto capped = [&](double llr) { return std::clamp(llr, calibrator.cap.lower, calibrator.cap.upper); };
  const double uncapped = calibrator.line.at(score);
  LikelihoodRatio ratio;
  ratio.llr = capped(uncapped);
  ratio.at_cap = uncapped >= calibrator.cap.upper || uncapped <= calibrator.cap.lower;
  ratio.low = ratio.high = ratio.llr;
  if (calibrator.draws.empty()) return ratio;
  std::vector<double> drawn;
  for (const Line& line : calibrator.draws) drawn.push_back(capped(line.at(score)));
  const Interval interval = middle_95(drawn);
  ratio.low = std::min(interval.low, ratio.llr);
  ratio.high = std::max(interval.high, ratio.llr);
  return ratio;
}

Weight weigh(const Calibrator* calibrator, const Compared& compared, double score) {
  if (calibrator == nullptr) return {std::nullopt, NoLlr::no_calibrator};
  if (const auto reason = outside(calibrator->scope, compared)) return {std::nullopt, reason};
  return {ratio_of(*calibrator, score), std::nullopt};
}

}  // namespace lotline::comparison
