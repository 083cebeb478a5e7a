#pragma once
// How two surfaces lie on each other: p_a = R(rotation_deg) p_b + t_um, about the centres of their grids.

namespace lotline::comparison {

/// a_from_b: takes a point of b to the point of a that it lies on. Axes follow X3P: x to the right, y up, seen from +z;
/// the centre of a grid is the middle of its columns and rows. Counter-clockwise is positive.
struct Pose {
  double rotation_deg = 0;  ///< in (-180, 180]
  double tx_um = 0;
  double ty_um = 0;

  friend bool operator==(const Pose&, const Pose&) = default;
};

/// The pose that takes points of a to b.
[[nodiscard]] Pose inverse(const Pose& a_from_b);

}  // namespace lotline::comparison
