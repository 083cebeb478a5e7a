#include "comparison/pose.h"

#include <cmath>
#include <numbers>

#include "base/steady_math.h"

namespace lotline::comparison {

double radians(double degrees) { return degrees * (std::numbers::pi / 180); }
double degrees(double radians) { return radians * (180 / std::numbers::pi); }

double turned_within(double degrees) {
  const double turned = degrees - 360 * std::ceil((degrees - 180) / 360);
  return turned <= -180 ? 180 : turned;
}

Point apply(const Pose& a_from_b, Point in_b) {
  const double c = steady::cos(radians(a_from_b.rotation_deg));
  const double s = steady::sin(radians(a_from_b.rotation_deg));
  return {c * in_b.x_um - s * in_b.y_um + a_from_b.tx_um, s * in_b.x_um + c * in_b.y_um + a_from_b.ty_um};
}

Pose pose_that_takes(Point in_b, Point in_a, double rotation_deg) {
  const Pose turned{turned_within(rotation_deg), 0, 0};
  const Point at = apply(turned, in_b);
  return {turned.rotation_deg, in_a.x_um - at.x_um, in_a.y_um - at.y_um};
}

Pose rounded(const Pose& pose) {
  return {turned_within(std::nearbyint(pose.rotation_deg * 1e6) / 1e6), std::nearbyint(pose.tx_um * 1e3) / 1e3,
          std::nearbyint(pose.ty_um * 1e3) / 1e3};
}

Pose inverse(const Pose& a_from_b) {
  return pose_that_takes({a_from_b.tx_um, a_from_b.ty_um}, {0, 0}, -a_from_b.rotation_deg);
}

}  // namespace lotline::comparison
