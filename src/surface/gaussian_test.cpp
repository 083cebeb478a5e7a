#include "surface/gaussian.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/check.h"
#include "base/generator.h"
#include "surface/made_surfaces.h"
#include "surface/resample.h"

namespace lotline::surface {
namespace {

/// The amplitude of a wave along x in the middle half of a surface, by least squares on sine and cosine.
double amplitude(const Prepared& surface, const std::vector<float>& heights, double wavelength_um) {
  double sine = 0, cosine = 0, sines = 0, cosines = 0, both = 0;
  for (std::size_t row = surface.rows / 4; row < surface.rows * 3 / 4; ++row)
    for (std::size_t column = surface.columns / 4; column < surface.columns * 3 / 4; ++column) {
      if (surface.present[row * surface.columns + column] == 0) continue;
      const double x = (static_cast<double>(column) - static_cast<double>(surface.columns - 1) / 2) * surface.pitch_um;
      const double phase = 2 * std::numbers::pi * x / wavelength_um;
      const auto height = static_cast<double>(heights[row * surface.columns + column]);
      sine += height * std::sin(phase);
      cosine += height * std::cos(phase);
      sines += std::sin(phase) * std::sin(phase);
      cosines += std::cos(phase) * std::cos(phase);
      both += std::sin(phase) * std::cos(phase);
    }
  const double determinant = sines * cosines - both * both;
  return std::hypot(sine * cosines - cosine * both, cosine * sines - sine * both) / determinant;
}

HeightMap wave(std::size_t columns, std::size_t rows, double pitch_um, double wavelength_um) {
  return made(columns, rows, pitch_um,
              [&](double x, double) { return 3 * std::sin(2 * std::numbers::pi * x / wavelength_um + 0.7); });
}

HeightMap turned(const HeightMap& map) {
  HeightMap out{map.rows, map.columns, map.pitch_y_m, map.pitch_x_m, std::vector<double>(map.heights_m.size())};
  for (std::size_t row = 0; row < map.rows; ++row)
    for (std::size_t column = 0; column < map.columns; ++column)
      out.heights_m[column * map.rows + row] = map.at(column, row);
  return out;
}

Prepared resampled(const HeightMap& map, double pitch_um, double cutoff_um) {
  std::vector<std::uint8_t> valid;
  for (const double height : map.heights_m) valid.push_back(std::isfinite(height) ? 1 : 0);
  return resample(map, valid, 0, Form{}, pitch_um, cutoff_um);
}

/// What exp(-ln 2 (cutoff / wavelength)^2) leaves.
double passed(double cutoff_um, double wavelength_um) {
  return std::exp(-std::numbers::ln2 * std::pow(cutoff_um / wavelength_um, 2));
}

TEST(Gaussian, half_of_a_wave_is_left_at_the_short_cutoff_whatever_the_pitch) {
  for (const double pitch_um : {1.0, 1.5625, 2.0, 3.125, 4.0, 6.25}) {
    const auto surface = resampled(wave(600, 60, pitch_um, 16), 6.25, 16);
    EXPECT_NEAR(amplitude(surface, surface.heights_um, 16) / 3, 0.5, 0.005) << pitch_um;
  }
}

TEST(Gaussian, half_of_a_wave_is_left_at_the_long_cutoff_and_half_is_taken_out) {
  auto surface = resampled(wave(800, 40, 6.25, 500), 6.25, 16);
  const double before = amplitude(surface, surface.heights_um, 500);
  EXPECT_NEAR(before / 3, passed(16, 500), 0.005);
  EXPECT_NEAR(amplitude(surface, low_pass(surface, 500), 500) / before, 0.5, 0.005);
  take_out_long_waves(surface, 500);
  EXPECT_NEAR(amplitude(surface, surface.heights_um, 500) / before, 0.5, 0.005);
}

TEST(Gaussian, the_whole_transfer_function_is_that_of_the_standard) {
  for (const double wavelength_um : {14.0, 20.0, 30.0, 60.0, 120.0}) {
    const auto surface = resampled(wave(900, 60, 6.25, wavelength_um), 6.25, 16);
    EXPECT_NEAR(amplitude(surface, surface.heights_um, wavelength_um) / 3, passed(16, wavelength_um), 0.02)
        << wavelength_um;
  }
  for (const double wavelength_um : {200.0, 350.0, 700.0, 1000.0}) {
    const auto surface = resampled(wave(900, 40, 6.25, wavelength_um), 6.25, 16);
    EXPECT_NEAR(amplitude(surface, low_pass(surface, 500), wavelength_um) / 3, passed(500, wavelength_um), 0.02)
        << wavelength_um;
  }
}

TEST(Gaussian, both_directions_are_filtered_alike) {
  const auto map = wave(300, 200, 6.25, 40);
  const auto along = resampled(map, 6.25, 25);
  const auto across = resampled(turned(map), 6.25, 25);
  ASSERT_EQ(along.columns, across.rows);
  for (std::size_t row = 0; row < along.rows; ++row)
    for (std::size_t column = 0; column < along.columns; ++column)
      ASSERT_NEAR(static_cast<double>(along.heights_um[row * along.columns + column]),
                  static_cast<double>(across.heights_um[column * across.columns + row]), 1e-5);
}

TEST(Gaussian, a_level_surface_stays_level_beside_what_is_missing) {
  auto map = made(200, 200, 6.25, [](double, double) { return 2.0; });
  Generator chance(1, "holes");
  for (double& height : map.heights_m)
    if (chance.chance(300)) height = missing;
  const auto surface = resampled(map, 6.25, 16);
  const auto smooth = low_pass(surface, 100);
  std::size_t present = 0;
  for (std::size_t i = 0; i < smooth.size(); ++i) {
    if (surface.present[i] == 0) continue;
    ++present;
    ASSERT_NEAR(static_cast<double>(surface.heights_um[i]), 2, 1e-5);
    ASSERT_NEAR(static_cast<double>(smooth[i]), 2, 1e-5);
  }
  EXPECT_GT(present, smooth.size() / 2);
}

TEST(Gaussian, a_wave_keeps_its_half_where_a_fifth_is_missing) {
  auto map = wave(800, 200, 6.25, 500);
  Generator chance(2, "holes");
  for (double& height : map.heights_m)
    if (chance.chance(200)) height = missing;
  const auto surface = resampled(map, 6.25, 16);
  const double before = amplitude(surface, surface.heights_um, 500);
  EXPECT_NEAR(amplitude(surface, low_pass(surface, 500), 500) / before, 0.5, 0.01);
}

TEST(Gaussian, a_missing_point_stays_missing) {
  auto map = made(9, 9, 6.25, [](double, double) { return 1.0; });
  map.heights_m[4 * 9 + 4] = missing;
  const auto surface = resampled(map, 6.25, 16);
  for (std::size_t i = 0; i < 81; ++i) EXPECT_EQ(surface.present[i], i == 40 ? 0 : 1) << i;
}

TEST(Gaussian, cutoffs_that_the_points_cannot_carry_are_a_fault) {
  EXPECT_THROW(LowPass(1.9), BrokenInvariant);
  EXPECT_THROW(LowPass(1e6), BrokenInvariant);
  EXPECT_THROW((void)LowPass(4).taps(1e9), BrokenInvariant);
}

TEST(Resample, heights_stay_where_they_were_whatever_the_pitch) {
  const auto height = [](double x, double y) { return 2 * std::sin(x / 90) + std::cos(y / 70) + x / 300; };
  for (const double pitch_um : {1.5, 3.125, 5.0, 12.5}) {
    const auto points = static_cast<std::size_t>(1500 / pitch_um);
    const auto surface = resampled(made(points, points - 7, pitch_um, height), 6.25, 16);
    const std::size_t inset = 8;
    for (std::size_t row = inset; row < surface.rows - inset; ++row)
      for (std::size_t column = inset; column < surface.columns - inset; ++column) {
        const double x = (static_cast<double>(column) - static_cast<double>(surface.columns - 1) / 2) * 6.25;
        const double y = (static_cast<double>(row) - static_cast<double>(surface.rows - 1) / 2) * 6.25;
        ASSERT_NEAR(static_cast<double>(surface.heights_um[row * surface.columns + column]), height(x, y), 0.02)
            << pitch_um;
      }
  }
}

TEST(Resample, axes_may_have_pitches_of_their_own) {
  HeightMap map{400, 100, 2e-6, 8e-6, {}};
  for (std::size_t row = 0; row < 100; ++row)
    for (std::size_t column = 0; column < 400; ++column)
      map.heights_m.push_back(1e-6 * (static_cast<double>(column) * 2 - static_cast<double>(row) * 8) / 100);
  const auto surface = resampled(map, 5, 25);
  ASSERT_EQ(surface.columns, 160u);
  ASSERT_EQ(surface.rows, 160u);
  const auto at = [&](std::size_t column, std::size_t row) {
    return static_cast<double>(surface.heights_um[row * 160 + column]);
  };
  EXPECT_NEAR(at(100, 60) - at(60, 60), 2, 0.01);
  EXPECT_NEAR(at(60, 100) - at(60, 60), -2, 0.01);
}

}  // namespace
}  // namespace lotline::surface
