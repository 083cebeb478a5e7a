#include "tracing/departure.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

using custody::Act;

struct LeftLawfulHands : ::testing::Test, SmallState {
  LotId x = lot(maker, "012-CBC-17", rifle, "2017-03", "CBC 17");

  void SetUp() override { make(x, maker, 1000, police, "2017-03-10"); }

  std::vector<Departure> found(const std::string& day = "2020-06-01") {
    return ask(by_lot("012-CBC-17", day)).left_lawful_hands;
  }
};

// R110
TEST_F(LeftLawfulHands, a_recorded_theft_is_named_with_its_record) {
  act(Act::transfer, x, 800, maker, police, "2017-04-01");
  const auto stolen = act(Act::theft, x, 200, police, {}, "2018-01-01");
  const auto answer = ask(by_lot("012-CBC-17"));
  ASSERT_EQ(answer.left_lawful_hands.size(), 1U);
  const auto& theft = answer.left_lawful_hands[0];
  EXPECT_EQ(theft.kind, "theft");
  EXPECT_EQ(theft.from.code, "POLICE");
  EXPECT_EQ(theft.on, "2018-01-01");
  EXPECT_EQ(theft.rounds, Rounds(200));
  EXPECT_EQ(theft.records, std::vector<RecordNumber>{stolen});
  EXPECT_NEAR(theft.probability, 0.2 * answer.lots[0].probability, 1e-9);
  EXPECT_EQ(found("2017-12-31")[0].kind, "unknown");
}

TEST_F(LeftLawfulHands, what_was_found_again_before_is_taken_off_the_latest_loss) {
  act(Act::loss, x, 100, maker, {}, "2018-01-01");
  const auto later = act(Act::loss, x, 100, maker, {}, "2018-02-01");
  custody::MovementOrder again;
  again.act = Act::find;
  again.lot = x;
  again.rounds = Rounds(130);
  again.from = maker;
  again.out_of = custody::Standing::lost;
  move(again, "2018-03-01");
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].kind, "loss");
  EXPECT_EQ(found()[0].rounds, Rounds(70));
  EXPECT_EQ(found("2018-02-15").size(), 2U);
  EXPECT_TRUE(std::ranges::any_of(found("2018-02-15"), [&](const auto& d) { return d.records[0] == later; }));
}

// R110
TEST_F(LeftLawfulHands, a_dispatch_not_received_by_that_day_is_named) {
  const auto sent = act(Act::dispatch, x, 300, maker, police, "2020-03-01");
  receive(sent, "2020-07-01");
  const auto open = found("2020-06-01");
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].kind, "dispatch_not_received");
  EXPECT_EQ(open[0].from.code, "MAKER");
  EXPECT_EQ(open[0].to.code, "POLICE");
  EXPECT_EQ(open[0].rounds, Rounds(300));
  EXPECT_EQ(open[0].records, std::vector<RecordNumber>{sent});
  EXPECT_EQ(found("2020-08-01")[0].kind, "unknown");
}

TEST_F(LeftLawfulHands, a_theft_on_the_way_names_sender_and_receiver) {
  const auto sent = act(Act::dispatch, x, 300, maker, police, "2020-03-01");
  custody::MovementOrder theft;
  theft.act = Act::theft;
  theft.lot = x;
  theft.rounds = Rounds(300);
  theft.from = maker;
  theft.shipment = ShipmentId{sent};
  move(theft, "2020-03-05");
  const auto all = found();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].kind, "theft");
  EXPECT_EQ(all[0].from.code, "MAKER");
  EXPECT_EQ(all[0].to.code, "POLICE");
}

// R110
TEST_F(LeftLawfulHands, a_transfer_across_a_border_without_a_licence_is_named) {
  const auto handed = act(Act::transfer, x, 300, maker, foreign, "2018-01-01");
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].kind, "without_licence");
  EXPECT_EQ(found()[0].to.code, "FOREIGN");
  EXPECT_EQ(found()[0].records, std::vector<RecordNumber>{handed});
}

TEST_F(LeftLawfulHands, an_export_or_import_needs_a_licence_wherever_its_parties_are) {
  act(Act::export_, x, 300, maker, police, "2018-01-01");
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].kind, "without_licence");
}

TEST_F(LeftLawfulHands, a_transfer_outside_its_licence_is_named) {
  act(Act::transfer, x, 100, maker, foreign, "2018-01-01", licence("OLD", maker, "2016-01-01", "2017-01-01"));
  act(Act::transfer, x, 100, maker, foreign, "2018-01-01",
      licence("OTHER", maker, "2017-01-01", "2019-01-01", {}, false, {"099-CBC-17"}));
  act(Act::transfer, x, 100, maker, foreign, "2018-01-01",
      licence("GOOD", maker, "2017-01-01", "2019-01-01", {}, false, {"099-CBC-17", "012 CBC 17"}));
  const auto all = found();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].kind, "outside_licence");
  EXPECT_EQ(all[0].words, "licence OLD was not in force on 2018-01-01");
  EXPECT_EQ(all[1].words, "licence OTHER does not list the lot");
}

