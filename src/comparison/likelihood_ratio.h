#pragma once
// The weight of evidence of one score: how many times likelier it is if one firearm made both marks than if two did.
// It is no probability that one did, and no verdict.

#include <optional>

#include "comparison/calibrator.h"

namespace lotline::comparison {

/// Log10 throughout.
struct LikelihoodRatio {
  double llr = 0;
  double low = 0, high = 0;  ///< middle 95 % over draws of the firearms the calibrator was trained on
  bool at_cap = false;       ///< the score says more than the calibrator's firearms justify
};

/// REQUIRES (CHECKed) a finite score; the scope is outside()'s to judge.
[[nodiscard]] LikelihoodRatio ratio_of(const Calibrator& calibrator, double score);

/// A ratio, or why there is none.
struct Weight {
  std::optional<LikelihoodRatio> ratio{};
  std::optional<NoLlr> reason{};
};

/// `calibrator` is null where none was given.
[[nodiscard]] Weight weigh(const Calibrator* calibrator, const Compared& compared, double score);

}  // namespace lotline::comparison
