#include "tracing/limits.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

using custody::Act;

struct Limits : ::testing::Test, SmallState {
  LotId x = lot(maker, "012-CBC-17", rifle, "2017-03", "CBC 17");

  void SetUp() override { make(x, maker, 1000, police, "2017-03-10"); }

  static std::string told(const Answer& answer, std::string_view kind) {
    const auto found = std::ranges::find(answer.limits, kind, &Limit::kind);
    return found == answer.limits.end() ? "" : found->text;
  }
};

// R112
TEST_F(Limits, without_later_movements_the_answer_stops_at_the_first_recipient_and_says_so) {
  EXPECT_EQ(told(ask(by_lot("012-CBC-17")), "no_recipient"),
            "lot 012-CBC-17: no delivery is on record; the trail stops at the maker and at the first recipient it was "
            "recorded for, Simulated POLICE (POLICE)");
  act(Act::transfer, x, 1000, maker, police, "2017-04-01");
  EXPECT_EQ(
      told(ask(by_lot("012-CBC-17")), "first_recipient"),
      "lot 012-CBC-17: the trail stops at the first recipient, Simulated POLICE (POLICE); no later movement is on "
      "record");
  act(Act::issue, x, 10, police, unit, "2018-04-01");
  EXPECT_EQ(told(ask(by_lot("012-CBC-17")), "first_recipient"), "");
}

// R112
TEST_F(Limits, rounds_exported_are_beyond_this_register) {
  act(Act::export_, x, 300, maker, foreign, "2018-01-01", licence("E", maker, "2018-01-01", "2019-01-01"));
  EXPECT_EQ(
      told(ask(by_lot("012-CBC-17")), "exported"),
      "lot 012-CBC-17: 300 rounds were exported to Simulated FOREIGN (FOREIGN); what happened there is in another "
      "register, if in any");
}

// R112
TEST_F(Limits, buyers_nobody_recorded_are_counted) {
  act(Act::transfer, x, 1000, maker, dealer, "2017-04-01");
  for (int day = 1; day <= 14; ++day) act(Act::sale, x, 20, dealer, {}, fmt::format("2018-01-{:02}", day));
  const auto answer = ask(by_lot("012-CBC-17"));
  EXPECT_EQ(told(answer, "unrecorded_buyers"),
            "lot 012-CBC-17: 280 rounds were sold in 14 sales to buyers not recorded");
  EXPECT_NE(told(answer, "no_dealer_register"), "");
  auto named = sources();
  named.dealers_name_buyers = true;
  EXPECT_EQ(told(trace(by_lot("012-CBC-17"), named), "no_dealer_register"), "");
}

TEST_F(Limits, rounds_unpacked_unmarked_have_lost_their_lot) {
  custody::MovementPosted loosened;
  loosened.act = Act::loosen;
  loosened.postings = {
      {{maker, custody::Standing::held, ""}, x, Rounds(40), {maker, custody::Standing::relotted_out, ""}}};
  post(loosened, "2018-01-01");
  EXPECT_TRUE(told(ask(by_lot("012-CBC-17")), "lost_lot").starts_with("lot 012-CBC-17: 40 rounds were unpacked"));
}

TEST_F(Limits, imprecise_dates_components_and_a_day_not_given_are_said) {
  act(Act::transfer, x, 100, maker, police, "2018");
  EXPECT_EQ(told(ask(by_lot("012-CBC-17")), "imprecise_dates"),
            "lot 012-CBC-17: 1 entry is known only to the month or the year");
  const auto cases = lot(maker, "C-1", product("CASES", "7.62X39", custody::ItemClass::case_), "2017", "CBC 17");
  make(cases, maker, 10, police, "2017-03-10");
  EXPECT_NE(told(ask(by_lot("C-1")), "component"), "");
  auto question = by_lot("012-CBC-17");
  EXPECT_EQ(told(ask(question), "day_of_find"), "");
  question.found_on.reset();
  EXPECT_TRUE(told(ask(question), "day_of_find").contains("2024-06-01 is taken"));
}

// R114
TEST_F(Limits, a_match_is_never_said_to_be_proof) {
  const auto answer = ask(by_lot("012-CBC-17"));
  EXPECT_EQ(told(answer, "no_proof"),
            "a match with a lot points to where a round may have come from; it is never proof");
  EXPECT_TRUE(answer.words.starts_with("what was read points to lot 012-CBC-17 of Simulated MAKER (MAKER) (90%)"));
  EXPECT_TRUE(answer.words.ends_with("This is a lead, not proof."));
  EXPECT_EQ(told(ask({}), "no_proof"), "");
}

TEST_F(Limits, unverified_tables_are_said) {
  Answer answer;
  answer.readings.push_back({.mark = "headstamp", .probability = 0.5, .trust = "sourced"});
  answer.readings.push_back({.mark = "headstamp", .probability = 0.01, .trust = "unverified"});
  const DayOfFind find{parse_when("2020-06-01").value()};
  EXPECT_TRUE(general_limits(answer, find).empty());
  answer.readings.push_back({.mark = "headstamp", .probability = 0.2, .trust = "unverified"});
  ASSERT_EQ(general_limits(answer, find).size(), 1U);
  EXPECT_EQ(general_limits(answer, find)[0].kind, "unverified_tables");
}

TEST_F(Limits, marks_that_cannot_be_read_are_said) {
  auto question = by_lot("012-CBC-17");
  question.marks.year = "long ago";
  question.marks.calibre = "%%%";
  const auto answer = ask(question);
  EXPECT_EQ(told(answer, "year_unread"), "long ago is read as no year");
  EXPECT_EQ(told(answer, "calibre_unread"), "%%% is no calibre of the tables");
}

}  // namespace
}  // namespace lotline::tracing
