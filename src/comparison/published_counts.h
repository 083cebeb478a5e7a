#pragma once
// Congruent matching cells counted as published, for those who know what these counts mean. Asked for by themselves,
// since they cost more than the comparison does.
//
// Song, J.: Proposed "NIST Ballistics Identification System (NBIS)" based on 3D topography measurements on correlation
// cells. AFTE Journal 45(2), 2013. Tong, M., Song, J., Chu, W.: An improved algorithm of congruent matching cells (CMC)
// method for firearm evidence identifications. J. Res. NIST 120, 2015. The parameters are the defaults of cmcR
// (decision_CMC), which follow these papers.

#include "comparison/comparison.h"
#include "comparison/features.h"

namespace lotline::comparison {

struct PublishedOptions {
  int cells = 8;                   ///< each way, over the whole matrix
  double least_present = 0.15;     ///< of a cell (cmcR: at most 85 % missing)
  double widest_turn_deg = 30;     ///< to either side of the pose's rotation
  double turn_deg = 3;             ///< between rotations
  double least_correlation = 0.5;  ///< CCF threshold
  double shift_um = 125;           ///< T_x and T_y: 20 points of 6.25 um
  double congruent_turn_deg = 6;   ///< T_theta; in Tong 2015 how wide the best rotations may lie
  int below_most = 1;              ///< tau: rotations with so many fewer than the most count among the best
};

/// Cells of 1/8 of the matrix at 25 um, looked for in a region of three cells' width at each of 21 rotations. The place
/// is where the products sum highest, found without transforms in whole numbers; the correlation there is over what is
/// present in both. `a_from_b` is what compare() found; exchanging a and b exchanges ab and ba. REQUIRES (CHECKed) a
/// turn above nothing and no more than 60 rotations to a side.
[[nodiscard]] PublishedCounts published_counts(const Features& a, const Features& b, const Pose& a_from_b,
                                               const PublishedOptions& options = {});

}  // namespace lotline::comparison
