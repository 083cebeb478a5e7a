#include "simulation/weighted.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace lotline::simulation {

TEST(Weighted, weights_are_shares) {
  Generator chance(3, "weights");
  const std::int64_t list[] = {0, 300, 700};
  const Weighted weights(list);
  std::vector<int> seen(3);
  for (int i = 0; i < 10'000; ++i) ++seen[weights.pick(chance)];
  EXPECT_EQ(seen[0], 0);
  EXPECT_NEAR(seen[1], 3'000, 200);
  const Weighted falling = Weighted::falling(3);
  std::vector<int> fallen(3);
  for (int i = 0; i < 11'000; ++i) ++fallen[falling.pick(chance)];
  EXPECT_NEAR(fallen[0], 6'000, 200);
  EXPECT_NEAR(fallen[1], 3'000, 200);
  EXPECT_NEAR(fallen[2], 2'000, 200);
  const std::int64_t none[] = {0};
  EXPECT_THROW(Weighted{none}, BrokenInvariant);
}

}  // namespace lotline::simulation
