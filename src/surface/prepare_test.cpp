#include "surface/prepare.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/generator.h"
#include "surface/made_surfaces.h"
#include "surface/refusals.h"

namespace lotline::surface {
namespace {

double relief(double x, double y) { return 2 * std::sin(x / 40) * std::cos(y / 50); }

HeightMap bowed(std::size_t points, double pitch_um) {
  return made(points, points, pitch_um, [](double x, double y) {
    return 40 + 30 * x / 1000 - 20 * y / 1000 + 6 * (x * x + y * y) / 1e6 + relief(x, y);
  });
}

int refused(const HeightMap& map, const PrepareOptions& options = {}) {
  const auto prepared = prepare(map, options);
  return prepared ? 0 : prepared.error().number;
}

TEST(Prepare, what_is_left_of_a_tilted_and_bowed_scan_is_its_relief) {
  const auto surface = prepare(bowed(400, 6.25), defaults_for(Mark::breech_face)).value();
  double most = 0;
  for (std::size_t row = 60; row < 340; ++row)
    for (std::size_t column = 60; column < 340; ++column) {
      const double x = (static_cast<double>(column) - 199.5) * 6.25;
      const double y = (static_cast<double>(row) - 199.5) * 6.25;
      most = std::max(most, std::fabs(static_cast<double>(surface.heights_um[row * 400 + column]) - relief(x, y)));
    }
  EXPECT_LT(most, 0.2);
  EXPECT_NEAR(surface.quality.tilt_deg, std::atan(std::hypot(0.03, 0.02)) * 180 / M_PI, 0.02);
  EXPECT_EQ(surface.quality.measured_share, 1);
  EXPECT_NEAR(surface.quality.area_mm2, 6.25, 0.01);
  EXPECT_NEAR(surface.quality.rms_um, 1, 0.1);
  EXPECT_EQ(surface.quality.short_cutoff_um, 16);
  EXPECT_FALSE(surface.quality.edge_found || surface.quality.hole_found);
}

TEST(Prepare, spikes_are_taken_out_and_counted) {
  auto map = bowed(200, 6.25);
  const auto clean = prepare(map, {}).value();
  EXPECT_EQ(clean.quality.spike_share, 0);
  Generator chance(3, "spikes");
  for (int i = 0; i < 200; ++i) map.heights_m[chance.index(map.heights_m.size())] += 1e-4;
  const auto spiked = prepare(map, {}).value();
  EXPECT_NEAR(spiked.quality.spike_share, 0.005, 0.001);
  double most = 0;
  for (std::size_t i = 0; i < spiked.present.size(); ++i)
    if (spiked.present[i] != 0)
      most = std::max(most, static_cast<double>(std::fabs(spiked.heights_um[i] - clean.heights_um[i])));
  EXPECT_LT(most, 0.6);
}

TEST(Prepare, a_coarse_scan_says_what_it_carries) {
  const auto surface = prepare(bowed(100, 25), {}).value();
  EXPECT_EQ(surface.columns, 400u);
  EXPECT_EQ(surface.pitch_um, 6.25);
  EXPECT_DOUBLE_EQ(surface.quality.measured_pitch_um, 25);
  EXPECT_DOUBLE_EQ(surface.quality.short_cutoff_um, 64);
}

TEST(Prepare, a_mask_by_hand_is_the_region) {
  const auto map = bowed(200, 6.25);
  std::vector<std::uint8_t> mask(map.heights_m.size());
  for (std::size_t row = 40; row < 160; ++row)
    for (std::size_t column = 50; column < 170; ++column) mask[row * 200 + column] = 1;
  PrepareOptions options;
  options.mask = mask;
  const auto surface = prepare(map, options).value();
  EXPECT_EQ(surface.present, mask);
  mask.pop_back();
  options.mask = mask;
  EXPECT_EQ(refused(map, options), mask_of_other_size.number);
}

TEST(Prepare, every_unsuitable_scan_is_refused_with_its_reason) {
  EXPECT_EQ(refused({}), no_measured_surface.number);
  EXPECT_EQ(refused(made(1, 1, 6.25, [](double, double) { return 1.0; })), no_measured_surface.number);
  EXPECT_EQ(refused(made(300, 300, 6.25, [](double, double) { return missing; })), no_measured_surface.number);
  EXPECT_EQ(refused(made(30, 30, 6.25, relief)), mark_too_small.number);
  EXPECT_EQ(refused(made(300, 300, 6.25, [](double, double) { return 5.0; })), no_relief.number);
  EXPECT_EQ(refused(made(300, 300, 6.25, [](double x, double y) { return 3 + x / 50 - y / 90; })), no_relief.number);
  EXPECT_EQ(refused(made(8000, 300, 50, relief)), too_many_points.number);

  Generator chance(4, "huge");
  const auto wild =
      made(200, 200, 6.25, [&](double, double) { return (static_cast<double>(chance.below(2001)) - 1000) * 1e300; });
  EXPECT_EQ(refused(wild), no_measured_surface.number);
  const auto rough = made(200, 200, 6.25, [&](double, double) { return static_cast<double>(chance.below(3000)); });
  EXPECT_EQ(refused(rough), mark_not_found.number);

  // Dropouts of 50 um, as a glossy primer has them.
  Generator holes(5, "holes");
  std::vector<bool> dropped;
  for (int i = 0; i < 38 * 38; ++i) dropped.push_back(holes.chance(300));
  const auto sieve = made(300, 300, 6.25, [&](double x, double y) {
    const auto block = static_cast<std::size_t>((y + 940) / 50) * 38 + static_cast<std::size_t>((x + 940) / 50);
    return dropped[block] ? missing : relief(x, y);
  });
  PrepareOptions strict;
  strict.least_measured_share = 0.8;
  EXPECT_EQ(refused(sieve, strict), mark_full_of_holes.number);
  strict.find_region = false;
  EXPECT_EQ(refused(sieve, strict), mark_full_of_holes.number);
  EXPECT_EQ(refused(sieve), 0);

  auto map = bowed(200, 6.25);
  map.rows = 100;
  EXPECT_EQ(refused(map), bad_height_map.number);
  map.rows = 200;
  for (const double pitch : {0.0, -1.0, missing, 1.0, std::numeric_limits<double>::infinity()}) {
    map.pitch_y_m = pitch;
    EXPECT_EQ(refused(map), bad_height_map.number) << pitch;
  }
}

TEST(Prepare, options_that_make_no_sense_are_refused) {
  const auto map = bowed(200, 6.25);
  const auto with = [&](auto change) {
    PrepareOptions options;
    change(options);
    return refused(map, options);
  };
  EXPECT_EQ(with([](auto& o) { o.pitch_um = 0; }), bad_prepare_option.number);
  EXPECT_EQ(with([](auto& o) { o.pitch_um = missing; }), bad_prepare_option.number);
  EXPECT_EQ(with([](auto& o) { o.long_cutoff_um = 10; }), bad_prepare_option.number);
  EXPECT_EQ(with([](auto& o) { o.long_cutoff_um = missing; }), bad_prepare_option.number);
  EXPECT_EQ(with([](auto& o) { o.short_cutoff_um = missing; }), bad_prepare_option.number);
  EXPECT_EQ(with([](auto& o) { o.short_cutoff_um = -1; }), bad_prepare_option.number);
  EXPECT_EQ(with([](auto& o) { o.long_cutoff_um = 1e9; }), bad_prepare_option.number);
  EXPECT_EQ(with([](auto& o) {
              o.pitch_um = 0.4;
              o.long_cutoff_um = 1'000;
            }),
            bad_prepare_option.number);
  EXPECT_EQ(with([](auto& o) { o.tolerance_um = -1; }), bad_prepare_option.number);
  EXPECT_EQ(with([](auto& o) { o.spike_deviations = missing; }), bad_prepare_option.number);
  auto coarse = bowed(60, 250);
  EXPECT_EQ(refused(coarse), bad_prepare_option.number);
}

}  // namespace
}  // namespace lotline::surface
