#include "tracing/lot_state.h"

#include <gtest/gtest.h>

#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

using custody::Act;

struct LotStateOnADay : ::testing::Test, SmallState {
  LotId x = lot(maker, "012-CBC-17", rifle, "2017-03", "CBC 17");

  LotState state(const std::string& day, bool fired = true) {
    const auto from = sources();
    const auto history = read_history(from, from.book.lots.find(make_key(x)).value(), {});
    return state_on(history, {parse_when(day).value(), true, fired});
  }
};

TEST_F(LotStateOnADay, what_was_destroyed_before_is_not_at_large_and_what_was_destroyed_after_is) {
  make(x, maker, 1000, police, "2017-03-10");
  act(Act::destroy, x, 300, maker, {}, "2018-01-01");
  EXPECT_EQ(state("2017-06-01").at_large_most, Rounds(1000));
  EXPECT_EQ(state("2018-01-01").at_large_most, Rounds(1000));
  EXPECT_EQ(state("2018-01-02").at_large_most, Rounds(700));
}

TEST_F(LotStateOnADay, expended_rounds_can_be_fired_cases_but_not_live_rounds) {
  make(x, maker, 1000, police, "2017-03-10");
  act(Act::expend, x, 400, maker, {}, "2018-01-01");
  EXPECT_EQ(state("2019-01-01", true).at_large_most, Rounds(1000));
  EXPECT_EQ(state("2019-01-01", true).reachable(), Rounds(1000));
  EXPECT_EQ(state("2019-01-01", false).at_large_most, Rounds(600));
  EXPECT_EQ(state("2019-01-01", false).reachable(), Rounds(600));
}

TEST_F(LotStateOnADay, an_imprecise_destruction_leaves_open_how_much_was_at_large) {
  make(x, maker, 1000, police, "2017-03-10");
  act(Act::destroy, x, 300, maker, {}, "2018");
  const auto open = state("2018-06-01");
  EXPECT_EQ(open.at_large_most, Rounds(1000));
  EXPECT_EQ(open.at_large_least, Rounds(700));
  const auto settled = state("2019-01-01");
  EXPECT_EQ(settled.at_large_most, Rounds(700));
  EXPECT_EQ(settled.at_large_least, Rounds(700));
}

TEST_F(LotStateOnADay, rounds_not_yet_made_or_imported_are_not_at_large) {
  make(x, maker, 1000, police, "2017-03-10");
  make(x, maker, 500, police, "2017-09");
  EXPECT_EQ(state("2017-03-09").at_large_most, Rounds(0));
  EXPECT_EQ(state("2017-03-10").at_large_most, Rounds(1000));
  EXPECT_EQ(state("2017-09-15").at_large_least, Rounds(1000));
  EXPECT_EQ(state("2017-09-15").at_large_most, Rounds(1500));
}

TEST_F(LotStateOnADay, exhibits_in_custody_cannot_be_the_find_but_those_of_that_day_can) {
  make(x, maker, 1000, police, "2017-03-10");
  custody::MovementOrder seizure;
  seizure.act = Act::seize;
  seizure.lot = x;
  seizure.rounds = Rounds(200);
  seizure.from = maker;
  seizure.to = laboratory;
  seizure.exhibit = ExhibitId{77};
  move(seizure, "2018-01-01");
  EXPECT_EQ(state("2018-01-01").at_large_most, Rounds(1000));
  EXPECT_EQ(state("2018-02-01").at_large_most, Rounds(800));
  EXPECT_EQ(state("2018-02-01").reachable(), Rounds(800));
}

TEST_F(LotStateOnADay, stands_say_who_had_how_many_at_least_and_at_most) {
  make(x, maker, 1000, police, "2017-03-10");
  act(Act::transfer, x, 600, maker, police, "2018");
  const auto found = state("2018-06-01");
  ASSERT_EQ(found.stands.size(), 2U);
  EXPECT_EQ(found.stands[0].possessor, maker);
  EXPECT_EQ(found.stands[0].least, Rounds(400));
  EXPECT_EQ(found.stands[0].most, Rounds(1000));
  EXPECT_EQ(found.stands[1].possessor, police);
  EXPECT_EQ(found.stands[1].least, Rounds(0));
  EXPECT_EQ(found.stands[1].most, Rounds(600));
}

}  // namespace
}  // namespace lotline::tracing
