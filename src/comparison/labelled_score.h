#pragma once
// Scores of pairs of which it is known whether one firearm made both: what calibrators are trained and judged on.

#include <span>
#include <vector>

namespace lotline::comparison {

/// Sources are numbers of firearms (a slide, where slides were exchanged), the same for every pair of one set.
struct LabelledScore {
  double score = 0;
  int source_a = 0;
  int source_b = 0;

  [[nodiscard]] bool same() const { return source_a == source_b; }
};

/// A set as counted. Pairs that share a firearm are dependent, so it is firearms that say how much a set can tell.
struct SetSize {
  int pairs_same = 0, pairs_different = 0;
  int firearms_same = 0;       ///< with at least one pair of the same source
  int firearms_different = 0;  ///< with at least one pair of different sources
  int firearms = 0;            ///< with any pair
};

[[nodiscard]] SetSize size_of(std::span<const LabelledScore> scores);

/// A weight for each pair, so that the pairs of each class weigh as much together as that class has firearms, however
/// many pairs each firearm is in; no more than `count_as` where that is not 0.
[[nodiscard]] std::vector<double> firearm_weights(std::span<const LabelledScore> scores, int count_as = 0);

}  // namespace lotline::comparison
