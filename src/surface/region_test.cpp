#include "surface/region.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "surface/generated_scan.h"
#include "surface/resample.h"
#include "surface/spikes.h"

namespace lotline::surface {
namespace {

Region region_of(const HeightMap& map) {
  const PrepareOptions options;
  const Believed of = believed(map, options.spike_deviations);
  const Form plane = find_plane(cells_of(map, of.valid, of.median_m), options.tolerance_um);
  return find_region(cells_of(resample(map, of.valid, of.median_m, plane, 6.25, 16)), options);
}

/// The place of the gun's frame in the scan.
Place to_scan(const TruePose& pose, Place p) {
  const double angle = pose.rotation_deg * std::numbers::pi / 180;
  return {std::cos(angle) * p.x_um - std::sin(angle) * p.y_um + pose.tx_um,
          std::sin(angle) * p.x_um + std::cos(angle) * p.y_um + pose.ty_um};
}

/// What stands in docs/ballistics.md: two cells.
constexpr double kStatedError = 50;

void expect_found(const GeneratedOptions& options, std::size_t gun, GeneratedFiring firing) {
  const auto made = generated_gun(options, gun);
  const auto region = region_of(generated_scan(options, made, firing));
  SCOPED_TRACE(fmt::format("gun {}, tilt {} {}, missing {}", gun, firing.tilt_x, firing.tilt_y, firing.missing_share));
  ASSERT_TRUE(region.hole && region.edge);
  const Place hole = to_scan(firing.scan_from_gun, {0, 0});
  EXPECT_NEAR(region.hole->x_um, hole.x_um, kStatedError);
  EXPECT_NEAR(region.hole->y_um, hole.y_um, kStatedError);
  EXPECT_NEAR(region.hole->radius_um, made.make.hole_um, kStatedError);
  const Place edge = to_scan(firing.scan_from_gun, {firing.edge_x_um, firing.edge_y_um});
  EXPECT_NEAR(region.edge->x_um, edge.x_um, kStatedError);
  EXPECT_NEAR(region.edge->y_um, edge.y_um, kStatedError);
  EXPECT_NEAR(region.edge->radius_um, firing.edge_um, kStatedError);
}

TEST(Region, the_ring_between_hole_and_edge_is_found_over_turns_tilts_and_dropouts) {
  const GeneratedOptions options;
  for (std::size_t gun = 0; gun < 6; ++gun) {
    auto firing = generated_firing(options, gun, 0);
    expect_found(options, gun, firing);
    firing.tilt_x = 0.05;
    firing.tilt_y = -0.05;
    firing.missing_share = 0.15;
    expect_found(options, gun, firing);
  }
}

TEST(Region, a_scan_that_ends_within_the_face_has_neither_edge_nor_hole) {
  const GeneratedOptions options;
  auto firing = generated_firing(options, 1, 0);
  firing.edge_um = 4'000;
  auto gun = generated_gun(options, 1);
  gun.make.hole_um = 0;
  const auto map = generated_scan(options, gun, firing);
  const auto region = region_of(map);
  EXPECT_FALSE(region.hole);
  EXPECT_FALSE(region.edge);
  std::size_t cells = 0;
  for (const auto cell : region.cells) cells += cell;
  EXPECT_GT(cells, region.cells.size() * 9 / 10);
}

TEST(Region, a_head_as_level_as_the_primer_is_not_taken_for_it) {
  // Without a pit and cut before the rim the head alone is left beside the primer.
  const GeneratedOptions options;
  for (std::size_t gun = 0; gun < 4; ++gun) {
    auto firing = generated_firing(options, gun, 3);
    firing.edge_um = 1'600;
    const auto made = generated_gun(options, gun);
    const auto map = generated_scan(options, made, firing);
    const auto region = region_of(map);
    const Place middle = to_scan(firing.scan_from_gun, {firing.edge_x_um, firing.edge_y_um});
    const Cells cells = cells_of(map, std::vector<std::uint8_t>(map.heights_m.size(), 1), 0);
    double farthest = 0;
    for (std::size_t i = 0; i < region.cells.size(); ++i) {
      const double x = cells.x_um[i % cells.columns] - middle.x_um;
      const double y = cells.y_um[i / cells.columns] - middle.y_um;
      if (region.cells[i] != 0) farthest = std::max(farthest, std::hypot(x, y));
    }
    EXPECT_LT(farthest, firing.edge_um) << gun;
    EXPECT_GT(farthest, firing.edge_um - 200) << gun;
  }
}

TEST(Region, nothing_is_found_where_nothing_is) {
  const HeightMap empty{300, 300, 6.25e-6, 6.25e-6, std::vector<double>(90'000, missing)};
  const auto region = region_of(empty);
  for (const auto cell : region.cells) ASSERT_EQ(cell, 0);
}

}  // namespace
}  // namespace lotline::surface
