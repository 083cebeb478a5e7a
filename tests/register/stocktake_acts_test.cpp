// Counts that differ from the book, and what an inquiry finds of them.

#include "tests/register/desk_fixture.h"

namespace lotline {

class StocktakeActs : public SmallState {};

// R89
TEST_F(StocktakeActs, a_stocktake_that_differs_freezes_the_stock_until_it_is_decided) {
  made_lot("A17-1");
  const auto stocktake = std::to_string(done(
      "stocktake", {{"holder", "MAKER"}, {"place", "STORE"}, {"counts", "MAKER A17-1 9900"}, {"on", "2018-02-01"}}));
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 10000);
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "1")), "rounds_reserved");
  EXPECT_EQ(refused("decide", {{"investigation", stocktake}, {"finding", "surplus"}, {"basis", "b"}}),
            "finding_does_not_fit");
  done("decide", {{"investigation", stocktake}, {"finding", "theft"}, {"basis", "inquiry 5"}});
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 9900);
  done("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "1"));
  EXPECT_EQ(refused("stocktake", {{"holder", "MAKER"}, {"counts", "MAKER A17-1"}}), "missing_value");
  EXPECT_EQ(refused("stocktake", {{"holder", "MAKER"}, {"counts", "MAKER A17-1 few"}}), "bad_quantity");
  const auto empty =
      std::to_string(done("stocktake", {{"holder", "ARMY"}, {"place", "VAULT"}, {"counts", "MAKER A17-1 0"}}));
  done("decide", {{"investigation", empty}, {"finding", "miscount"}, {"basis", "counted again"}});
  expect_verified();
}

TEST_F(StocktakeActs, a_surplus_is_entered_against_unattributed) {
  made_lot("A17-1");
  const auto stocktake = std::to_string(done(
      "stocktake", {{"holder", "MAKER"}, {"place", "STORE"}, {"counts", "MAKER A17-1 10007"}, {"complete", "yes"}}));
  done("decide", {{"investigation", stocktake}, {"finding", "surplus"}, {"basis", "found behind a rack"}});
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 10007);
  expect_verified();
}

// R89
TEST_F(StocktakeActs, shortages_and_surpluses_of_one_count_are_decided_lot_by_lot) {
  for (const auto* lot : {"A17-1", "A17-2", "A17-3"}) made_lot(lot);
  const auto stocktake = std::to_string(done("stocktake", {{"holder", "MAKER"},
                                                           {"place", "STORE"},
                                                           {"counts",
                                                            "MAKER A17-1 9900; MAKER A17-2 10007; "
                                                            "MAKER A17-3 9990"}}));
  const auto decide = [&](std::string_view finding, std::string_view findings) {
    return Fields{{"investigation", stocktake}, {"finding", finding}, {"findings", findings}, {"basis", "inquiry 5"}};
  };
  EXPECT_EQ(refused("decide", decide("theft", "")), "finding_does_not_fit");
  EXPECT_EQ(refused("decide", decide("", "")), "missing_value");
  EXPECT_EQ(refused("decide", decide("", "MAKER A17-1")), "missing_value");
  EXPECT_EQ(refused("decide", decide("", "MAKER A17-1 flood")), "unknown_word");
  EXPECT_EQ(refused("decide", decide("", "MAKER A17-9 loss")), "unknown_lot");
  done("decide", decide("", "MAKER A17-3 loss"));
  EXPECT_EQ(held("MAKER", "STORE", "A17-3").count(), 9990);
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "1")), "rounds_reserved");
  done("decide", decide("theft", "MAKER A17-2 surplus"));
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 9900);
  EXPECT_EQ(held("MAKER", "STORE", "A17-2").count(), 10007);
  EXPECT_EQ(refused("decide", decide("miscount", "")), "investigation_closed");
  expect_verified();
}

}  // namespace lotline
