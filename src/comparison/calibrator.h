#pragma once
// From a score to the weight of evidence: a calibrator is trained once on pairs of which the truth is known and then
// kept, with what it was trained on. Its file: exchange/calibrator_file.h.

#include <cstdint>
#include <string>
#include <vector>

#include "base/refusal.h"
#include "comparison/empirical_bounds.h"
#include "comparison/labelled_score.h"
#include "comparison/scope.h"

namespace lotline::comparison {

/// A rising line: log10 likelihood ratio = intercept + slope * score.
struct Line {
  double intercept = 0;
  double slope = 0;
  [[nodiscard]] double at(double score) const { return intercept + slope * score; }
};

struct CalibratorOptions {
  /// Firearms that the set is counted as, at most, for the penalty, the cap and the interval; 0: as many as it has.
  /// A generator that was made after ten slides knows no more of firearms than ten, however many guns it makes up.
  int count_as = 0;
  int draws = 200;         ///< of the bootstrap over firearms, for the interval: 5 lie beyond each end of it
  std::uint64_t seed = 1;  ///< of those draws
};

struct Calibrator {
  std::string name{};
  Scope scope{};
  std::string population{};  ///< which firearms, ammunition and instrument it was trained on, in words
  bool simulated = false;    ///< trained on surfaces this program made, in whole or in part
  SetSize trained_on{};
  std::string data_sha256{};  ///< of the labelled scores it was trained on
  CalibratorOptions options{};

  Line line{};
  Bounds cap{};               ///< by empirical_bounds() over firearms
  std::vector<Line> draws{};  ///< the line of each draw of the bootstrap

  std::string sha256{};  ///< of its file; empty of one that was never in a file
};

/// A calibrator's line, cap and draws from labelled scores; the caller fills in the words and the scope.
/// Pairs are weighed by firearm_weights(), and no class by more than count_as. Refuses fewer than three firearms in a
/// class, scores that are not finite, and scores that do not rise with sameness.
Result<Calibrator> train_calibrator(std::span<const LabelledScore> scores, const CalibratorOptions& options = {});

/// The line alone, as train_calibrator fits it; weights stand for the pairs.
Result<Line> fit_line(std::span<const LabelledScore> scores, const std::vector<double>& weights);

}  // namespace lotline::comparison
