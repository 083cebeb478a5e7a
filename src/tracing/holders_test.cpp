#include "tracing/holders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

using custody::Act;

const Holder* holder(const Answer& answer, std::string_view code) {
  const auto found = std::ranges::find(answer.holders, code, [](const Holder& h) { return h.party.code; });
  return found == answer.holders.end() ? nullptr : &*found;
}

std::string eliminated(const Answer& answer, std::string_view code) {
  const auto found = std::ranges::find(answer.eliminated, code, [](const EliminatedHolder& h) { return h.party.code; });
  return found == answer.eliminated.end() ? "" : found->reason;
}

bool says(const std::vector<std::string>& reasons, std::string_view words) {
  return std::ranges::any_of(reasons, [&](const auto& reason) { return reason.contains(words); });
}

struct Holders : ::testing::Test, SmallState {
  LotId x = lot(maker, "012-CBC-17", rifle, "2017-03", "CBC 17");

  void SetUp() override { make(x, maker, 1000, police, "2017-03-10"); }
};

// R110, R113
TEST_F(Holders, are_ranked_by_the_share_of_the_rounds_they_had_last) {
  act(Act::transfer, x, 700, maker, police, "2017-04-01");
  act(Act::transfer, x, 300, maker, army, "2017-04-01");
  act(Act::issue, x, 100, police, unit, "2018-01-01");
  const auto answer = ask(by_lot("012-CBC-17"));
  ASSERT_EQ(answer.holders.size(), 3U);
  EXPECT_EQ(answer.holders[0].party.code, "POLICE");
  EXPECT_EQ(answer.holders[0].rounds, Rounds(700));
  EXPECT_EQ(answer.holders[0].parts[0].held, Rounds(600));
  EXPECT_NEAR(answer.holders[0].probability, 0.6 * answer.lots[0].probability, 1e-9);
  EXPECT_EQ(answer.holders[1].party.code, "ARMY");
  EXPECT_EQ(answer.holders[2].party.code, "POLICE-1");
  EXPECT_TRUE(answer.holders[0].lawful);
  EXPECT_TRUE(says(answer.holders[0].reasons, "held 600 rounds of lot 012-CBC-17 that day by the book"));
  const double sum = std::accumulate(answer.holders.begin(), answer.holders.end(), 0.0,
                                     [](double all, const Holder& h) { return all + h.probability; });
  EXPECT_NEAR(sum, 1 - answer.none_on_record, 1e-9);
}

// R113
TEST_F(Holders, who_passed_all_on_destroyed_all_or_received_later_is_eliminated_with_the_reason) {
  act(Act::transfer, x, 400, maker, police, "2017-04-01");
  act(Act::transfer, x, 600, maker, army, "2017-04-01");
  act(Act::destroy, x, 400, police, {}, "2018-01-01");
  act(Act::transfer, x, 100, army, foreign, "2021-01-01");
  const auto answer = ask(by_lot("012-CBC-17"));
  EXPECT_EQ(
      eliminated(answer, "MAKER"),
      "lot 012-CBC-17: had passed on all of it before 2020-06-01, to Simulated POLICE (POLICE), Simulated ARMY (ARMY)");
  EXPECT_EQ(eliminated(answer, "POLICE"), "lot 012-CBC-17: everything it had was destroyed before 2020-06-01");
  EXPECT_EQ(eliminated(answer, "FOREIGN"), "lot 012-CBC-17: received only after 2020-06-01");
  ASSERT_EQ(answer.holders.size(), 1U);
  EXPECT_EQ(answer.holders[0].party.code, "ARMY");
}

// R113
TEST_F(Holders, who_expended_all_is_eliminated_for_a_live_round_but_not_for_a_fired_case) {
  act(Act::transfer, x, 400, maker, police, "2017-04-01");
  act(Act::expend, x, 400, police, {}, "2018-01-01");
  auto question = by_lot("012-CBC-17");
  ASSERT_TRUE(holder(ask(question), "POLICE"));
  EXPECT_TRUE(says(holder(ask(question), "POLICE")->reasons, "expended 400 rounds"));
  question.fired = false;
  EXPECT_EQ(eliminated(ask(question), "POLICE"),
            "lot 012-CBC-17: everything it had was expended or destroyed before 2020-06-01");
}

