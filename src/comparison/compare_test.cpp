#include "comparison/compare.h"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>

#include "base/instruction_set.h"
#include "comparison/noise_surface.h"

namespace lotline::comparison {
namespace {

/// How far a pose is from the true one: degrees, and micrometres at the middle of b.
std::pair<double, double> apart(const Pose& found, const Pose& truth) {
  const Point there = apply(found, {0, 0});
  const Point true_there = apply(truth, {0, 0});
  return {std::fabs(turned_within(found.rotation_deg - truth.rotation_deg)),
          std::hypot(there.x_um - true_there.x_um, there.y_um - true_there.y_um)};
}

Pose between(const Pose& a_from_gun, const Pose& b_from_gun) {
  return pose_that_takes(apply(b_from_gun, {0, 0}), apply(a_from_gun, {0, 0}),
                         a_from_gun.rotation_deg - b_from_gun.rotation_deg);
}

TEST(Compare, a_known_rotation_and_shift_is_found_over_the_full_circle) {
  const Pose a_from_gun{0, 20, -35};
  const Features a = features(noise_surface(11, a_from_gun));
  for (int turn = -180; turn < 180; turn += 23) {
    const Pose b_from_gun{static_cast<double>(turn), turn * 0.9, 140.0 - turn};
    const Comparison found = compare(a, features(noise_surface(11, b_from_gun)));
    const auto [degrees, um] = apart(found.a_from_b, between(a_from_gun, b_from_gun));
    EXPECT_LT(degrees, 0.3) << turn;
    EXPECT_LT(um, 8) << turn;
    EXPECT_GT(found.correlation, 0.9) << turn;
    EXPECT_GT(found.cells_congruent * 10, found.cells_compared * 8) << turn;
  }
}

TEST(Compare, exchanging_the_two_keeps_every_number_and_inverts_the_pose) {
  const Features a = features(noise_surface(3, {12, 0, 0}, {.noise = 0.7, .noise_seed = 1}));
  const Features b = features(noise_surface(3, {-100, 60, 0}, {.noise = 0.7, .noise_seed = 2}));
  const Features c = features(noise_surface(4, {0, 0, 0}));
  for (const auto& [one, other] : {std::pair{&a, &b}, std::pair{&a, &c}}) {
    const Comparison forth = compare(*one, *other);
    const Comparison back = compare(*other, *one);
    EXPECT_EQ(forth.score, back.score);
    EXPECT_EQ(forth.correlation, back.correlation);
    EXPECT_EQ(forth.overlap_share, back.overlap_share);
    EXPECT_EQ(forth.cells_congruent, back.cells_congruent);
    EXPECT_EQ(forth.cells_compared, back.cells_compared);
    const auto [degrees, um] = apart(forth.a_from_b, inverse(back.a_from_b));
    EXPECT_LT(degrees, 1e-9);
    EXPECT_LT(um, 1e-9);
  }
}

TEST(Compare, another_gun_scores_far_lower) {
  const Features a = features(noise_surface(21, {0, 0, 0}, {.noise = 0.8, .noise_seed = 1}));
  const double same = compare(a, features(noise_surface(21, {77, 30, 0}, {.noise = 0.8, .noise_seed = 2}))).score;
  for (std::uint64_t gun = 22; gun < 26; ++gun)
    EXPECT_LT(compare(a, features(noise_surface(gun, {0, 0, 0}))).score, same - 5);
}

TEST(Compare, a_quarter_of_the_ring_is_found_on_the_whole) {
  const Features whole = features(noise_surface(31, {0, 0, 0}));
  for (const double from : {-180.0, -60.0, 70.0}) {
    const Pose part_from_gun{150, -40, 55};
    const Comparison found =
        compare(whole, features(noise_surface(31, part_from_gun, {.from_deg = from, .to_deg = from + 90})));
    const auto [degrees, um] = apart(found.a_from_b, inverse(part_from_gun));
    EXPECT_LT(degrees, 0.5) << from;
    EXPECT_LT(um, 12) << from;
  }
}

TEST(Compare, nothing_measured_is_no_evidence) {
  surface::Prepared nothing;
  const Features empty = features(nothing);
  nothing.columns = nothing.rows = 1;
  nothing.pitch_um = 6.25;
  nothing.heights_um = {1};
  nothing.present = {1};
  const Features dot = features(nothing);
  nothing.columns = nothing.rows = 100;
  nothing.heights_um.assign(10'000, 0);
  nothing.present.assign(10'000, 0);
  const Features missing = features(nothing);
  nothing.present.assign(10'000, 1);
  const Features flat = features(nothing);
  const Features real = features(noise_surface(1, {}));
  for (const Features* bad : {&empty, &dot, &missing, &flat})
    for (const Features* other : {&empty, &dot, &missing, &flat, &real}) {
      const Comparison found = compare(*bad, *other);
      EXPECT_EQ(found.score, 0);
      EXPECT_EQ(found.cells_congruent, 0);
    }
}

/// Every number of a comparison, as text that shows each bit.
std::string bits(const Comparison& found) {
  std::string text = fmt::format("{:a} {:a} {:a} {} {} {:a} {:a} {:a}", found.score, found.correlation,
                                 found.overlap_share, found.cells_congruent, found.cells_compared,
                                 found.a_from_b.rotation_deg, found.a_from_b.tx_um, found.a_from_b.ty_um);
  for (const CellMatch& cell : found.cells)
    text += fmt::format("\n{:a} {:a} {:a} {:a} {:a} {:a} {}", cell.x_um, cell.y_um, cell.correlation,
                        cell.cell_from_b.rotation_deg, cell.cell_from_b.tx_um, cell.cell_from_b.ty_um, cell.congruent);
  return text;
}

std::string everything() {
  const Features a = features(noise_surface(41, {0, 0, 0}, {.noise = 0.5, .noise_seed = 1}));
  const Features b = features(noise_surface(41, {-63, 90, -20}, {.noise = 0.5, .noise_seed = 2}));
  const Features part = features(noise_surface(41, {31, 0, 0}, {.from_deg = 0, .to_deg = 120}));
  const Features other = features(noise_surface(42, {0, 0, 0}));
  return bits(compare(a, b)) + bits(compare(a, part)) + bits(compare(a, other));
}

TEST(Compare, every_instruction_set_gives_the_same_bits) {
  const std::string widest = everything();
  for (const InstructionSet set : kInstructionSets) {
    limit_instruction_set(set);
    EXPECT_EQ(everything(), widest) << word(set);
  }
  limit_instruction_set(InstructionSet::avx512);
}

TEST(Compare, any_number_of_threads_gives_the_same_bits) {
  const std::string alone = everything();
  for (const std::size_t count : {2U, 16U}) {
    std::vector<std::string> answers(count);
    std::vector<std::thread> threads;
    for (std::string& answer : answers) threads.emplace_back([&answer] { answer = everything(); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& answer : answers) EXPECT_EQ(answer, alone);
  }
}

}  // namespace
}  // namespace lotline::comparison
