#include <gtest/gtest.h>

#include <set>

#include "custody/book_fixture.h"

namespace lotline::custody {
namespace {

/// The life of a round, written down by hand: act, standing it leaves, standing it reaches.
constexpr std::string_view kLife[][3] = {
    {"manufacture", "made", "held"},
    {"import", "imported", "held"},
    {"dispatch", "held", "in_transit"},
    {"receive", "in_transit", "held"},
    {"void", "in_transit", "held"},
    {"transfer", "held", "held"},
    {"sale", "held", "held"},
    {"sale", "held", "sold"},
    {"issue", "held", "held"},
    {"return", "held", "held"},
    {"expend", "held", "expended"},
    {"expend", "exhibit", "expended"},
    {"destroy", "held", "destroyed"},
    {"destroy", "exhibit", "destroyed"},
    {"export", "held", "exported"},
    {"export", "in_transit", "exported"},
    {"loss", "held", "lost"},
    {"loss", "in_transit", "lost"},
    {"theft", "held", "stolen"},
    {"theft", "in_transit", "stolen"},
    {"find", "lost", "held"},
    {"find", "stolen", "held"},
    {"relot", "held", "relotted_out"},
    {"relot", "relotted_in", "held"},
    {"loosen", "held", "relotted_out"},
    {"loosen", "relotted_in", "held"},
    {"seize", "held", "exhibit"},
    {"seize", "in_transit", "exhibit"},
    {"recover", "unattributed", "exhibit"},
    {"forfeit", "exhibit", "held"},
    {"restore", "exhibit", "held"},
    {"move_exhibit", "exhibit", "exhibit"},
    {"attribute", "held", "unattributed"},
    {"attribute", "lost", "unattributed"},
    {"attribute", "stolen", "unattributed"},
    {"attribute", "sold", "unattributed"},
    {"attribute", "exported", "unattributed"},
    {"identify", "exhibit", "unattributed"},
    {"identify", "unattributed", "exhibit"},
    {"surplus", "unattributed", "held"},
};

using Passage = std::array<std::string, 3>;

std::set<Passage> written_down() {
  std::set<Passage> life;
  for (const auto& p : kLife) {
    life.insert({std::string{p[0]}, std::string{p[1]}, std::string{p[2]}});
    life.insert({"correct", std::string{p[2]}, std::string{p[1]}});
  }
  return life;
}

std::set<Passage> as_programmed() {
  std::set<Passage> life;
  for (const auto& act : Words<Act>::all)
    for (const auto& from : Words<Standing>::all)
      for (const auto& to : Words<Standing>::all)
        if (may_pass(act.value, from.value, to.value))
          life.insert({std::string{act.text}, std::string{from.text}, std::string{to.text}});
  return life;
}

// R4
TEST(LifeOfARound, an_act_takes_rounds_from_one_state_of_life_to_another_only_as_written_down) {
  EXPECT_EQ(as_programmed(), written_down());
}

// R4
TEST(LifeOfARound, no_round_returns_from_what_is_expended_or_destroyed_but_by_a_correction) {
  for (const auto& act : Words<Act>::all)
    for (const auto& to : Words<Standing>::all)
      for (const Standing gone : {Standing::expended, Standing::destroyed, Standing::relotted_out})
        EXPECT_FALSE(act.value != Act::correct && may_pass(act.value, gone, to.value)) << act.text;
}

struct Transitions : ::testing::Test, SimulatedBook {
  LotId x = made("X-1");
};

// R4
TEST_F(Transitions, an_order_outside_the_life_of_a_round_is_refused) {
  MovementOrder find = out_of("STORE", of(Act::find, x, 10, maker, {}, "ELSEWHERE"));
  find.out_of = Standing::held;
  EXPECT_EQ(refusal(find), "no_such_passage");
  find.out_of = Standing::made;
  EXPECT_EQ(refusal(find), "no_such_passage");
  EXPECT_EQ(refusal(out_of("STORE", of(Act::identify, x, 10, maker, police))), "no_such_passage");
  const auto dispatch = take(out_of("STORE", of(Act::dispatch, x, 100, maker, police)));
  EXPECT_EQ(refusal(of_shipment(Act::expend, dispatch, x, 10)), "no_such_passage");
}

// R4
TEST_F(Transitions, a_record_outside_the_life_of_a_round_is_a_broken_invariant) {
  MovementPosted movement;
  movement.act = Act::find;
  movement.postings = {{held(maker, "STORE"), x, Rounds(1), held(police)}};
  EXPECT_THROW(post(movement), BrokenInvariant);
}

TEST_F(Transitions, a_movement_of_nothing_is_a_broken_invariant) {
  MovementPosted movement;
  movement.act = Act::transfer;
  EXPECT_THROW(post(movement), BrokenInvariant);
  movement.postings = {{held(maker, "STORE"), x, Rounds(0), held(police)}};
  EXPECT_THROW(post(movement), BrokenInvariant);
}

// R79
TEST_F(Transitions, an_account_below_nothing_is_a_broken_invariant) {
  MovementPosted movement;
  movement.act = Act::transfer;
  movement.postings = {{held(maker, "STORE"), x, Rounds(1001), held(police)}};
  EXPECT_THROW(post(movement), BrokenInvariant);
}

// R104
TEST_F(Transitions, fewer_rounds_than_are_held_or_packed_is_a_broken_invariant) {
  hold(x, 600, held(maker, "STORE"));
  MovementPosted movement;
  movement.act = Act::transfer;
  movement.postings = {{held(maker, "STORE"), x, Rounds(401), held(police)}};
  EXPECT_THROW(post(movement), BrokenInvariant);
  SimulatedBook other;
  const LotId y = other.made("Y-1");
  other.box("B-1", y, 600);
  movement.postings = {{held(other.maker, "STORE"), y, Rounds(401), held(other.police)}};
  EXPECT_THROW(other.post(movement), BrokenInvariant);
}

// R79
TEST_F(Transitions, accounts_and_totals_that_differ_break_conservation) {
  check_conservation(book, x);
  AccountRow account = at(x, held(maker, "STORE"));
  account.rounds += Rounds(1);
  accounts.put(account);
  EXPECT_THROW(check_conservation(book, x), BrokenInvariant);
}

// R79
TEST_F(Transitions, totals_that_do_not_add_up_break_conservation) {
  AccountRow account = at(x, held(maker, "STORE"));
  account.rounds += Rounds(1);
  accounts.put(account);
  LotTotalsRow changed = *totals.find(make_key(x));
  changed.rounds[static_cast<std::size_t>(Standing::held)] += Rounds(1);
  totals.put(changed);
  EXPECT_THROW(check_conservation(book, x), BrokenInvariant);
}

}  // namespace
}  // namespace lotline::custody