TEST_F(Holders, the_states_custody_of_exhibits_is_no_source) {
  custody::MovementOrder seizure;
  seizure.act = Act::seize;
  seizure.lot = x;
  seizure.rounds = Rounds(200);
  seizure.from = maker;
  seizure.to = police;
  seizure.exhibit = ExhibitId{77};
  move(seizure, "2018-01-01");
  custody::MovementOrder handing;
  handing.act = Act::move_exhibit;
  handing.lot = x;
  handing.rounds = Rounds(200);
  handing.from = police;
  handing.to = laboratory;
  handing.exhibit = ExhibitId{77};
  custody::MovementPosted moved = custody::decide_movement(sources().book, sources().parties, handing, 0).value();
  moved.postings[0].to.where = custody::where_of(ExhibitId{77});
  post(moved, "2018-01-02");
  const auto answer = ask(by_lot("012-CBC-17"));
  EXPECT_EQ(eliminated(answer, "LAB"), "lot 012-CBC-17: had it only as exhibits in the State's custody");
  EXPECT_EQ(holder(answer, "LAB"), nullptr);
}

TEST_F(Holders, of_stolen_lost_sold_and_exported_rounds_the_last_possessor_is_named) {
  act(Act::transfer, x, 900, maker, dealer, "2017-04-01");
  act(Act::theft, x, 100, dealer, {}, "2018-01-01");
  act(Act::loss, x, 50, dealer, {}, "2018-01-02");
  act(Act::sale, x, 25, dealer, {}, "2018-01-03");
  act(Act::export_, x, 300, dealer, foreign, "2018-01-04", licence("EXP", dealer, "2018-01-01", "2019-01-01"));
  const auto answer = ask(by_lot("012-CBC-17"));
  const auto* from = holder(answer, "DEALER");
  ASSERT_TRUE(from);
  EXPECT_EQ(from->parts[0].reachable, Rounds(600));
  EXPECT_EQ(from->parts[0].held, Rounds(425));
  EXPECT_TRUE(says(from->reasons, "100 rounds of lot 012-CBC-17 were stolen from it before"));
  EXPECT_TRUE(says(from->reasons, "lost 50 rounds"));
  EXPECT_TRUE(says(from->reasons, "sold 25 rounds of lot 012-CBC-17 to buyers not recorded"));
  ASSERT_TRUE(holder(answer, "FOREIGN"));
  EXPECT_TRUE(says(holder(answer, "FOREIGN")->reasons, "300 rounds of lot 012-CBC-17 were exported to it"));
}

TEST_F(Holders, rounds_on_the_way_are_with_their_carrier) {
  const auto truck = party("TRUCK", Kind::carrier);
  custody::MovementOrder order;
  order.act = Act::dispatch;
  order.lot = x;
  order.rounds = Rounds(500);
  order.from = maker;
  order.to = police;
  order.carrier = truck;
  move(order, "2020-05-30");
  const auto answer = ask(by_lot("012-CBC-17"));
  ASSERT_TRUE(holder(answer, "TRUCK"));
  EXPECT_TRUE(says(holder(answer, "TRUCK")->reasons, "500 rounds of lot 012-CBC-17 were on the way that day"));
}

// R110
TEST_F(Holders, who_received_across_a_border_without_a_licence_is_not_lawful) {
  act(Act::transfer, x, 700, maker, foreign, "2017-04-01");
  const auto answer = ask(by_lot("012-CBC-17"));
  ASSERT_TRUE(holder(answer, "FOREIGN"));
  EXPECT_FALSE(holder(answer, "FOREIGN")->lawful);
  EXPECT_TRUE(says(holder(answer, "FOREIGN")->reasons, "transfer across a border names no licence"));
  ASSERT_TRUE(holder(answer, "MAKER"));
  EXPECT_TRUE(holder(answer, "MAKER")->lawful);
  EXPECT_TRUE(says(holder(answer, "MAKER")->reasons, "passed on 700 rounds"));
}

TEST_F(Holders, an_irregular_act_after_the_find_does_not_count) {
  act(Act::transfer, x, 700, maker, police, "2017-04-01");
  act(Act::transfer, x, 100, police, foreign, "2021-01-01");
  const auto answer = ask(by_lot("012-CBC-17"));
  EXPECT_FALSE(says(holder(answer, "POLICE")->reasons, "across a border"));
}

TEST_F(Holders, who_received_lawfully_too_stays_lawful) {
  act(Act::transfer, x, 100, maker, foreign, "2017-04-01");
  act(Act::transfer, x, 100, maker, foreign, "2017-05-01", licence("EXP", maker, "2017-01-01", "2018-01-01"));
  EXPECT_TRUE(holder(ask(by_lot("012-CBC-17")), "FOREIGN")->lawful);
}

