#include "simulation/options.h"

#include <gtest/gtest.h>

#include <set>

namespace lotline::simulation {

TEST(SimulationOptions, every_variant_is_another_state_under_its_own_name) {
  const Options standard = variant("standard").value();
  EXPECT_EQ(standard.variant, "standard");
  std::set<std::string_view> names;
  for (const auto name : variant_names()) {
    const Options options = variant(name).value();
    EXPECT_EQ(options.variant, name);
    EXPECT_TRUE(names.insert(name).second);
  }
  EXPECT_GT(variant("worn").value().reading.character_unread, standard.reading.character_unread);
  EXPECT_GT(variant("other_rates").value().lot_least, standard.lot_most);
  EXPECT_GT(variant("unrecorded_transfers").value().transfers_unrecorded, standard.transfers_unrecorded);
  EXPECT_GT(variant("mixed_sources").value().mixed_seizures, standard.mixed_seizures);
}

TEST(SimulationOptions, another_name_is_refused_with_the_nearest) {
  const auto refused = variant("wornn");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().name, "unknown_word");
  EXPECT_NE(refused.error().text.find("worn"), std::string::npos);
}

TEST(SimulationOptions, doublings_count_from_the_unit) {
  EXPECT_EQ(doublings(999, 1'000), 0);
  EXPECT_EQ(doublings(1'000, 1'000), 1);
  EXPECT_EQ(doublings(1'999, 1'000), 1);
  EXPECT_EQ(doublings(8'000, 1'000), 4);
}

}  // namespace lotline::simulation
