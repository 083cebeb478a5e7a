#pragma once
// The use case of a calibrator: labelled pairs of scan files, or made-up guns, to a calibrator with its reference
// population. It needs no register and records nothing.

#include <string>
#include <vector>

#include "comparison/calibrator.h"
#include "service/compare_pairs.h"
#include "service/generated_scans.h"

namespace lotline::service {

/// Labelled scores, with what the scans they were made from were like.
struct TrainingScores {
  std::vector<comparison::LabelledScore> scores{};
  std::vector<std::string> instruments{};  ///< of the scans, each once, in order
  double pitch_um_min = 0, pitch_um_max = 0;
  std::size_t left_out = 0;  ///< pairs that could not be compared
};

struct LabelledPair {
  PairOfScans pair{};
  std::string source_a{}, source_b{};
};

/// Sources are numbered in the order of their names. A pair that cannot be compared is left out and counted.
[[nodiscard]] TrainingScores scores_of_pairs(std::span<const LabelledPair> pairs, const PairsRequest& request);

/// How a training set of made-up guns is drawn.
struct GeneratedTraining {
  surface::GeneratedOptions options{};
  std::size_t guns = 100;
  std::size_t firings = 3;     ///< of each, all pairs of them
  std::size_t strangers = 20;  ///< other guns each is compared with, one pair each
};

[[nodiscard]] TrainingScores scores_of_generated(const GeneratedTraining& training,
                                                 const surface::PrepareOptions& prepare, unsigned threads,
                                                 const Told& told = {});

}  // namespace lotline::service
