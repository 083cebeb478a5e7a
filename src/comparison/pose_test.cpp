#include "comparison/pose.h"

#include <gtest/gtest.h>

namespace lotline::comparison {
namespace {

TEST(Pose, a_quarter_turn_is_counter_clockwise) {
  const Point at = apply({90, 10, 20}, {1, 0});
  EXPECT_NEAR(at.x_um, 10, 1e-12);
  EXPECT_NEAR(at.y_um, 21, 1e-12);
}

TEST(Pose, the_inverse_takes_points_back) {
  for (const double rotation : {-179.0, -90.0, -3.5, 0.0, 45.0, 120.0, 180.0}) {
    const Pose pose{rotation, 123, -45};
    const Point there = apply(pose, {300, 700});
    const Point back = apply(inverse(pose), there);
    EXPECT_NEAR(back.x_um, 300, 1e-9);
    EXPECT_NEAR(back.y_um, 700, 1e-9);
  }
}

TEST(Pose, rotations_lie_above_minus_180_and_up_to_180) {
  EXPECT_EQ(turned_within(180), 180);
  EXPECT_EQ(turned_within(-180), 180);
  EXPECT_EQ(turned_within(181), -179);
  EXPECT_EQ(turned_within(-540), 180);
  EXPECT_EQ(turned_within(725), 5);
  EXPECT_EQ(inverse({180, 0, 0}).rotation_deg, 180);
}

TEST(Pose, a_pose_can_be_told_by_a_point_and_where_it_goes) {
  const Pose pose = pose_that_takes({100, 50}, {-20, 30}, 400);
  EXPECT_DOUBLE_EQ(pose.rotation_deg, 40);
  const Point there = apply(pose, {100, 50});
  EXPECT_NEAR(there.x_um, -20, 1e-12);
  EXPECT_NEAR(there.y_um, 30, 1e-12);
}

}  // namespace
}  // namespace lotline::comparison
