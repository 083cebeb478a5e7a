#include "seizure/listings.h"

#include <gtest/gtest.h>

namespace lotline::seizure {
namespace {

ListingsCounted counted(std::int64_t listings, std::int64_t firearms, std::int64_t ammunition) {
  ListingsCounted counts;
  counts.market = "simulated market";
  counts.listings = listings;
  counts.firearms = firearms;
  counts.ammunition = ammunition;
  return counts;
}

std::string refusal(const ListingsCounted& counts) {
  const auto decided = decide_listings(counts);
  return decided ? "" : decided.error().name;
}

// R46
TEST(Listings, they_are_counts_or_shares_of_a_named_market) {
  EXPECT_EQ(refusal(counted(1'000'000, 5'000, 1'250)), "");
  EXPECT_EQ(refusal(counted(1'000, 0, 0)), "");
  ListingsCounted shares = counted(0, 0, 0);
  EXPECT_EQ(refusal(shares), "counts_or_shares");
  shares.firearms_ppm = 5'000;
  shares.ammunition_ppm = 250'000;
  EXPECT_EQ(refusal(shares), "");
  shares.listings = 100;
  EXPECT_EQ(refusal(shares), "counts_or_shares");
  ListingsCounted nameless = counted(10, 1, 1);
  nameless.market.clear();
  EXPECT_EQ(refusal(nameless), "missing_value");
}

TEST(Listings, a_part_is_no_more_than_its_whole) {
  EXPECT_EQ(refusal(counted(10, 11, 0)), "part_above_whole");
  EXPECT_EQ(refusal(counted(10, 5, 6)), "part_above_whole");
  ListingsCounted shares = counted(0, 0, 0);
  shares.firearms_ppm = 1'000'001;
  EXPECT_EQ(refusal(shares), "part_above_whole");
  shares.firearms_ppm = 1;
  shares.ammunition_ppm = 1'000'001;
  EXPECT_EQ(refusal(shares), "part_above_whole");
}

}  // namespace
}  // namespace lotline::seizure
