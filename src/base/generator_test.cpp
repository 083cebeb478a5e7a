#include "base/generator.h"

#include <gtest/gtest.h>

#include <vector>

#include "base/check.h"

namespace lotline {

TEST(Generator, split_mix_gives_the_published_numbers) {
  std::uint64_t state = 1'234'567;
  EXPECT_EQ(split_mix(state), 6'457'827'717'110'365'317u);
  EXPECT_EQ(split_mix(state), 3'203'168'211'198'807'973u);
  EXPECT_EQ(split_mix(state), 9'817'491'932'198'370'423u);
}

// Worked out by an implementation of its own in another language, checked against the published numbers of
// xoshiro256**.
TEST(Generator, a_stream_of_a_seed_never_changes) {
  Generator acts(7, "acts");
  EXPECT_EQ(acts.next(), 5'653'830'420'400'317'253u);
  EXPECT_EQ(acts.next(), 17'967'803'778'845'206'919u);
  EXPECT_EQ(acts.next(), 1'212'765'829'082'706'213u);
  EXPECT_EQ(Generator(7, "finds").next(), 3'805'072'862'224'309'644u);
  Generator again(7, "acts");
  std::vector<std::uint64_t> drawn;
  for (int i = 0; i < 8; ++i) drawn.push_back(again.below(1000));
  EXPECT_EQ(drawn, (std::vector<std::uint64_t>{306, 974, 65, 215, 777, 344, 387, 527}));
}

TEST(Generator, draws_lie_within_their_bounds_and_reach_them) {
  Generator chance(1, "bounds");
  bool least = false;
  bool most = false;
  for (int i = 0; i < 2'000; ++i) {
    const auto drawn = chance.stepped(-50, 100, 50);
    EXPECT_EQ(drawn % 50, 0);
    ASSERT_TRUE(drawn >= -50 && drawn <= 100);
    least |= drawn == -50;
    most |= drawn == 100;
  }
  EXPECT_TRUE(least && most);
  EXPECT_EQ(chance.between(3, 3), 3);
  EXPECT_THROW(chance.below(0), BrokenInvariant);
  EXPECT_THROW(chance.between(2, 1), BrokenInvariant);
}

TEST(Generator, values_above_half_of_all_numbers_are_drawn_alike) {
  // Of 2^63 + 1 values the unfair ones are nearly half of all draws: they are thrown away.
  Generator chance(2, "fair");
  const std::uint64_t n = (std::uint64_t{1} << 63) + 1;
  int upper = 0;
  for (int i = 0; i < 4'000; ++i) upper += chance.below(n) > n / 2 ? 1 : 0;
  EXPECT_NEAR(upper, 2'000, 150);
}

}  // namespace lotline
