// What was recovered: marks, firearms of the case, the decision on the lot, holds, destruction.

#include "tests/register/desk_fixture.h"

namespace lotline {

class ExhibitActs : public SmallState {
 protected:
  RecordNumber live_exhibit(std::string_view lot = "") {
    Fields form = recovery("C-1", "live_round", "5", "seized", "2019-02-02");
    if (!lot.empty()) form = with(with(form, "maker", "MAKER"), "lot", lot);
    return done("recoveries", form);
  }
};

// R107
TEST_F(ExhibitActs, a_recovery_opens_a_trace_or_says_why_not) {
  Fields find{{"case_number", "C-1"},           {"kind", "fired_case"}, {"count", "3"},          {"country", "BR"},
              {"circumstances", "crime_scene"}, {"custodian", "LAB"},   {"headstamp", "MKR 17"}, {"on", "2019-02-02"}};
  EXPECT_EQ(refused("recoveries", find), "trace_or_reason");
  find.emplace_back("no_trace_reason", "handed in under an amnesty");
  done("recoveries", find);
  find.emplace_back("trace", "yes");
  EXPECT_EQ(refused("recoveries", find), "trace_or_reason");
  EXPECT_TRUE(store_->state().book.entries.all().empty());  // fired cases never move rounds
}

// R43 R5 R70
TEST_F(ExhibitActs, a_firearm_of_the_same_case_is_linked_and_its_microstamp_kept) {
  done("firearm",
       {{"make", "Demo"}, {"serial", "S-1"}, {"owner", "DEALER"}, {"microstamp", "ab12"}, {"calibre", "9x19"}});
  const Fields find = with(recovery("C-1", "fired_case", "1", "crime_scene", "2019-02-02"), "microstamp", "AB12");
  const RecordNumber exhibit = done("recoveries", with(find, "firearms", "S-1"));
  EXPECT_EQ(store_->state().exhibits.co_seizures.all(make_key(exhibit)).size(), 1u);
  EXPECT_EQ(refused("recoveries", with(find, "firearms", "S-2")), "unknown_firearm");
}

TEST_F(ExhibitActs, live_rounds_of_an_unknown_lot_stand_under_their_exhibit_until_the_lot_is_decided) {
  made_lot("A17-1");
  const RecordNumber exhibit = live_exhibit();
  const std::string number = std::to_string(exhibit);
  EXPECT_EQ(refused("weigh", {{"exhibit", number}, {"lots", "MAKER A17-1 0.7;MAKER A17-1 0.4"}, {"basis", "trace"}}),
            "bad_weights");
  EXPECT_EQ(refused("weigh", {{"exhibit", number}, {"lots", "MAKER A17-1 half"}, {"basis", "trace"}}), "bad_quantity");
  EXPECT_EQ(refused("weigh", {{"exhibit", number}, {"lots", "MAKER A17-1"}, {"basis", "trace"}}), "missing_value");
  done("weigh", {{"exhibit", number}, {"lots", "MAKER A17-1 0.6"}, {"basis", "trace"}});
  EXPECT_TRUE(store_->state().book.entries.all(make_key(desk_->lookup.lot("MAKER", "A17-1", "")->number)).size() == 1);
  done("identify", {{"exhibit", number}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"basis", "report 3"}});
  const auto totals = store_->state().book.totals.find(make_key(desk_->lookup.lot("MAKER", "A17-1", "").value()));
  EXPECT_EQ(totals->of(custody::Standing::exhibit).count(), 5);
  EXPECT_EQ(totals->of(custody::Standing::unattributed).count(), -5);
  EXPECT_EQ(refused("identify", {{"exhibit", number}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"basis", "again"}}),
            "lot_known");
  done("attribute", {{"from", "MAKER"},
                     {"from_place", "STORE"},
                     {"out_of", "held"},
                     {"maker", "MAKER"},
                     {"lot", "A17-1"},
                     {"rounds", "5"},
                     {"basis", "decision 1"}});
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 9995);
  EXPECT_EQ(refused("attribute", {{"from", "MAKER"},
                                  {"out_of", "expended"},
                                  {"maker", "MAKER"},
                                  {"lot", "A17-1"},
                                  {"rounds", "5"},
                                  {"basis", "d"}}),
            "unknown_word");
  expect_verified();
}

// R104 R102
TEST_F(ExhibitActs, an_exhibit_under_a_judicial_hold_is_not_destroyed_until_the_hold_is_lifted) {
  made_lot("A17-1");
  const std::string exhibit = std::to_string(live_exhibit("A17-1"));
  const auto hold = std::to_string(done("hold", {{"exhibit", exhibit}, {"rounds", "2"}, {"basis", "order 19"}}));
  const Fields destroy{{"exhibit", exhibit},
                       {"method", "burning"},
                       {"authority", "COURT"},
                       {"witnesses", "W1;W2"},
                       {"certificate", "C-1"}};
  EXPECT_EQ(refused("destroy", destroy), "rounds_reserved");
  Fields part = destroy;
  part.emplace_back("rounds", "3");
  done("destroy", part);
  EXPECT_EQ(refused("destroy", destroy), "rounds_reserved");
  done("exhibit", {{"act", "move_exhibit"}, {"exhibit", exhibit}, {"to", "COURT"}});
  EXPECT_EQ(refused("destroy", destroy), "rounds_reserved");
  done("lift", {{"hold", hold}, {"basis", "final decision"}});
  const RecordNumber last = done("destroy", destroy);
  EXPECT_EQ(store_->state().conditions.destructions.find(make_key(last))->certificate, "C-1");
  EXPECT_EQ(refused("destroy", destroy), "not_enough_rounds");
  EXPECT_EQ(
      refused(
          "destroy",
          {{"exhibit", "1"}, {"method", "burning"}, {"authority", "COURT"}, {"witnesses", "W"}, {"certificate", "C"}}),
      "unknown_exhibit");
  EXPECT_EQ(refused("exhibit", {{"act", "dispatch"}, {"exhibit", exhibit}, {"to", "LAB"}}), "unknown_word");
  EXPECT_EQ(refused("destroy", {{"holder", "MAKER"},
                                {"place", "STORE"},
                                {"maker", "MAKER"},
                                {"lot", "A17-1"},
                                {"rounds", "1"},
                                {"method", "magic"},
                                {"authority", "COURT"},
                                {"witnesses", "W"},
                                {"certificate", "C"}}),
            "unknown_word");
  expect_verified();
}

TEST_F(ExhibitActs, rounds_seized_from_a_recorded_holder_are_debited_to_it) {
  made_lot("A17-1");
  Fields seizure = with(with(recovery("C-2", "live_round", "40", "seized", "2019-02-02"), "taken_from", "MAKER"),
                        "taken_from_place", "STORE");
  EXPECT_EQ(refused("recoveries", seizure), "holder_without_lot");
  seizure.emplace_back("maker", "MAKER");
  seizure.emplace_back("lot", "A17-1");
  done("recoveries", seizure);
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 9960);
  expect_verified();
}

}  // namespace lotline
