#include "http/keys_in_flight.h"

#include <gtest/gtest.h>

#include "answers/refusals.h"

namespace lotline::http {
namespace {

TEST(KeysInFlight, one_is_held_once_until_it_is_let_go) {
  KeysInFlight keys;
  {
    const auto held = keys.hold("a", "/acts", "k1");
    EXPECT_TRUE(held.has_value());
    EXPECT_EQ(keys.hold("a", "/acts", "k1").error().number, answers::in_flight.number);
    EXPECT_TRUE(keys.hold("b", "/acts", "k1").has_value());
    EXPECT_TRUE(keys.hold("a", "/lots", "k1").has_value());
  }
  EXPECT_TRUE(keys.hold("a", "/acts", "k1").has_value());
}

TEST(KeysInFlight, none_is_never_held) {
  KeysInFlight keys;
  const auto first = keys.hold("a", "/acts", "");
  EXPECT_TRUE(keys.hold("a", "/acts", "").has_value());
}

}  // namespace
}  // namespace lotline::http
