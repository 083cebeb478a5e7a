#include "seizure/crossing.h"

#include <gtest/gtest.h>

#include "seizure/memory_tables.h"

namespace lotline::seizure {
namespace {

// R44
TEST(Crossing, it_is_of_a_party_and_leads_into_another_state) {
  BorderCrossed crossed;
  crossed.party = PartyId{3};
  crossed.from_state = "US";
  crossed.to_state = "MX";
  crossed.rounds = Rounds(428);
  EXPECT_TRUE(decide_crossing(crossed));
  MemoryTable<CrossingRow> rows;
  apply(crossed, 9, {day_of(2016, 3, 1), day_of(2016, 3, 31)}, rows);
  EXPECT_EQ(rows.find(make_key(9))->rounds, Rounds(428));
  EXPECT_EQ(to_text(rows.find(make_key(9))->crossed_on()), "2016-03");
  crossed.to_state = "US";
  EXPECT_EQ(decide_crossing(crossed).error().name, "no_border");
  crossed.to_state = "MX";
  crossed.party = {};
  EXPECT_EQ(decide_crossing(crossed).error().name, "missing_value");
}

}  // namespace
}  // namespace lotline::seizure
