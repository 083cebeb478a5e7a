#pragma once
// Chance among firearms: sets drawn anew out of the firearms of a set, each drawn firearm with all its pairs, so that
// the dependence of pairs which share one is kept (both firearms of a pair of different sources are drawn).

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/generator.h"
#include "comparison/labelled_score.h"

namespace lotline::comparison {

/// The middle 95 % of draws.
struct Interval {
  double low = 0, high = 0;
};

/// Draws weights: a pair of one firearm weighs as often as it was drawn, a pair of two the product of both. The same
/// seed gives the same draws everywhere.
class FirearmBootstrap {
 public:
  /// `draws_of` firearms are drawn each time, with repetition; 0: as many as the set has.
  FirearmBootstrap(std::span<const LabelledScore> scores, std::uint64_t seed, std::size_t draws_of = 0);
  /// The weights of the next draw that leaves pairs of both classes; they hold until the next call.
  const std::vector<double>& draw();

 private:
  Generator chance_;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_{};  ///< firearms by number from 0
  std::size_t firearms_ = 0;
  std::size_t draws_of_ = 0;
  std::vector<double> drawn_{}, weights_{};
};

/// The share-th of the values, 0 to 1, between neighbours by line. REQUIRES (CHECKed) a value.
[[nodiscard]] double quantile(std::vector<double> values, double share);
[[nodiscard]] Interval middle_95(const std::vector<double>& values);

/// What a measure of weighted pairs spans over so many draws.
[[nodiscard]] Interval bootstrap(std::span<const LabelledScore> scores, int draws, std::uint64_t seed,
                                 const std::function<double(const std::vector<double>& weights)>& measure);

}  // namespace lotline::comparison
