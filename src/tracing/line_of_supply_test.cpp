#include "tracing/line_of_supply.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

using custody::Act;

std::vector<std::string> kinds_of(const Answer& answer) {
  std::vector<std::string> kinds;
  for (const auto& step : answer.line_of_supply) kinds.push_back(step.kind);
  return kinds;
}

const SupplyStep& step_of(const Answer& answer, RecordNumber record) {
  const auto found = std::ranges::find(answer.line_of_supply, record, [](const auto& s) { return s.records.front(); });
  if (found == answer.line_of_supply.end()) throw std::runtime_error("no such step");
  return *found;
}

struct LineOfSupply : ::testing::Test, SmallState {
  LotId x = lot(maker, "012-CBC-17", rifle, "2017-03", "CBC 17");
};

// R110
TEST_F(LineOfSupply, goes_from_the_maker_to_the_present_holders_with_licences_packages_and_records) {
  const auto permit = licence("EXP-1", maker, "2017-01-01", "2018-01-01");
  make(x, maker, 1000, police, "2017-03-10");
  const auto package = pack("BOX-1", maker, x, 400);
  custody::MovementOrder order;
  order.act = Act::dispatch;
  order.package = package;
  order.from = maker;
  order.to = police;
  order.licence = permit;
  const auto sent = move(order, "2017-04-01");
  const auto got = receive(sent, "2017-04-09");
  const auto answer = ask(by_lot("012-CBC-17"));
  EXPECT_EQ(kinds_of(answer), (std::vector<std::string>{"manufacture", "dispatch", "receive"}));
  const auto& dispatch = step_of(answer, sent);
  EXPECT_EQ(dispatch.from.code, "MAKER");
  EXPECT_EQ(dispatch.to.code, "POLICE");
  EXPECT_EQ(dispatch.rounds, Rounds(400));
  EXPECT_EQ(dispatch.on, "2017-04-01");
  EXPECT_EQ(dispatch.licence, "EXP-1");
  EXPECT_EQ(dispatch.package, "BOX-1");
  EXPECT_EQ(dispatch.gap, "");
  const auto& receipt = step_of(answer, got);
  EXPECT_EQ(receipt.from.code, "MAKER");
  EXPECT_EQ(receipt.licence, "EXP-1");
  EXPECT_EQ(receipt.records, (std::vector<RecordNumber>{got, sent}));
}

// R80
TEST_F(LineOfSupply, one_question_returns_all_sales_and_transfers_of_a_mark) {
  make(x, maker, 1000, dealer, "2017-03-10");
  act(Act::transfer, x, 600, maker, dealer, "2017-04-01");
  act(Act::sale, x, 100, dealer, army, "2017-05-01");
  act(Act::sale, x, 50, dealer, {}, "2017-05-02");
  act(Act::transfer, x, 30, army, police, "2018-01-01");
  const auto answer = ask(by_lot("012/cbc/17"));
  EXPECT_EQ(kinds_of(answer), (std::vector<std::string>{"manufacture", "transfer", "sale", "sale", "transfer"}));
  EXPECT_EQ(answer.line_of_supply[2].to.code, "ARMY");
  EXPECT_EQ(answer.line_of_supply[3].to.name, "buyer not recorded");
  EXPECT_EQ(answer.line_of_supply[3].to.code, "");
}

TEST_F(LineOfSupply, a_correction_takes_back_what_it_corrects_and_both_are_shown) {
  make(x, maker, 1000, police, "2017-03-10");
  const auto wrong = act(Act::transfer, x, 600, maker, police, "2017-04-01");
  const auto mended = correct(wrong, 500, "2019-01-01");
  const auto answer = ask(by_lot("012-CBC-17", "2018-01-01"));
  EXPECT_EQ(step_of(answer, wrong).corrected, Rounds(500));
  EXPECT_EQ(step_of(answer, mended).kind, "correct");
  EXPECT_EQ(step_of(answer, mended).records, (std::vector<RecordNumber>{mended, wrong}));
  const auto police_part = std::ranges::find(answer.holders, "POLICE", [](const auto& h) { return h.party.code; });
  ASSERT_NE(police_part, answer.holders.end());
  EXPECT_EQ(police_part->rounds, Rounds(100));
  EXPECT_EQ(police_part->parts[0].held, Rounds(100));
}