// R114
TEST_F(Holders, documents_and_reports_that_bear_on_them_are_attached) {
  const auto permit = licence("NAT-9", maker, "2017-01-01", "2018-01-01");
  const auto handed = act(Act::transfer, x, 700, maker, police, "2017-04-01", permit);
  const auto stolen = act(Act::theft, x, 100, police, {}, "2018-01-01");
  const auto answer = ask(by_lot("012-CBC-17"));
  const auto& support = holder(answer, "POLICE")->support;
  ASSERT_EQ(support.size(), 2U);
  EXPECT_EQ(support[0].kind, "transfer document");
  EXPECT_EQ(support[0].text, "transfer of 700 rounds of lot 012-CBC-17 on 2017-04-01, licence NAT-9");
  EXPECT_EQ(support[0].record, handed);
  EXPECT_EQ(support[1].kind, "theft report");
  EXPECT_EQ(support[1].record, stolen);
  EXPECT_EQ(holder(answer, "POLICE")->records, (std::vector<RecordNumber>{handed, stolen}));
}

// R114
TEST_F(Holders, a_decision_that_attributed_a_recovery_is_told_of_whom_it_debited) {
  act(Act::transfer, x, 700, maker, police, "2017-04-01");
  act(Act::transfer, x, 300, maker, army, "2017-04-01");
  custody::MovementOrder found;
  found.act = Act::recover;
  found.lot = x;
  found.rounds = Rounds(400);
  found.to = laboratory;
  found.exhibit = ExhibitId{9000};
  move(found, "2018-12-01");
  custody::MovementOrder decision;
  decision.act = Act::attribute;
  decision.lot = x;
  decision.rounds = Rounds(300);
  decision.from = army;
  move(decision, "2019-01-01");
  act(Act::attribute, x, 100, police, {}, "2019-02-01");
  const auto answer = ask(by_lot("012-CBC-17"));
  EXPECT_EQ(eliminated(answer, "ARMY"), "lot 012-CBC-17: had none of it left on 2020-06-01");
  ASSERT_TRUE(holder(answer, "POLICE"));
  EXPECT_TRUE(
      says(holder(answer, "POLICE")->reasons, "a decision attributed 100 recovered rounds of lot 012-CBC-17 to it"));
  EXPECT_EQ(holder(answer, "POLICE")->support.back().kind, "decision");
}

TEST_F(Holders, several_lots_add_up_in_one_holder) {
  const auto y = lot(maker, "013-CBC-17", rifle, "2017-03", "CBC 17");
  make(y, maker, 1000, police, "2017-03-10");
  act(Act::transfer, x, 1000, maker, police, "2017-04-01");
  act(Act::transfer, y, 1000, maker, police, "2017-04-01");
  Question question;
  question.marks.headstamp = "CBC 17";
  question.found_on = parse_when("2020-06-01").value();
  const auto answer = ask(question);
  ASSERT_EQ(answer.holders.size(), 1U);
  EXPECT_EQ(answer.holders[0].rounds, Rounds(2000));
  EXPECT_EQ(answer.holders[0].parts.size(), 2U);
  EXPECT_NEAR(answer.holders[0].probability, 1 - answer.none_on_record, 1e-9);
}

TEST_F(Holders, lots_beyond_those_told_in_detail_still_count) {
  const auto y = lot(maker, "013-CBC-17", rifle, "2017-03", "CBC 17");
  make(y, maker, 500, police, "2017-03-10");
  act(Act::transfer, y, 500, maker, army, "2017-04-01");
  Question question;
  question.marks.headstamp = "CBC 17";
  question.found_on = parse_when("2020-06-01").value();
  TraceOptions one;
  one.lots_listed = 1;
  const auto answer = ask(question, one);
  EXPECT_EQ(answer.lots.size(), 1U);
  EXPECT_EQ(answer.lots_total, 2U);
  ASSERT_TRUE(holder(answer, "ARMY"));
  EXPECT_NEAR(holder(answer, "ARMY")->probability, (1 - answer.none_on_record) / 3, 1e-9);
}

// R113
TEST_F(Holders, those_who_have_only_lots_of_another_calibre_are_eliminated_with_it_as_the_reason) {
  const auto y = lot(maker, "013-CBC-17", pistol, "2017-03", "CBC 17");
  make(y, maker, 1000, army, "2017-03-10");
  act(Act::transfer, y, 1000, maker, army, "2017-04-01");
  Question question;
  question.marks.headstamp = "CBC 17";
  question.marks.calibre = "7.62x39";
  question.found_on = parse_when("2020-06-01").value();
  const auto answer = ask(question);
  EXPECT_EQ(eliminated(answer, "ARMY"), "lot 013-CBC-17: calibre: 7.62x39 read, 9X19 recorded");
}

}  // namespace
}  // namespace lotline::tracing