// R110
TEST_F(LeftLawfulHands, a_transfer_under_a_licence_that_was_not_approved_by_then_is_outside_it) {
  const auto awaiting = prepared_licence("AWAITING", maker, "2017-01-01", "2019-01-01");
  const auto later = prepared_licence("LATER", maker, "2017-01-01", "2019-01-01");
  const auto in_time = prepared_licence("IN-TIME", maker, "2017-01-01", "2019-01-01");
  approve(later, "2018-01-02");
  approve(in_time, "2018-01-01");
  for (const LicenceId licence_id : {awaiting, later, in_time})
    act(Act::transfer, x, 100, maker, foreign, "2018-01-01", licence_id);
  const auto all = found();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].kind, "outside_licence");
  EXPECT_EQ(all[0].words, "licence AWAITING was not approved");
  EXPECT_EQ(all[1].words, "licence LATER was not in force on 2018-01-01");
}

// R110
TEST_F(LeftLawfulHands, a_broken_undertaking_not_to_retransfer_is_named_with_both_records) {
  const auto end_use = licence("END-USE", maker, "2017-01-01", "2018-01-01", police, true);
  const auto sent = act(Act::transfer, x, 700, maker, police, "2017-04-01", end_use);
  act(Act::issue, x, 100, police, unit, "2018-01-01");
  act(Act::transfer, x, 10, police, laboratory, "2018-01-02");
  const auto broken = act(Act::transfer, x, 200, police, army, "2018-02-01");
  const auto all = found();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].kind, "retransfer_breach");
  EXPECT_EQ(all[0].from.code, "POLICE");
  EXPECT_EQ(all[0].to.code, "ARMY");
  EXPECT_EQ(all[0].records, (std::vector<RecordNumber>{broken, sent}));
  EXPECT_TRUE(all[0].words.contains("END-USE"));
}

TEST_F(LeftLawfulHands, a_sale_to_nobody_recorded_breaks_an_undertaking_too) {
  act(Act::transfer, x, 700, maker, police, "2017-04-01",
      licence("END-USE", maker, "2017-01-01", "2018-01-01", {}, true));
  act(Act::sale, x, 50, police, {}, "2018-02-01");
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].kind, "retransfer_breach");
}

TEST_F(LeftLawfulHands, an_entry_for_which_a_rule_was_set_aside_is_named) {
  custody::MovementOrder order;
  order.act = Act::transfer;
  order.lot = x;
  order.rounds = Rounds(10);
  order.from = maker;
  order.to = army;
  auto posted = custody::decide_movement(sources().book, sources().parties, order, 0).value();
  posted.overridden = "second_official_recipient";
  posted.override_reason = "urgent";
  post(posted, "2018-01-01");
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].kind, "against_rule");
  EXPECT_EQ(found()[0].words, "the rule second_official_recipient was set aside for it");
}

// R110, R114
TEST_F(LeftLawfulHands, shortages_and_diversions_known_otherwise_are_named) {
  act(Act::transfer, x, 800, maker, police, "2017-04-01");
  events = [&](LotId asked) {
    const When on = parse_when("2019-02").value();
    std::vector<KnownEvent> known;
    if (asked == x) {
      known.push_back({901, EventKind::shortage, on, police, {}, Rounds(120), "120 fewer counted than booked"});
      known.push_back(
          {902, EventKind::diversion, parse_when("2021-01-01").value(), police, army, Rounds(), "after the find"});
    }
    return known;
  };
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].kind, "shortage");
  EXPECT_EQ(found()[0].from.code, "POLICE");
  EXPECT_EQ(found()[0].on, "2019-02");
  EXPECT_EQ(found()[0].words, "120 fewer counted than booked");
  EXPECT_EQ(found()[0].records, std::vector<RecordNumber>{901});
}

// R110
TEST_F(LeftLawfulHands, else_it_is_unknown_between_the_last_lawful_holder_and_the_place_of_the_find) {
  act(Act::transfer, x, 800, maker, police, "2017-04-01");
  auto question = by_lot("012-CBC-17");
  question.found_in = "PY";
  const auto all = ask(question).left_lawful_hands;
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].kind, "unknown");
  EXPECT_EQ(all[0].from.code, "POLICE");
  EXPECT_EQ(all[0].to.name, "found in Paraguay");
  EXPECT_EQ(all[0].to.country, "PY");
  EXPECT_FALSE(all[0].records.empty());
}

TEST_F(LeftLawfulHands, an_unlawful_holder_is_not_taken_for_the_last_lawful_one) {
  std::vector<Holder> holders(2);
  holders[0].party.code = "FOREIGN";
  holders[0].lawful = false;
  holders[1].party.code = "MAKER";
  const DayOfFind find{parse_when("2020-06-01").value()};
  EXPECT_EQ(unknown_departure(holders, "", find, catalogue()).from.code, "MAKER");
  EXPECT_EQ(unknown_departure(holders, "", find, catalogue()).to.name, "where it was found");
  holders.pop_back();
  EXPECT_EQ(unknown_departure(holders, "", find, catalogue()).from.code, "");
}

}  // namespace
}  // namespace lotline::tracing
