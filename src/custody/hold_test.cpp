#include "custody/hold.h"

#include <gtest/gtest.h>

#include "custody/book_fixture.h"

namespace lotline::custody {
namespace {

struct Holds : ::testing::Test, SimulatedBook {
  LotId x = made("X-1");
  Side store = held(maker, "STORE");

  std::string holds_refusal(const HoldMade& made_hold) const { return refusal_of(decide_hold(book, made_hold)); }
  std::string lifting(HoldId id, const std::string& basis = "simulated decision") const {
    return refusal_of(decide_lifting(book, {basis, id}));
  }
};

// R104
TEST_F(Holds, rounds_under_a_hold_stay_and_the_rest_may_go) {
  hold(x, 600, store);
  for (const Act act : {Act::destroy, Act::transfer, Act::dispatch, Act::sale, Act::expend}) {
    EXPECT_EQ(refusal(out_of("STORE", of(act, x, 401, maker, police))), "rounds_reserved") << word(act);
    EXPECT_EQ(refusal(out_of("STORE", of(act, x, 400, maker, police))), "") << word(act);
  }
}

// R104
TEST_F(Holds, a_lifted_hold_frees_its_rounds_once) {
  const HoldId first = hold(x, 600, store);
  const HoldId second = hold(x, 300, store);
  lift(first);
  EXPECT_EQ(at(x, store).reserved, Rounds(300));
  EXPECT_EQ(lifting(first), "hold_lifted_before");
  EXPECT_EQ(lifting(HoldId{9999}), "unknown_hold");
  EXPECT_EQ(lifting(second, ""), "missing_value");
  lift(second);
  EXPECT_EQ(at(x, store).free(), Rounds(1000));
}

// R104
TEST_F(Holds, a_hold_rests_on_an_order_and_on_rounds_that_are_there_and_free) {
  hold(x, 600, store);
  EXPECT_EQ(holds_refusal(holding(x, 401, store)), "not_enough_rounds");
  EXPECT_EQ(holds_refusal(holding(x, 400, store)), "");
  EXPECT_EQ(holds_refusal(holding(x, 0, store)), "bad_quantity");
  HoldMade without_order = holding(x, 1, store);
  without_order.basis.clear();
  EXPECT_EQ(holds_refusal(without_order), "missing_value");
}

// R104
TEST_F(Holds, an_exhibit_under_a_hold_moves_whole_and_its_holds_go_along) {
  take(out_of("STORE", of_exhibit(Act::seize, 900, x, 100, maker, police)));
  const HoldId first = hold(x, 30, kept(police, 900));
  const HoldId second = hold(x, 20, kept(police, 900));
  lift(hold(x, 50, kept(police, 900)));
  const auto move = [&](std::int64_t n) { return of_exhibit(Act::move_exhibit, 900, x, n, police, laboratory); };
  EXPECT_EQ(refusal(move(99)), "whole_exhibit");
  EXPECT_EQ(refusal(move(101)), "not_enough_rounds");
  take(move(100));
  EXPECT_EQ(at(x, kept(laboratory, 900)).reserved, Rounds(50));
  EXPECT_EQ(holds.find(make_key(first))->side(), kept(laboratory, 900));
  EXPECT_FALSE(accounts.find(make_key(x, police, where_of(ExhibitId{900}), Standing::exhibit)));
  EXPECT_EQ(refusal(of_exhibit(Act::destroy, 900, x, 51, laboratory)), "rounds_reserved");
  EXPECT_EQ(refusal(of_exhibit(Act::destroy, 900, x, 50, laboratory)), "");
  lift(first);
  lift(second);
  EXPECT_EQ(at(x, kept(laboratory, 900)).reserved, Rounds(0));
  EXPECT_EQ(refusal(of_exhibit(Act::destroy, 900, x, 100, laboratory)), "");
}

TEST_F(Holds, an_exhibit_without_hold_may_be_moved_in_part) {
  take(out_of("STORE", of_exhibit(Act::seize, 900, x, 100, maker, police)));
  hold(x, 10, store);
  take(of_exhibit(Act::move_exhibit, 900, x, 40, police, laboratory));
  EXPECT_EQ(rounds(x, kept(police, 900)), 60);
  EXPECT_EQ(at(x, store).reserved, Rounds(10));
}

// R104
TEST_F(Holds, a_hold_on_an_exhibit_goes_with_it_to_the_lot_that_was_decided) {
  const LotId unknown{900};
  take(of_exhibit(Act::recover, 900, unknown, 30, {}, laboratory));
  const HoldId held_back = hold(unknown, 20, kept(laboratory, 900));
  MovementPosted identified;
  identified.act = Act::identify;
  const Side exhibit = kept(laboratory, 900);
  const Side nobody{PartyId{}, Standing::unattributed, ""};
  identified.postings = {{exhibit, unknown, Rounds(30), nobody}, {nobody, x, Rounds(30), exhibit}};
  post(identified);
  EXPECT_EQ(at(x, exhibit).reserved, Rounds(20));
  EXPECT_EQ(rounds(unknown, exhibit), 0);
  EXPECT_EQ(rounds(x, nobody), -30);
  EXPECT_EQ(holds.find(make_key(held_back))->lot, x);
  lift(held_back);
  EXPECT_EQ(at(x, exhibit).reserved, Rounds(0));
}

// R104
TEST_F(Holds, rounds_on_the_way_may_be_held_too) {
  const auto sent = take(out_of("STORE", of(Act::dispatch, x, 100, maker, police)));
  hold(x, 60, {maker, Standing::in_transit, where_of(ShipmentId{sent})});
  EXPECT_EQ(refusal(of_shipment(Act::receive, sent)), "rounds_reserved");
  take(of_shipment(Act::receive, sent, x, 40));
  EXPECT_EQ(still_open(sent), 60);
}

}  // namespace
}  // namespace lotline::custody
