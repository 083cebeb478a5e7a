#include "proof/salt.h"

#include <gtest/gtest.h>

#include <set>

namespace lotline::proof {
namespace {

TEST(Salt, the_systems_salts_never_repeat_within_and_across_batches_or_sources) {
  SystemSalts one;
  SystemSalts other;
  std::set<Salt> seen;
  for (int i = 0; i < 5000; ++i) {
    EXPECT_TRUE(seen.insert(one.next()).second) << i;
    EXPECT_TRUE(seen.insert(other.next()).second) << i;
  }
}

TEST(Salt, the_systems_salts_fill_every_byte) {
  SystemSalts salts;
  std::array<std::set<std::uint8_t>, 32> values;
  for (int i = 0; i < 4100; ++i) {
    const Salt salt = salts.next();
    for (std::size_t at = 0; at < salt.size(); ++at) values[at].insert(salt[at]);
  }
  for (const auto& at : values) EXPECT_EQ(at.size(), 256U);
}

TEST(Salt, a_seed_gives_the_same_salts_again_and_another_seed_gives_others) {
  SeededSalts first(7);
  SeededSalts again(7);
  SeededSalts other(8);
  std::set<Salt> seen;
  for (int i = 0; i < 100; ++i) {
    const Salt salt = first.next();
    EXPECT_EQ(salt, again.next());
    EXPECT_TRUE(seen.insert(salt).second);
    EXPECT_TRUE(seen.insert(other.next()).second);
  }
}

}  // namespace
}  // namespace lotline::proof
