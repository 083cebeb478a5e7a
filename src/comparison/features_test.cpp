#include "comparison/features.h"

#include <gtest/gtest.h>

#include <cstring>

#include "comparison/compare.h"
#include "comparison/noise_surface.h"
#include "comparison/refusals.h"

namespace lotline::comparison {
namespace {

std::string refusal(std::span<const std::byte> bytes) {
  const auto read = decode(bytes);
  return read ? "" : read.error().name;
}

TEST(Features, come_back_from_their_bytes_and_compare_the_same) {
  const Features a = features(noise_surface(5, {10, 0, 0}, {.noise = 0.4}));
  const Features b = features(noise_surface(5, {80, 50, 0}));
  const Features again = decode(encode(a)).value();
  EXPECT_EQ(again.height, a.height);
  EXPECT_EQ(again.present, a.present);
  EXPECT_EQ(again.columns, a.columns);
  EXPECT_EQ(again.source_pitch_um, a.source_pitch_um);
  EXPECT_EQ(compare(again, b).score, compare(a, b).score);
  EXPECT_EQ(encode(again), encode(a));
}

TEST(Features, of_any_pitch_are_of_one_grid) {
  for (const double pitch : {3.125, 6.25, 10.0, 25.0}) {
    const auto points = static_cast<std::size_t>(3'000 / pitch);
    const Features made = features(noise_surface(5, {}, {.points = points, .pitch_um = pitch}));
    EXPECT_EQ(made.columns % 2, 1);
    EXPECT_NEAR(made.columns * kBasePitchUm, 3'000, 3 * std::max(pitch, kBasePitchUm)) << pitch;
    EXPECT_EQ(made.source_pitch_um, pitch);
    EXPECT_NEAR(made.centre.x_um, 0, pitch) << pitch;
  }
}

TEST(Features, heights_are_in_units_of_their_own_spread) {
  const surface::Prepared low = noise_surface(6, {});
  surface::Prepared high = low;
  for (float& height : high.heights_um) height *= 8;
  EXPECT_EQ(features(high).height, features(low).height);
}

TEST(Features, a_slope_and_a_step_of_the_whole_are_taken_out) {
  const surface::Prepared level = noise_surface(6, {});
  surface::Prepared tilted = level;
  for (std::size_t i = 0; i < tilted.heights_um.size(); ++i)
    if (tilted.present[i] != 0) tilted.heights_um[i] += 3 + 0.001F * static_cast<float>(i % tilted.columns);
  EXPECT_GT(compare(features(level), features(tilted)).correlation, 0.99);
}

TEST(Features, a_point_that_is_missing_is_nothing_to_its_neighbours) {
  surface::Prepared holes = noise_surface(6, {});
  const Features before = features(holes);
  Random random(1);
  for (std::size_t i = 0; i < holes.present.size(); ++i)
    if (random.unit() < 0.05) {
      holes.present[i] = 0;
      holes.heights_um[i] = 1e6F;  // must not be looked at
    }
  EXPECT_GT(compare(features(holes), before).correlation, 0.95);
}

TEST(Features, damaged_bytes_are_refused) {
  const std::vector<std::byte> good = encode(features(noise_surface(5, {}, {.points = 41, .inner_um = 0})));
  EXPECT_EQ(refusal(good), "");
  EXPECT_EQ(refusal({}), "no_features");
  for (std::size_t size = 0; size < good.size(); size += 7) EXPECT_NE(refusal(std::span(good).first(size)), "") << size;
  const auto changed = [&](std::size_t at, unsigned value) {
    std::vector<std::byte> bytes = good;
    bytes[at] = static_cast<std::byte>(value);
    return refusal(bytes);
  };
  EXPECT_EQ(changed(0, 'X'), "no_features");
  EXPECT_EQ(changed(4, 2), "features_version_unknown");
  EXPECT_EQ(changed(5, 3), "features_damaged") << "no such mark";
  EXPECT_EQ(changed(6, 40), "features_damaged") << "an even number of columns";
  EXPECT_EQ(changed(7, 0xFF), "features_damaged") << "larger than any case";
  EXPECT_EQ(changed(8, 43), "features_damaged") << "more rows than bytes";
  EXPECT_EQ(changed(17, 0xFF), "features_damaged") << "a pitch that is no length";
  EXPECT_EQ(changed(good.size() - 1, 0x80), "features_damaged") << "a height below the lowest";
  std::vector<std::byte> longer = good;
  longer.push_back(std::byte{0});
  EXPECT_EQ(refusal(longer), "features_damaged");
}

/// Without a height anywhere, and whole in everything but perhaps its sides.
std::vector<std::byte> bare(int columns, int rows) {
  Features made;
  made.columns = columns;
  made.rows = rows;
  made.source_pitch_um = kBasePitchUm;
  made.height.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
  made.present.assign(made.height.size(), 0);
  return encode(made);
}

TEST(Features, sides_are_odd_and_no_longer_than_any_case) {
  for (const auto& [columns, rows] : {std::pair{3, 3}, {4'095, 3}, {3, 4'095}})
    EXPECT_TRUE(decode_stored(bare(columns, rows))) << columns << " by " << rows;
  for (const auto& [columns, rows] : {std::pair{0, 3}, {3, 0}, {4, 3}, {3, 4}, {4'097, 3}, {3, 4'097}}) {
    const auto read = decode_stored(bare(columns, rows));
    ASSERT_FALSE(read) << columns << " by " << rows;
    EXPECT_EQ(read.error().number, features_damaged.number) << columns << " by " << rows;
  }
}

TEST(Features, points_that_do_not_exist_cannot_be_present) {
  const Features small = features(noise_surface(5, {}, {.points = 3, .inner_um = 0}));
  std::vector<std::byte> bytes = encode(small);
  const std::size_t mask = 18;
  ASSERT_EQ(small.present.size(), 9U);
  bytes[mask + 1] |= std::byte{0x80};
  bytes.push_back(std::byte{0});
  EXPECT_EQ(refusal(bytes), "features_damaged");
}

}  // namespace
}  // namespace lotline::comparison
