#include "surface/degraded.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lotline::surface {
namespace {

HeightMap square(std::size_t side) {
  HeightMap map{side, side, 6.25e-6, 6.25e-6, {}};
  for (std::size_t i = 0; i < side * side; ++i) map.heights_m.push_back(1e-6 * static_cast<double>(i % 7));
  return map;
}

std::size_t measured(const HeightMap& map) {
  std::size_t count = 0;
  for (const double height : map.heights_m)
    if (!std::isnan(height)) ++count;
  return count;
}

TEST(Degraded, a_quarter_wedge_leaves_a_quarter_where_it_was) {
  const HeightMap map = square(100);
  const HeightMap quarter = wedge_of(map, 0, 90);
  EXPECT_EQ(measured(quarter), 2500u);
  EXPECT_EQ(quarter.at(99, 99), map.at(99, 99));
  EXPECT_TRUE(std::isnan(quarter.at(0, 99)));
  EXPECT_TRUE(std::isnan(quarter.at(0, 0)));
  EXPECT_TRUE(std::isnan(quarter.at(99, 0)));
  // Angles go round: from 350 degrees the wedge passes the x axis.
  EXPECT_FALSE(std::isnan(wedge_of(map, 350, 90).at(99, 60)));
}

TEST(Degraded, a_part_leaves_its_share_of_what_was_measured) {
  const HeightMap map = square(100);
  const HeightMap right = part_of(map, 0, 0.25);
  EXPECT_EQ(measured(right), 2500u);
  EXPECT_FALSE(std::isnan(right.at(75, 3)));
  EXPECT_TRUE(std::isnan(right.at(74, 3)));
  EXPECT_EQ(measured(part_of(map, 0, 1)), 10'000u);
  EXPECT_EQ(measured(part_of(map, 0, 0)), 0u);
  HeightMap nothing = map;
  nothing.heights_m.assign(nothing.heights_m.size(), missing);
  EXPECT_EQ(measured(part_of(nothing, 30, 0.5)), 0u);
}

TEST(Degraded, noise_has_its_deviation_and_leaves_holes) {
  HeightMap map = square(200);
  map.heights_m[17] = missing;
  const HeightMap noisy = with_noise(map, 2e-6, 5);
  EXPECT_TRUE(std::isnan(noisy.heights_m[17]));
  HeightMap error = map;
  for (std::size_t i = 0; i < error.heights_m.size(); ++i) error.heights_m[i] = noisy.heights_m[i] - map.heights_m[i];
  EXPECT_NEAR(deviation_m(error), 2e-6, 0.03e-6);
  EXPECT_EQ(with_noise(map, 2e-6, 5).heights_m[3], noisy.heights_m[3]);
  EXPECT_NE(with_noise(map, 2e-6, 6).heights_m[3], noisy.heights_m[3]);
}

TEST(Degraded, a_coarser_scan_is_the_mean_of_its_blocks) {
  HeightMap map{4, 5, 1e-6, 2e-6, std::vector<double>(20, 1.0)};
  map.heights_m[0] = 3;
  map.heights_m[2] = map.heights_m[3] = map.heights_m[6] = missing;
  const HeightMap coarse = coarser(map, 2);
  EXPECT_EQ(coarse.columns, 2u);
  EXPECT_EQ(coarse.rows, 2u);
  EXPECT_EQ(coarse.pitch_y_m, 4e-6);
  EXPECT_EQ(coarse.at(0, 0), 1.5);
  EXPECT_TRUE(std::isnan(coarse.at(1, 0)));  // one of four was measured
  EXPECT_EQ(coarse.at(1, 1), 1.0);
  EXPECT_EQ(coarser(map, 1).at(0, 0), 3.0);
}

TEST(Degraded, nothing_measured_deviates_by_nothing) {
  EXPECT_EQ(deviation_m({1, 2, 1, 1, {missing, 4}}), 0);
  EXPECT_DOUBLE_EQ(deviation_m({1, 2, 1, 1, {2, 4}}), 1);
}

}  // namespace
}  // namespace lotline::surface
