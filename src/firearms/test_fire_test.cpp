#include "firearms/test_fire.h"

#include <gtest/gtest.h>

#include "firearms/memory_tables.h"

namespace lotline::firearms {
namespace {

const When kDay{Day{100}, Day{101}};

struct TestFires : ::testing::Test {
  MemoryTable<FirearmRow> rows;
  MemoryTable<TestFireRow> test_fires;
  Firearms firearms{rows};

  TestFires() { apply(FirearmRegistered{"9X19", "BR-RJ", "Simulated", "", "S1", PartyId{7}, "12"}, 5, kDay, firearms); }
  std::string refusal(const TestFired& fired) const {
    const auto decided = decide_test_fire(firearms, fired);
    return decided ? "" : decided.error().name;
  }
};

// R119
TEST_F(TestFires, a_test_fire_names_a_registered_gun_and_the_laboratory_that_fired_it) {
  EXPECT_EQ(refusal({"", FirearmId{6}, PartyId{9}, "", Rounds{2}}), "unknown_firearm");
  EXPECT_EQ(refusal({"", FirearmId{5}, PartyId{}, "", Rounds{2}}), "missing_value");
  const auto fired = decide_test_fire(firearms, {"CBC 9MM", FirearmId{5}, PartyId{9}, "", Rounds{2}});
  ASSERT_TRUE(fired.has_value());
  apply(*fired, 8, kDay, test_fires);
  const auto row = *test_fires.first_by("firearm", std::int64_t{5});
  EXPECT_EQ(row.id, TestFireId{8});
  EXPECT_EQ(row.ammunition, "CBC 9MM");
  EXPECT_EQ(row.fired_last, Day{101});
  EXPECT_EQ(row.withdrawn, 0);
}

}  // namespace
}  // namespace lotline::firearms
