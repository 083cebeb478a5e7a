#include "surface/generated_scan.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <numbers>

#include "surface/prepare.h"

namespace lotline::surface {
namespace {

/// FNV-1a over the bits of heights, so that one number stands for a surface.
template <class Number>
std::uint64_t bits_of(const std::vector<Number>& heights) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const Number height : heights) {
    unsigned char bytes[sizeof height];
    std::memcpy(bytes, &height, sizeof height);
    for (const unsigned char byte : bytes) hash = (hash ^ byte) * 0x100000001b3;
  }
  return hash;
}

GeneratedOptions coarse(Mark mark) {
  GeneratedOptions options;
  options.mark = mark;
  options.pitch_um = 12.5;
  return options;
}

Prepared mark_of(const GeneratedOptions& options, std::size_t gun, std::size_t firing) {
  return generated_mark(options, generated_gun(options, gun), generated_firing(options, gun, firing));
}

/// Correlation of two marks laid on each other as the truth says.
double correlation(const GeneratedOptions& options, std::size_t gun_a, std::size_t firing_a, std::size_t gun_b,
                   std::size_t firing_b) {
  const Prepared a = mark_of(options, gun_a, firing_a);
  const Prepared b = mark_of(options, gun_b, firing_b);
  const TruePose pa = generated_firing(options, gun_a, firing_a).scan_from_gun;
  const TruePose pb = generated_firing(options, gun_b, firing_b).scan_from_gun;
  const double ra = pa.rotation_deg * std::numbers::pi / 180;
  const double rb = pb.rotation_deg * std::numbers::pi / 180;
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t row = 0, i = 0; row < a.rows; ++row)
    for (std::size_t column = 0; column < a.columns; ++column, ++i) {
      if (a.present[i] == 0) continue;
      const double x = (static_cast<double>(column) - static_cast<double>(a.columns - 1) / 2) * a.pitch_um - pa.tx_um;
      const double y = (static_cast<double>(row) - static_cast<double>(a.rows - 1) / 2) * a.pitch_um - pa.ty_um;
      const double gx = std::cos(ra) * x + std::sin(ra) * y, gy = std::cos(ra) * y - std::sin(ra) * x;
      const double bx = std::cos(rb) * gx - std::sin(rb) * gy + pb.tx_um;
      const double by = std::sin(rb) * gx + std::cos(rb) * gy + pb.ty_um;
      const double to_column = std::floor(bx / b.pitch_um + static_cast<double>(b.columns - 1) / 2 + 0.5);
      const double to_row = std::floor(by / b.pitch_um + static_cast<double>(b.rows - 1) / 2 + 0.5);
      if (to_column < 0 || to_row < 0 || to_column >= static_cast<double>(b.columns) ||
          to_row >= static_cast<double>(b.rows))
        continue;
      const auto j = static_cast<std::size_t>(to_row) * b.columns + static_cast<std::size_t>(to_column);
      if (b.present[j] == 0) continue;
      const auto ha = static_cast<double>(a.heights_um[i]), hb = static_cast<double>(b.heights_um[j]);
      ab += ha * hb;
      aa += ha * ha;
      bb += hb * hb;
    }
  return ab / std::sqrt(aa * bb);
}

TEST(GeneratedScan, one_gun_prints_alike_and_another_does_not) {
  double same_make_of_all = 0, other_of_all = 0;
  for (const Mark mark : {Mark::breech_face, Mark::firing_pin, Mark::ejector_mark}) {
    const auto options = coarse(mark);
    double alike = 0, same_make = 0, other = 0;
    for (std::size_t gun = 0; gun < 8; ++gun) {
      alike += correlation(options, gun, 0, gun, 1) / 8;
      same_make += correlation(options, gun, 0, gun + options.makes, 0) / 8;
      other += correlation(options, gun, 0, gun + 1, 0) / 8;
    }
    EXPECT_GT(alike, 0.5) << word(mark);
    EXPECT_LT(std::fabs(other), 0.15) << word(mark);
    EXPECT_LT(same_make, alike - 0.2) << word(mark);
    same_make_of_all += same_make;
    other_of_all += other;
  }
  EXPECT_GT(same_make_of_all, other_of_all + 0.1);
}

TEST(GeneratedScan, a_hard_set_prints_less_alike) {
  const auto usual = coarse(Mark::breech_face);
  auto hard = usual;
  hard.difficulty = GeneratedOptions::hard;
  double of_usual = 0, of_hard = 0;
  for (std::size_t gun = 0; gun < 6; ++gun) {
    of_usual += correlation(usual, gun, 0, gun, 1) / 6;
    of_hard += correlation(hard, gun, 0, gun, 1) / 6;
  }
  EXPECT_LT(of_hard, of_usual - 0.05);
}

