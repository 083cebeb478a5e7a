#include "surface/mirror.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/check.h"
#include "surface/generated_scan.h"
#include "surface/prepare.h"

namespace lotline::surface {
namespace {

Prepared small() {
  Prepared surface;
  surface.columns = 3;
  surface.rows = 2;
  surface.pitch_um = 1;
  surface.heights_um = {1, 2, 0, 4, 5, 6};
  surface.present = {1, 1, 0, 1, 1, 1};
  return surface;
}

TEST(Mirror, left_and_right_change_places_and_heights_do_not) {
  const auto turned = mirrored(small());
  EXPECT_EQ(turned.heights_um, (std::vector<float>{0, 2, 1, 6, 5, 4}));
  EXPECT_EQ(turned.present, (std::vector<std::uint8_t>{0, 1, 1, 1, 1, 1}));
  EXPECT_EQ(mirrored(turned).heights_um, small().heights_um);
  const HeightMap map{3, 1, 1e-6, 1e-6, {1, missing, 3}};
  const auto back = mirrored(map);
  EXPECT_EQ(back.at(0, 0), 3);
  EXPECT_TRUE(std::isnan(back.at(1, 0)));
  EXPECT_EQ(mirrored(HeightMap{}).heights_m.size(), 0u);
}

// R120
TEST(Mirror, a_negative_cast_is_turned_and_its_heights_change_sign_and_a_double_cast_stays) {
  const auto negative = as_cast(small(), Cast::negative);
  EXPECT_EQ(negative.heights_um, (std::vector<float>{0, -2, -1, -6, -5, -4}));
  EXPECT_FALSE(std::signbit(negative.heights_um[0]));
  EXPECT_EQ(as_cast(negative, Cast::negative).heights_um, small().heights_um);
  EXPECT_EQ(as_cast(small(), Cast::double_cast).heights_um, small().heights_um);
  EXPECT_EQ(as_cast(small(), Cast::none).heights_um, small().heights_um);
  const HeightMap map{2, 1, 1e-6, 1e-6, {1, 3}};
  EXPECT_EQ(as_cast(map, Cast::negative).heights_m, (std::vector<double>{-3, -1}));
  EXPECT_EQ(as_cast(map, Cast::double_cast).heights_m, map.heights_m);
}

// R120
TEST(Mirror, a_negative_casts_scan_is_prepared_as_the_case_would_be) {
  GeneratedOptions options;
  options.pitch_um = 12.5;
  const auto gun = generated_gun(options, 1);
  const auto scan = generated_scan(options, gun, generated_firing(options, 1, 0));
  const auto cast = as_cast(scan, Cast::negative);  // what a scan of the cast shows
  const auto direct = prepare(scan, {}).value();
  const auto through = prepare(as_cast(cast, Cast::negative), {}).value();
  EXPECT_EQ(through.heights_um, direct.heights_um);
  EXPECT_EQ(through.present, direct.present);
}

std::vector<BothWays> pairs(std::size_t for_mirrored, std::size_t against) {
  std::vector<BothWays> list(for_mirrored, {0.2, 0.5});
  list.resize(for_mirrored + against, {0.5, 0.2});
  return list;
}

TEST(Mirror, a_batch_is_suspected_only_by_what_many_references_say) {
  EXPECT_TRUE(mirror_suspicion(pairs(10, 0)).suspected);
  EXPECT_FALSE(mirror_suspicion(pairs(9, 0)).suspected);
  EXPECT_FALSE(mirror_suspicion(pairs(0, 20)).suspected);
  EXPECT_FALSE(mirror_suspicion(pairs(15, 10)).suspected);
  EXPECT_TRUE(mirror_suspicion(pairs(28, 6)).suspected);
  EXPECT_FALSE(mirror_suspicion({}).suspected);
  const auto found = mirror_suspicion(pairs(10, 0));
  EXPECT_EQ(found.for_mirrored, 10u);
  EXPECT_EQ(found.compared, 10u);
  EXPECT_NEAR(found.by_chance, std::pow(0.5, 10), 1e-12);
  EXPECT_NEAR(mirror_suspicion(pairs(5, 5)).by_chance, 638.0 / 1024, 1e-12);
  EXPECT_NEAR(mirror_suspicion(pairs(3'000, 3'000)).by_chance, 0.5, 0.01);
  EXPECT_LT(mirror_suspicion(pairs(3'000, 0)).by_chance, 1e-100);
}

TEST(Mirror, a_pair_that_fits_both_ways_alike_says_nothing) {
  std::vector<BothWays> alike(50, {0.3, 0.31});
  EXPECT_TRUE(mirror_suspicion(alike).suspected);
  EXPECT_FALSE(mirror_suspicion(alike, {.least_difference = 0.05}).suspected);
  EXPECT_EQ(mirror_suspicion(alike, {.least_difference = 0.05}).compared, 0u);
  alike.assign(50, {0.3, 0.3});
  EXPECT_EQ(mirror_suspicion(alike).compared, 0u);
  alike[0].as_mirrored = std::nan("");
  EXPECT_THROW((void)mirror_suspicion(alike), BrokenInvariant);
}

}  // namespace
}  // namespace lotline::surface
