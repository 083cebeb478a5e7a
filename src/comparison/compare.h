#pragma once
// Two surfaces compared: laid on each other over the full circle, coarse to fine, then cell by cell.

#include "comparison/comparison.h"
#include "comparison/features.h"

namespace lotline::comparison {

/// How much is tried; the defaults are what score_version stands for.
struct CompareOptions {
  /// How far the middles of the two may stand apart. The middle of what is present moves with what was measured: of
  /// crescents that a hole out of the middle leaves by 1.1 mm, of parts of a ring by its radius.
  double reach_um = 1'800;
  std::size_t candidates = 32;  ///< poses from the rings that are looked at
  std::size_t kept = 8;         ///< of them, after a first correlation of the whole overlap at 50 um
  std::size_t finalists = 3;    ///< after a second at 25 um; of them the best at 12.5 um is looked at cell by cell
};

/// compare(a, b) and compare(b, a) have the same score and the same counts, bit for bit; the pose is inverted, and the
/// cells are those of the first. REQUIRES (CHECKed) surfaces of one mark.
[[nodiscard]] Comparison compare(const Features& a, const Features& b, const CompareOptions& options = {});

}  // namespace lotline::comparison