TEST(GeneratedScan, preparing_a_scan_gives_the_mark_that_is_generated_at_once) {
  for (const Mark mark : {Mark::breech_face, Mark::firing_pin, Mark::ejector_mark}) {
    GeneratedOptions options;
    options.mark = mark;
    const auto gun = generated_gun(options, 2);
    const auto firing = generated_firing(options, 2, 1);
    const auto at_once = generated_mark(options, gun, firing);
    const auto prepared = prepare(generated_scan(options, gun, firing), defaults_for(mark)).value();
    ASSERT_EQ(at_once.columns, prepared.columns);
    double ab = 0, aa = 0, bb = 0;
    std::size_t both = 0, present = 0;
    for (std::size_t i = 0; i < at_once.present.size(); ++i) {
      present += at_once.present[i];
      if (at_once.present[i] == 0 || prepared.present[i] == 0) continue;
      ++both;
      const auto a = static_cast<double>(at_once.heights_um[i]), b = static_cast<double>(prepared.heights_um[i]);
      ab += a * b;
      aa += a * a;
      bb += b * b;
    }
    EXPECT_GT(ab / std::sqrt(aa * bb), 0.8) << word(mark);
    EXPECT_GT(static_cast<double>(both), 0.8 * static_cast<double>(present)) << word(mark);
  }
}

TEST(GeneratedScan, another_seed_gun_or_firing_is_another_surface) {
  const auto options = coarse(Mark::breech_face);
  const auto bits = bits_of(mark_of(options, 1, 1).heights_um);
  EXPECT_EQ(bits, bits_of(mark_of(options, 1, 1).heights_um));
  EXPECT_NE(bits, bits_of(mark_of(options, 1, 2).heights_um));
  EXPECT_NE(bits, bits_of(mark_of(options, 2, 1).heights_um));
  auto seeded = options;
  seeded.seed = 2;
  EXPECT_NE(bits, bits_of(mark_of(seeded, 1, 1).heights_um));
}

// The numbers change with the generator and with nothing else: no compiler, processor or C library.
TEST(GeneratedScan, a_seed_gives_the_same_bits_on_every_machine) {
  const std::uint64_t marks[] = {4'803'149'607'312'674'913u, 5'488'818'692'775'030'710u, 3'227'691'725'075'500'831u};
  const std::uint64_t prepared[] = {5'132'247'649'121'838'380u, 2'759'688'309'822'854'670u,
                                    12'063'864'766'119'045'819u};
  for (const Mark mark : {Mark::breech_face, Mark::firing_pin, Mark::ejector_mark}) {
    auto options = coarse(mark);
    const auto at = static_cast<std::size_t>(mark);
    EXPECT_EQ(bits_of(mark_of(options, 5, 1).heights_um), marks[at]) << word(mark);
    options.pitch_um = 9;  // none that the prepared pitch is a multiple of
    const auto scan = generated_scan(options, generated_gun(options, 5), generated_firing(options, 5, 1));
    EXPECT_EQ(bits_of(prepare(scan, defaults_for(mark)).value().heights_um), prepared[at]) << word(mark);
  }
}

TEST(Relief, a_band_has_the_deviation_it_is_asked_for_and_no_long_waves) {
  const double gains[] = {1};
  for (const double stretch : {1.0, 20.0}) {
    const Band bands[] = {{25, 2}};
    const Relief relief(3, bands, Grain{30, stretch, 0}, 2'000);
    double sum = 0, squares = 0, block = 0;
    int count = 0, blocks = 0;
    for (double x = -1'300; x < 1'300; x += 130)
      for (double y = -1'300; y < 1'300; y += 130) {
        double mean = 0;
        for (int i = 0; i < 100; ++i) {
          const double height = relief.at(x + 13 * (i % 10), y + 13 * (i / 10), gains);
          sum += height;
          squares += height * height;
          mean += height / 100;
          ++count;
        }
        block += mean * mean;
        ++blocks;
      }
    EXPECT_NEAR(sum / count, 0, stretch == 1 ? 0.05 : 0.2);
    EXPECT_NEAR(std::sqrt(squares / count), 2, stretch == 1 ? 0.1 : 0.3);
    EXPECT_LT(std::sqrt(block / blocks), stretch == 1 ? 0.4 : 2.1);
  }
}

}  // namespace
}  // namespace lotline::surface
