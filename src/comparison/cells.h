#pragma once
// Cells of one surface looked for in another, each by itself, near a common pose.

#include <vector>

#include "comparison/comparison.h"
#include "comparison/features.h"

namespace lotline::comparison {

struct CellOptions {
  std::size_t level = 1;
  int side = 16;             ///< points; 16 or 32
  int reach = 6;             ///< points to either side of where the pose puts it
  double turn_deg = 2;       ///< between rotations
  int turns = 2;             ///< this many to either side
  double least_share = 0.3;  ///< of the cell, that must be present in a; and two thirds of that in both
};

/// One cell with what was found. A cell that overlaps nothing has correlation -1.
struct FoundCell {
  Point at{};               ///< its centre in a
  std::int64_t points = 0;  ///< present in a
  double correlation = -1;
  Point shift{};           ///< how far from where the pose puts it, in a, micrometres
  double turn_deg = 0;     ///< from the pose's rotation
  Pose cell_from_other{};  ///< where it was found
};

/// Cells in order of rows and columns.
[[nodiscard]] std::vector<FoundCell> find_cells(const Features& a, const Features& b, const Pose& a_from_b,
                                                const CellOptions& options);

struct CongruenceOptions {
  double least_correlation = 0.4;
  double shift_um = 60;
  double turn_deg = 4;
};

/// Which cells agree with the largest group that agrees.
[[nodiscard]] std::vector<bool> congruent(const std::vector<FoundCell>& cells, const CongruenceOptions& options);

}  // namespace lotline::comparison
