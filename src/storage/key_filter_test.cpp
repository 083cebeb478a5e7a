#include "storage/key_filter.h"

#include <gtest/gtest.h>

namespace lotline::storage {
namespace {

Packed key(std::int64_t number) { return Packed{}.add("ISSUER").add("ref-" + std::to_string(number)); }

TEST(KeyFilter, what_was_put_always_passes_and_little_else) {
  constexpr std::int64_t keys = 20'000;
  KeyFilter filter(keys);
  EXPECT_FALSE(filter.may_hold(key(1)));
  for (std::int64_t i = 0; i < keys; ++i) filter.add(key(i));
  for (std::int64_t i = 0; i < keys; ++i) ASSERT_TRUE(filter.may_hold(key(i))) << i;
  std::int64_t passed = 0;
  for (std::int64_t i = keys; i < 6 * keys; ++i) passed += filter.may_hold(key(i));
  EXPECT_LT(passed, 5 * keys / 50);
}

TEST(KeyFilter, says_when_it_holds_what_it_was_made_for) {
  KeyFilter filter(2);
  filter.add(key(1));
  EXPECT_FALSE(filter.full());
  filter.add(key(2));
  EXPECT_TRUE(filter.full());
}

}  // namespace
}  // namespace lotline::storage