TEST_F(LineOfSupply, a_correction_not_known_then_takes_nothing_back) {
  make(x, maker, 1000, police, "2017-03-10");
  const auto wrong = act(Act::transfer, x, 600, maker, police, "2017-04-01");
  correct(wrong, 500, "2019-01-01");
  auto question = by_lot("012-CBC-17", "2018-01-01");
  question.as_known_on = day_of(2018, 12, 31);
  EXPECT_EQ(step_of(ask(question), wrong).corrected, Rounds(0));
}

// R110
TEST_F(LineOfSupply, a_dispatch_not_received_or_received_late_is_a_gap) {
  make(x, maker, 1000, police, "2017-03-10");
  const auto lost = act(Act::dispatch, x, 300, maker, police, "2017-04-01");
  const auto slow = act(Act::dispatch, x, 200, maker, police, "2017-04-01");
  receive(slow, "2017-12-01");
  const auto answer = ask(by_lot("012-CBC-17", "2018-01-01"));
  EXPECT_EQ(step_of(answer, lost).gap, "300 of 300 rounds not received after 275 days");
  EXPECT_EQ(step_of(answer, slow).gap, "received only after 244 days");
}

TEST_F(LineOfSupply, an_entry_that_took_rounds_before_they_came_is_marked_late) {
  make(x, maker, 1000, police, "2017-03-10");
  act(Act::transfer, x, 600, maker, police, "2017-05-01");
  const auto early = act(Act::expend, x, 50, police, {}, "2017-04-01", {}, "2017-06-01");
  const auto later = act(Act::expend, x, 50, police, {}, "2017-06-01");
  const auto answer = ask(by_lot("012-CBC-17"));
  EXPECT_TRUE(step_of(answer, early).late);
  EXPECT_FALSE(step_of(answer, later).late);
  EXPECT_TRUE(std::ranges::any_of(answer.limits, [](const auto& l) { return l.kind == "late_records"; }));
}

TEST_F(LineOfSupply, an_imprecise_date_is_not_taken_for_a_late_entry) {
  make(x, maker, 1000, police, "2017-03-10");
  act(Act::transfer, x, 600, maker, police, "2017-05-01");
  const auto some_day = act(Act::expend, x, 50, police, {}, "2017");
  EXPECT_FALSE(step_of(ask(by_lot("012-CBC-17")), some_day).late);
}

TEST_F(LineOfSupply, only_what_had_happened_is_told_and_a_straddling_date_is_only_possible) {
  make(x, maker, 1000, police, "2017-03-10");
  const auto sure = act(Act::transfer, x, 600, maker, police, "2017-05-01");
  const auto perhaps = act(Act::transfer, x, 10, police, unit, "2018");
  act(Act::transfer, x, 10, police, unit, "2019-01-01");
  auto question = by_lot("012-CBC-17");
  question.as_of = day_of(2018, 6, 1);
  const auto answer = ask(question);
  EXPECT_EQ(kinds_of(answer), (std::vector<std::string>{"manufacture", "transfer", "transfer"}));
  EXPECT_TRUE(step_of(answer, sure).certain);
  EXPECT_FALSE(step_of(answer, perhaps).certain);
}

TEST_F(LineOfSupply, only_what_had_been_recorded_by_a_day_is_told) {
  make(x, maker, 1000, police, "2017-03-10");
  act(Act::transfer, x, 600, maker, police, "2017-05-01", {}, "2018-02-02");
  auto question = by_lot("012-CBC-17");
  question.as_known_on = day_of(2018, 2, 1);
  EXPECT_EQ(kinds_of(ask(question)), std::vector<std::string>{"manufacture"});
  question.as_known_on = day_of(2018, 2, 2);
  EXPECT_EQ(kinds_of(ask(question)), (std::vector<std::string>{"manufacture", "transfer"}));
}

TEST_F(LineOfSupply, what_came_after_the_find_is_told_apart) {
  make(x, maker, 1000, police, "2017-03-10");
  const auto before = act(Act::transfer, x, 600, maker, police, "2017-05-01");
  const auto after = act(Act::transfer, x, 10, police, unit, "2021-01-01");
  const auto answer = ask(by_lot("012-CBC-17", "2020-06-01"));
  EXPECT_FALSE(step_of(answer, before).after_find);
  EXPECT_TRUE(step_of(answer, after).after_find);
}

}  // namespace
}  // namespace lotline::tracing
