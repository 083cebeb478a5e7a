// Here rather than beside it for the made marks.

#include "surface/mark_centre.h"

#include <gtest/gtest.h>

#include <cmath>

#include "search/made_marks.h"
#include "search/signature.h"

namespace lotline::search {
namespace {

/// The centre found, less where the mark was laid.
std::pair<double, double> missed_by(const MadeMark& how) {
  const Signature made = signature(made_mark(how));
  return {made.centre_x_um - how.x_um, made.centre_y_um - how.y_um};
}

TEST(MarkCentre, of_a_whole_ring_is_its_middle_wherever_it_lies) {
  for (const auto& [x, y] : {std::pair{0.0, 0.0}, {400.0, -300.0}, {-37.0, 211.0}}) {
    const auto [dx, dy] = missed_by({.x_um = x, .y_um = y, .side = 180});
    EXPECT_NEAR(dx, 0, 15);
    EXPECT_NEAR(dy, 0, 15);
  }
}

TEST(MarkCentre, of_a_part_is_that_of_its_arcs) {
  for (const double wedge_deg : {270.0, 180.0, 120.0, 90.0})
    for (const double from_deg : {0.0, 30.0, 200.0}) {
      const auto [dx, dy] =
          missed_by({.x_um = 150, .y_um = -80, .side = 170, .wedge_from_deg = from_deg, .wedge_deg = wedge_deg});
      EXPECT_NEAR(dx, 0, 60) << wedge_deg << ' ' << from_deg;
      EXPECT_NEAR(dy, 0, 60) << wedge_deg << ' ' << from_deg;
    }
}

TEST(MarkCentre, a_hole_counts_before_the_rim_about_it) {
  const std::size_t side = 160;
  std::vector<float> weight(side * side, 0);
  for (std::size_t row = 0; row < side; ++row)
    for (std::size_t column = 0; column < side; ++column) {
      const auto from = [&](double x, double y) {
        const double dx = static_cast<double>(column) - x;
        const double dy = static_cast<double>(row) - y;
        return std::sqrt(dx * dx + dy * dy);
      };
      if (from(79, 81) < 68 && from(88, 75) > 30) weight[row * side + column] = 1;
    }
  const surface::GridPoint centre = surface::mark_centre(surface::Mark::breech_face, weight, side, side, 25).at;
  EXPECT_NEAR(centre.column, 88, 0.5);
  EXPECT_NEAR(centre.row, 75, 0.5);
  EXPECT_EQ(surface::mark_centre(surface::Mark::breech_face, weight, side, side, 25).of, surface::CentreOf::hole);
}

TEST(MarkCentre, may_lie_outside_the_grid) {
  // A quarter of a ring, cut out of its scan.
  const std::size_t side = 60;
  std::vector<float> weight(side * side, 0);
  for (std::size_t row = 0; row < side; ++row)
    for (std::size_t column = 0; column < side; ++column) {
      const double x = static_cast<double>(column) + 8;
      const double y = static_cast<double>(row) + 8;
      const double radius = std::sqrt(x * x + y * y);
      if (radius > 28 && radius < 62) weight[row * side + column] = 1;
    }
  const surface::GridPoint centre = surface::mark_centre(surface::Mark::breech_face, weight, side, side, 25).at;
  EXPECT_NEAR(centre.column, -8, 2);
  EXPECT_NEAR(centre.row, -8, 2);
}

TEST(MarkCentre, without_arcs_is_the_centre_of_mass) {
  std::vector<float> weight(100 * 80, 1);
  const surface::GridPoint full = surface::mark_centre(surface::Mark::breech_face, weight, 100, 80, 25).at;
  EXPECT_DOUBLE_EQ(full.column, 49.5);
  EXPECT_DOUBLE_EQ(full.row, 39.5);
  // A rectangle, about which points lie that three sides are equally far from.
  for (std::size_t at = 0; at < weight.size(); ++at)
    weight[at] = at % 100 >= 20 && at % 100 < 80 && at / 100 >= 10 && at / 100 < 50 ? 1.0F : 0.0F;
  const surface::GridPoint rectangle = surface::mark_centre(surface::Mark::ejector_mark, weight, 100, 80, 25).at;
  EXPECT_NEAR(rectangle.column, 49.5, 0.01);
  EXPECT_NEAR(rectangle.row, 29.5, 0.01);
  const std::vector<float> nothing(100 * 80, 0);
  EXPECT_DOUBLE_EQ(surface::mark_centre(surface::Mark::breech_face, nothing, 100, 80, 25).at.column, 49.5);
  EXPECT_DOUBLE_EQ(surface::mark_centre(surface::Mark::breech_face, nothing, 100, 80, 25).at.row, 39.5);
}

}  // namespace
}  // namespace lotline::search
