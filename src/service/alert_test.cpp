#include "service/alert.h"

#include <gtest/gtest.h>

namespace lotline::service {
namespace {

custody::MovementPosted movement(custody::Act act) {
  custody::MovementPosted posted;
  posted.act = act;
  return posted;
}

stockpile::StocktakeRecorded counted(std::int64_t book, std::int64_t found) {
  stockpile::StocktakeRecorded stocktake;
  stocktake.counts.emplace_back();
  stocktake.counts.back().book = Rounds{book};
  stocktake.counts.back().counted = Rounds{found};
  return stocktake;
}

TEST(Alert, losses_and_thefts_are_alerts_and_deliveries_are_none) {
  EXPECT_TRUE(is_alert(movement(custody::Act::loss)));
  EXPECT_TRUE(is_alert(movement(custody::Act::theft)));
  EXPECT_FALSE(is_alert(movement(custody::Act::transfer)));
}

TEST(Alert, a_stocktake_is_an_alert_when_it_differs_either_way) {
  EXPECT_TRUE(is_alert(counted(100, 99)));
  EXPECT_TRUE(is_alert(counted(100, 101)));
  EXPECT_FALSE(is_alert(counted(100, 100)));
}

TEST(Alert, finds_diversions_and_incidents_are_alerts) {
  EXPECT_TRUE(is_alert(seizure::Recovered{}));
  EXPECT_TRUE(is_alert(seizure::DiversionRecorded{}));
  EXPECT_TRUE(is_alert(seizure::IncidentRecorded{}));
  EXPECT_FALSE(is_alert(parties::PartyRegistered{}));
}

}  // namespace
}  // namespace lotline::service
