#include "exchange/called.h"

#include <gtest/gtest.h>

namespace lotline::exchange {
namespace {

TEST(Called, a_name_stands_for_the_path_wherever_a_refusal_tells_it) {
  const Refusal told{1004, "bad_encoding", "/var/jobs/7.csv:2: not UTF-8 (/var/jobs/7.csv)", "name"};
  const Refusal said = calling(told, "/var/jobs/7.csv", "mine.csv");
  EXPECT_EQ(said.text, "mine.csv:2: not UTF-8 (mine.csv)");
  EXPECT_EQ(said.field, "name");
}

TEST(Called, a_name_that_holds_the_path_ends_as_well) {
  EXPECT_EQ(calling({1, "a", "x: x", {}}, "x", "xx").text, "xx: xx");
}

TEST(Called, without_a_path_nothing_changes) { EXPECT_EQ(calling({1, "a", "text", {}}, "", "name").text, "text"); }

}  // namespace
}  // namespace lotline::exchange
