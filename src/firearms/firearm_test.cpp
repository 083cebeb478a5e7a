#include "firearms/firearm.h"

#include <gtest/gtest.h>

#include "firearms/memory_tables.h"

namespace lotline::firearms {
namespace {

const When kDay{Day{100}, Day{100}};

struct FirearmsRegister : ::testing::Test {
  MemoryTable<FirearmRow> rows;
  Firearms firearms{rows};

  static FirearmRegistered gun(const std::string& make, const std::string& serial, const std::string& stamp = "") {
    return {"9X19", "BR-RJ", make, stamp, "S1", PartyId{7}, serial};
  }
  std::string refusal(const FirearmRegistered& firearm) const {
    const auto decided = decide_firearm(firearms, firearm);
    return decided ? "" : decided.error().name;
  }
};

// R5
TEST_F(FirearmsRegister, a_firearm_is_its_make_and_serial) {
  apply(decide_firearm(firearms, gun("Simulated", "12", "AB12")).value(), 5, kDay, firearms);
  EXPECT_EQ(refusal(gun("Simulated", "12")), "firearm_exists");
  EXPECT_EQ(refusal(gun("Other", "12")), "");
  EXPECT_EQ(refusal(gun("Simulated", "13")), "");
  EXPECT_EQ(refusal(gun("", "13")), "missing_value");
  EXPECT_EQ(refusal(gun("Simulated", "")), "missing_value");
  const auto row = *rows.find(make_key(5));
  EXPECT_EQ(row.model, "S1");
  EXPECT_EQ(row.calibre, "9X19");
  EXPECT_EQ(row.owner, PartyId{7});
  EXPECT_EQ(row.jurisdiction, "BR-RJ");
  EXPECT_EQ(row.registered_first, Day{100});
}

TEST_F(FirearmsRegister, a_microstamp_belongs_to_one_firearm_and_many_have_none) {
  apply(gun("Simulated", "12", "AB12"), 5, kDay, firearms);
  EXPECT_EQ(refusal(gun("Simulated", "13", "AB12")), "microstamp_taken");
  EXPECT_EQ(refusal(gun("Simulated", "13", "AB13")), "");
  apply(gun("Simulated", "14"), 6, kDay, firearms);
  EXPECT_EQ(refusal(gun("Simulated", "15")), "");
}

}  // namespace
}  // namespace lotline::firearms
