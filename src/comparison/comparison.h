#pragma once
// What comparing two features finds. No field of it is a verdict; the likelihood ratio is worked out from `score` by a
// calibrator (calibrator.h) and the conclusion is an examiner's.

#include <cstdint>
#include <string_view>
#include <vector>

#include "comparison/pose.h"

namespace lotline::comparison {

/// Named in every answer and every calibrator: another version's scores are another quantity.
inline constexpr std::string_view score_version = "lotline-1";

/// One cell of a that was looked for in b.
struct CellMatch {
  double x_um = 0, y_um = 0;  ///< its centre in a, about a's centre
  double correlation = 0;     ///< best masked normalised correlation of the search
  Pose cell_from_b{};         ///< the pose it was found at
  bool congruent = false;     ///< agrees with the other cells
};

struct Comparison {
  double score = 0;          ///< symmetric, finite, higher is more similar; docs/ballistics.md defines it
  int cells_congruent = 0;   ///< cells of both directions that agree in a narrow search; not the published CMC count
  int cells_compared = 0;    ///< cells with enough of the surface in both
  double overlap_share = 0;  ///< of the smaller surface, 0..1
  double correlation = 0;    ///< of the whole overlap at the pose
  Pose a_from_b{};
  std::vector<CellMatch> cells{};
};

/// Counts as published, asked for separately because they cost more.
struct PublishedCounts {
  int cmc_original_ab = 0;  ///< Song 2013, cells of a searched in b
  int cmc_original_ba = 0;
  int cmc_high = 0;  ///< Tong 2015
};

}  // namespace lotline::comparison
