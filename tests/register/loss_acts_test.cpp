// Losses and thefts, with the diversion they are, and incidents known only by their mass.

#include "tests/register/desk_fixture.h"

namespace lotline {

class LossActs : public SmallState {};

// R47 R32 R30 R31
TEST_F(LossActs, a_theft_is_reported_with_stage_and_modality_and_linked_to_its_movement) {
  made_lot("A17-1");
  Fields theft = with(loss("theft", "MAKER", "STORE", "200", "R-1", "2019-01/2019-03"), "stock", "private");
  const RecordNumber number = done("losses", theft);
  const auto diversion = store_->state().diversions.diversions.find(make_key(number + 1));
  ASSERT_TRUE(diversion.has_value());
  EXPECT_EQ(diversion->link, number);
  EXPECT_EQ(diversion->modality, "D01");
  theft[6].second = "D77";
  EXPECT_EQ(refused("losses", theft), "unknown_word");
  theft[6].second = "";
  EXPECT_EQ(refused("losses", theft), "missing_value");
  theft[0].second = "flood";
  EXPECT_EQ(refused("losses", theft), "unknown_word");
  theft[0].second = "transfer";
  EXPECT_EQ(refused("losses", theft), "unknown_word");
  EXPECT_EQ(refused("diversion", {{"stage", "transfer"}, {"modality", "D04"}}), "no_custody_link");
  EXPECT_EQ(refused("diversion", {{"movement", "1"}, {"stage", "transfer"}, {"modality", "D04"}}), "not_a_movement");
  done("diversion", {{"between_from", "MAKER"}, {"between_to", "ARMY"}, {"stage", "transfer"}, {"modality", "D04"}});
}

// R84 R39
TEST_F(LossActs, a_mass_known_only_in_tonnes_is_an_incident_and_moves_no_round) {
  const Fields incident{{"kind", "incident"},     {"holder", "ARMY"}, {"place", "airport"}, {"mass_kg", "3000000"},
                        {"report", "S/2015/128"}, {"country", "LY"},  {"on", "2013/2015"}};
  done("losses", incident);
  EXPECT_TRUE(store_->state().book.entries.all().empty());
  Fields estimated = incident;
  estimated.emplace_back("estimated_rounds", "150000000");
  EXPECT_EQ(refused("losses", estimated), "estimate_unexplained");
  made_lot("A17-1");
  EXPECT_EQ(refused("losses", {{"kind", "theft"},
                               {"holder", "MAKER"},
                               {"place", "STORE"},
                               {"maker", "MAKER"},
                               {"lot", "A17-1"},
                               {"rounds", "2"},
                               {"mass_kg", "3"},
                               {"report", "R"},
                               {"on", "2019"}}),
            "unknown_field");
  EXPECT_EQ(refused("losses",
                    {{"kind", "incident"}, {"holder", "ARMY"}, {"place", "airport"}, {"report", "R"}, {"on", "2019"}}),
            "no_amount");
}

}  // namespace lotline
