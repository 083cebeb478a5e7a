#include "custody/order.h"

#include <gtest/gtest.h>

#include "custody/book_fixture.h"

namespace lotline::custody {
namespace {

struct Orders : ::testing::Test, SimulatedBook {
  LotId x = made("X-1");

  MovementOrder give(std::int64_t rounds, PartyId to) const {
    return out_of("STORE", of(Act::transfer, x, rounds, maker, to));
  }
};

// R79
TEST_F(Orders, rounds_go_through_many_hands_and_none_is_lost) {
  take(give(600, police));
  take(of(Act::issue, x, 200, police, station));
  take(of(Act::expend, x, 50, station));
  take(of(Act::return_, x, 20, station, police));
  take(of(Act::loss, x, 5, police));
  take(of(Act::theft, x, 7, police));
  take(of(Act::destroy, x, 11, police));
  take(out_of("STORE", of(Act::sale, x, 30, maker, dealer)));
  take(of(Act::sale, x, 10, dealer));
  take(out_of("STORE", of(Act::export_, x, 13, maker, army)));
  EXPECT_EQ(total(x, Standing::held), 1000 - 50 - 5 - 7 - 11 - 10 - 13);
  EXPECT_EQ(total(x, Standing::expended), 50);
  EXPECT_EQ(total(x, Standing::lost), 5);
  EXPECT_EQ(total(x, Standing::stolen), 7);
  EXPECT_EQ(total(x, Standing::destroyed), 11);
  EXPECT_EQ(total(x, Standing::sold), 10);
  EXPECT_EQ(total(x, Standing::exported), 13);
  EXPECT_EQ(rounds(x, held(station)), 130);
  EXPECT_EQ(rounds(x, {dealer, Standing::sold, ""}), 10);
  EXPECT_EQ(rounds(x, {army, Standing::exported, ""}), 13);
}

// R4
TEST_F(Orders, an_entry_says_from_whom_to_whom_when_and_how) {
  const auto recorded = take(give(600, police));
  const auto entry = entries.find(make_key(x, recorded, 0));
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->act, Act::transfer);
  EXPECT_EQ(entry->rounds, Rounds(600));
  EXPECT_EQ(entry->from, maker);
  EXPECT_EQ(entry->from_where, "STORE");
  EXPECT_EQ(entry->from_standing, Standing::held);
  EXPECT_EQ(entry->to, police);
  EXPECT_EQ(entry->to_standing, Standing::held);
  EXPECT_EQ(entry->happened(), (When{day_of(2020, 1, 1), day_of(2020, 1, 1)}));
}

// R79
TEST_F(Orders, more_than_is_held_is_refused) {
  EXPECT_EQ(refusal(give(1001, police)), "not_enough_rounds");
  EXPECT_EQ(refusal(of(Act::transfer, x, 1, maker, police)), "not_enough_rounds");
  EXPECT_EQ(refusal(give(1000, police)), "");
}

TEST_F(Orders, a_quantity_is_at_least_one) {
  EXPECT_EQ(refusal(give(0, police)), "bad_quantity");
  EXPECT_EQ(refusal(give(-5, police)), "bad_quantity");
}

// R83
TEST_F(Orders, made_or_imported_rounds_need_their_first_recipient) {
  MovementOrder order = of(Act::manufacture, x, 10, maker);
  EXPECT_EQ(refusal(order), "no_first_recipient");
  order.act = Act::import;
  EXPECT_EQ(refusal(order), "no_first_recipient");
  order.first_recipient = police;
  EXPECT_EQ(refusal(order), "");
  EXPECT_EQ(entries.find(make_key(x, take(order), 0))->first_recipient, police);
  EXPECT_EQ(total(x, Standing::imported), -10);
}

// R83
TEST_F(Orders, an_end_user_may_stay_unnamed_unless_the_profile_says_otherwise) {
  MovementOrder sale = out_of("STORE", of(Act::sale, x, 10, maker));
  EXPECT_EQ(refusal(sale), "");
  sale.buyer_must_be_named = true;
  EXPECT_EQ(refusal(sale), "buyer_not_recorded");
  sale.to = dealer;
  EXPECT_EQ(refusal(sale), "");
}

TEST_F(Orders, acts_that_give_name_who_receives) {
  for (const Act act : {Act::dispatch, Act::transfer, Act::issue, Act::return_, Act::export_, Act::restore,
                        Act::forfeit, Act::move_exhibit, Act::seize, Act::recover})
    EXPECT_EQ(refusal(out_of("STORE", of(act, x, 10, maker))), "receiver_missing") << word(act);
  for (const Act act : {Act::expend, Act::destroy, Act::loss, Act::theft, Act::sale})
    EXPECT_EQ(refusal(out_of("STORE", of(act, x, 10, maker))), "") << word(act);
}

TEST_F(Orders, a_place_is_not_named_like_a_shipment_or_an_exhibit) {
  EXPECT_EQ(refusal(out_of("#12", of(Act::transfer, x, 10, maker, police))), "bad_place");
  EXPECT_EQ(refusal(out_of("STORE", of(Act::transfer, x, 10, maker, police, "@3"))), "bad_place");
}

TEST_F(Orders, rounds_that_stay_where_they_are_are_refused) {
  EXPECT_EQ(refusal(out_of("STORE", of(Act::transfer, x, 10, maker, maker, "STORE"))), "goes_nowhere");
  EXPECT_EQ(refusal(out_of("STORE", of(Act::transfer, x, 10, maker, maker, "OTHER"))), "");
}

TEST_F(Orders, an_order_names_a_lot_a_package_or_a_dispatch) {
  EXPECT_EQ(refusal(out_of("STORE", of(Act::transfer, {}, 10, maker, police))), "missing_value");
}

// R47
TEST_F(Orders, what_was_lost_or_stolen_may_be_found) {
  take(out_of("STORE", of(Act::loss, x, 10, maker)));
  take(out_of("STORE", of(Act::theft, x, 10, maker)));
  MovementOrder find = out_of("STORE", of(Act::find, x, 4, maker, {}, "STORE"));
  find.out_of = Standing::lost;
  take(find);
  find.out_of = Standing::stolen;
  take(find);
  EXPECT_EQ(total(x, Standing::lost), 6);
  EXPECT_EQ(total(x, Standing::stolen), 6);
  EXPECT_EQ(rounds(x, held(maker, "STORE")), 988);
  find.rounds = Rounds(7);
  EXPECT_EQ(refusal(find), "not_enough_rounds");
}

TEST_F(Orders, a_recovery_waits_for_nobody_and_a_decision_debits_a_holder_later) {
  const Side nobody{PartyId{}, Standing::unattributed, ""};
  take(of_exhibit(Act::recover, 900, x, 30, {}, laboratory));
  EXPECT_EQ(rounds(x, nobody), -30);
  EXPECT_EQ(rounds(x, kept(laboratory, 900)), 30);
  EXPECT_EQ(totals.find(make_key(x))->accounted(), Rounds(1000));

  take(out_of("STORE", of(Act::theft, x, 100, maker)));
  MovementOrder decision = out_of("STORE", of(Act::attribute, x, 31, maker));
  decision.out_of = Standing::stolen;
  EXPECT_EQ(refusal(decision), "not_enough_rounds");
  decision.rounds = Rounds(30);
  take(decision);
  EXPECT_EQ(rounds(x, nobody), 0);
  EXPECT_EQ(total(x, Standing::stolen), 70);
  decision.rounds = Rounds(1);
  EXPECT_EQ(refusal(decision), "not_enough_rounds");
}

// R62
TEST_F(Orders, loose_and_free_rounds_that_are_held_become_another_lot) {
  const LotId child = lot("X-1A");
  const Side store = held(maker, "STORE");
  box("B-1", x, 300);
  const auto change = [&](std::int64_t n, const Side& at, Act act = Act::relot) {
    return decide_change_of_lot(book, act, {x, Rounds(n)}, child, at);
  };
  EXPECT_EQ(refusal_of(change(1001, store)), "not_enough_rounds");
  EXPECT_EQ(refusal_of(change(701, store)), "rounds_in_packages");
  hold(x, 500, store);
  EXPECT_EQ(refusal_of(change(501, store)), "rounds_reserved");
  const auto sent = take(out_of("STORE", of(Act::dispatch, x, 100, maker, police)));
  const Side on_way{maker, Standing::in_transit, where_of(ShipmentId{sent})};
  EXPECT_EQ(refusal_of(change(1, on_way)), "no_such_passage");
  EXPECT_EQ(refusal_of(change(1, on_way, Act::loosen)), "no_such_passage");
  post(change(400, store).value());
  EXPECT_EQ(rounds(child, store), 400);
  EXPECT_EQ(total(x, Standing::relotted_out), 400);
  EXPECT_EQ(totals.find(make_key(child))->entered(), Rounds(400));
}

TEST_F(Orders, a_surplus_is_entered_against_what_is_unattributed) {
  take(of(Act::surplus, x, 5, {}, police));
  EXPECT_EQ(total(x, Standing::unattributed), -5);
  EXPECT_EQ(rounds(x, held(police)), 5);
}

}  // namespace
}  // namespace lotline::custody
