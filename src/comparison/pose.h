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

/// A point of a surface, from the centre of its grid.
struct Point {
  double x_um = 0;
  double y_um = 0;
};

/// The pose that takes points of a to b.
[[nodiscard]] Pose inverse(const Pose& a_from_b);

/// The point of a that a point of b lies on.
[[nodiscard]] Point apply(const Pose& a_from_b, Point in_b);

/// The pose with this rotation, of any number of turns, that lays the one point on the other.
[[nodiscard]] Pose pose_that_takes(Point in_b, Point in_a, double rotation_deg);

/// To a millionth of a degree and a thousandth of a micrometre, so that a pose inverted twice comes back the same.
[[nodiscard]] Pose rounded(const Pose& pose);

/// The same direction in (-180, 180].
[[nodiscard]] double turned_within(double degrees);

[[nodiscard]] double radians(double degrees);
[[nodiscard]] double degrees(double radians);

}  // namespace lotline::comparison
