#include "surface/relief.h"

#include <gtest/gtest.h>

#include <cmath>

#include "surface/made_surfaces.h"

namespace lotline::surface {
namespace {

int brightness(std::uint32_t pixel) {
  return static_cast<int>((pixel >> 16 & 255) + (pixel >> 8 & 255) + (pixel & 255));
}

HeightField roof() {
  // The ridge runs up the picture: the left half rises to the right, the right half falls.
  HeightField field{21, 11, 10, {}};
  for (std::size_t i = 0; i < 21 * 11; ++i)
    field.heights_um.push_back(-0.5F * std::fabs(static_cast<float>(i % 21) - 10) * 10);
  return field;
}

TEST(Relief, the_side_towards_the_lamp_is_the_brighter_one) {
  const HeightField field = roof();
  const auto left = [&](double azimuth, double elevation) {
    const Relief relief = light_up(field, {{azimuth, elevation}, 1, -1e6, 1e6});
    return brightness(relief.pixels[5 * 21 + 4]) - brightness(relief.pixels[5 * 21 + 16]);
  };
  EXPECT_GT(left(270, 45), 50);
  EXPECT_LT(left(90, 45), -50);
  EXPECT_EQ(left(0, 45), 0);
  EXPECT_EQ(left(270, 90), 0);
}

TEST(Relief, the_top_row_has_the_largest_y_and_what_is_missing_is_clear) {
  HeightField field{2, 2, 10, {0, 0, 1, std::numeric_limits<float>::quiet_NaN()}};
  const Relief relief = light_up(field, {{315, 90}, 1e-3, 0, 1});
  EXPECT_EQ(relief.pixels[1], 0U);
  EXPECT_NE(relief.pixels[0], 0U);
  EXPECT_GT(brightness(relief.pixels[0]), brightness(relief.pixels[2]));
}

TEST(Relief, heights_are_drawn_out_until_slopes_show_and_never_pressed_flat) {
  HeightField field = roof();
  EXPECT_EQ(light_up(field).exaggeration, 1);
  for (float& height : field.heights_um) height /= 125;
  EXPECT_EQ(light_up(field).exaggeration, 100);
  for (float& height : field.heights_um) height *= 10'000;
  EXPECT_EQ(light_up(field).exaggeration, 1);
  for (float& height : field.heights_um) height = 0;
  EXPECT_EQ(light_up(field).exaggeration, 1);
}

TEST(Relief, tints_keep_their_order_in_grey) {
  for (int i = 0; i < 20; ++i) {
    const auto grey = [](Colour c) { return 0.299 * c.red + 0.587 * c.green + 0.114 * c.blue; };
    EXPECT_LT(grey(tint(i / 20.0)), grey(tint((i + 1) / 20.0)));
  }
}

TEST(HeightField, a_tilted_plane_is_laid_level_and_bumps_stay) {
  const auto map = made(40, 30, 5, [](double x, double y) { return 0.1 * x - 0.2 * y + (x > 95 && y > 65 ? 3 : 0); });
  const HeightField field = field_of(map, 1000);
  EXPECT_EQ(field.pitch_um, 5);
  EXPECT_NEAR(field.at(39, 29) - field.at(20, 15), 3, 0.2);
  EXPECT_NEAR(field.at(0, 0), field.at(20, 15), 0.1);
}

TEST(HeightField, blocks_are_means_of_what_is_measured_in_them) {
  auto map = made(4, 2, 5, [](double, double) { return 0.0; });
  map.heights_m = {1e-6, 3e-6, missing, missing, 1e-6, 3e-6, missing, missing};
  const HeightField field = field_of(map, 2);
  ASSERT_EQ(field.columns, 2U);
  ASSERT_EQ(field.rows, 1U);
  EXPECT_EQ(field.pitch_um, 10);
  EXPECT_TRUE(std::isnan(field.at(1, 0)));
  EXPECT_FALSE(std::isnan(field.at(0, 0)));
}

TEST(HeightField, unequal_pitches_are_drawn_out_to_square_points) {
  auto map = made(10, 10, 5, [](double x, double) { return x; });
  map.pitch_y_m *= 3;
  const HeightField field = field_of(map, 1000);
  EXPECT_EQ(field.columns, 10U);
  EXPECT_EQ(field.rows, 30U);
}

TEST(HeightField, heights_and_sizes_beyond_measure_do_no_harm) {
  auto map = made(3, 1, 5, [](double, double) { return 0.0; });
  map.heights_m = {1e300, missing, missing};
  map.pitch_y_m = 1e6;
  const HeightField field = field_of(map, 100);
  EXPECT_LE(field.rows, 100U);
  EXPECT_TRUE(std::isnan(field.at(0, 0)));
}

}  // namespace
}  // namespace lotline::surface
