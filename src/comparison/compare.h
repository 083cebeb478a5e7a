#pragma once
// Two surfaces compared: laid on each other over the full circle, coarse to fine, then cell by cell.

#include "comparison/comparison.h"
#include "comparison/features.h"

namespace lotline::comparison {

/// How much is tried; the defaults are what score_version stands for.
struct CompareOptions {
  std::size_t candidates = 12;  ///< poses from the rings that are looked at
  std::size_t kept = 4;         ///< of them, after a first correlation of the whole overlap at 50 um
  std::size_t finalists = 2;    ///< after a second at 25 um; both are looked at cell by cell
};

/// compare(a, b) and compare(b, a) have the same score and the same counts, bit for bit; the pose is inverted, and the
/// cells are those of the first. REQUIRES (CHECKed) surfaces of one mark.
[[nodiscard]] Comparison compare(const Features& a, const Features& b, const CompareOptions& options = {});

}  // namespace lotline::comparison
