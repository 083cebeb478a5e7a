// A lot for official use has one recipient (para 50(b)): who may have its rounds and who may not.

#include <gtest/gtest.h>

#include "custody/book_fixture.h"

namespace lotline::custody {
namespace {

struct OfficialLot : ::testing::Test, SimulatedBook {
  LotId x = made("X-1", Channel::official);

  MovementOrder give(PartyId to) const { return out_of("STORE", of(Act::transfer, x, 100, maker, to)); }
};

// R74
TEST_F(OfficialLot, its_recipient_is_the_first_of_its_first_entry) {
  EXPECT_EQ(lots.find(make_key(x))->recipient, police);
  EXPECT_FALSE(lots.find(make_key(made("Y-1")))->recipient);
}

// R74
TEST_F(OfficialLot, a_second_recipient_is_refused_or_recorded_with_its_reason) {
  for (const PartyId other : {army, dealer, importer}) EXPECT_EQ(refusal(give(other)), "second_official_recipient");
  MovementOrder order = give(army);
  order.override_reason = "simulated emergency";
  const auto movement = decide(order).value();
  EXPECT_EQ(movement.overridden, "second_official_recipient");
  EXPECT_EQ(movement.override_reason, "simulated emergency");
  const auto number_taken = post(movement);
  EXPECT_EQ(entries.find(make_key(x, number_taken, 0))->overridden, "second_official_recipient");
}

// R74
TEST_F(OfficialLot, the_recipient_its_units_and_who_keeps_for_others_may_have_it) {
  for (const PartyId lawful : {police, station, carrier, court, authority, laboratory})
    EXPECT_EQ(refusal(give(lawful)), "");
  MovementOrder order = give(police);
  order.override_reason = "not needed";
  const auto movement = decide(order).value();
  EXPECT_EQ(movement.overridden, "");
  EXPECT_EQ(movement.override_reason, "");
}

// R74
TEST_F(OfficialLot, a_unit_that_is_the_recipient_stands_for_its_organisation) {
  const LotId y = lot("Y-1", Channel::official);
  MovementOrder entry = of(Act::manufacture, y, 100, maker);
  entry.first_recipient = station;
  take(entry);
  EXPECT_EQ(refusal(of(Act::transfer, y, 10, maker, police)), "");
  entry.first_recipient = police;
  EXPECT_EQ(refusal(entry), "");
  entry.first_recipient = army;
  EXPECT_EQ(refusal(entry), "second_official_recipient");
}

// R74
TEST_F(OfficialLot, it_may_go_back_to_its_maker_and_move_within_a_party) {
  take(give(police));
  EXPECT_EQ(refusal(of(Act::return_, x, 10, police, maker)), "");
  MovementOrder given = give(army);
  given.override_reason = "simulated emergency";
  take(given);
  EXPECT_EQ(refusal(of(Act::transfer, x, 10, army, army, "OTHER")), "");
}

// R74
TEST_F(OfficialLot, a_sale_to_nobody_recorded_and_an_export_are_second_recipients) {
  EXPECT_EQ(refusal(out_of("STORE", of(Act::sale, x, 10, maker))), "second_official_recipient");
  EXPECT_EQ(refusal(out_of("STORE", of(Act::export_, x, 10, maker, army))), "second_official_recipient");
  EXPECT_EQ(refusal(out_of("STORE", of(Act::loss, x, 10, maker))), "");
}

// R74
TEST_F(OfficialLot, a_dispatch_is_judged_by_whom_it_goes_to_and_its_receipt_not_again) {
  MovementOrder dispatch = out_of("STORE", of(Act::dispatch, x, 100, maker, army));
  dispatch.carrier = carrier;
  EXPECT_EQ(refusal(dispatch), "second_official_recipient");
  dispatch.override_reason = "simulated emergency";
  const auto sent = take(dispatch);
  EXPECT_EQ(refusal(of_shipment(Act::receive, sent)), "");

  dispatch.to = police;
  dispatch.override_reason.clear();
  MovementOrder receipt = of_shipment(Act::receive, take(dispatch));
  receipt.to = army;
  EXPECT_EQ(refusal(receipt), "wrong_receiver");
  receipt.override_reason = "simulated mistake of the carrier";
  EXPECT_EQ(decide(receipt)->overridden, "wrong_receiver;second_official_recipient");
}

// R74
TEST_F(OfficialLot, a_dispatch_of_its_importer_may_be_voided) {
  const LotId y = lot("Y-1", Channel::official);
  MovementOrder entry = of(Act::import, y, 100, importer);
  entry.first_recipient = police;
  take(entry);
  const auto sent = take(of(Act::dispatch, y, 100, importer, police));
  EXPECT_EQ(refusal(of_shipment(Act::void_, sent)), "");
}

// R74
TEST_F(OfficialLot, seizing_or_recovering_it_is_no_assignment) {
  EXPECT_EQ(refusal(of_exhibit(Act::recover, 900, x, 5, {}, army)), "");
  EXPECT_EQ(refusal(out_of("STORE", of_exhibit(Act::seize, 901, x, 5, maker, army))), "");
  take(of_exhibit(Act::recover, 900, x, 5, {}, laboratory));
  EXPECT_EQ(refusal(of_exhibit(Act::move_exhibit, 900, x, 5, laboratory, army)), "");
  EXPECT_EQ(refusal(of_exhibit(Act::forfeit, 900, x, 5, laboratory, army)), "second_official_recipient");
}

// R74
TEST_F(OfficialLot, a_lot_made_of_it_is_for_the_same_recipient) {
  const LotId child = lot("X-1A", Channel::official);
  post(decide_change_of_lot(book, Act::relot, {x, Rounds(100)}, child, held(maker, "STORE")).value());
  EXPECT_EQ(refusal(out_of("STORE", of(Act::transfer, child, 10, maker, army))), "second_official_recipient");
  EXPECT_EQ(refusal(out_of("STORE", of(Act::transfer, child, 10, maker, station))), "");
}

// R74
TEST_F(OfficialLot, one_whose_entries_were_all_mistakes_has_no_recipient_yet) {
  const LotId y = lot("Y-1", Channel::official);
  MovementOrder entry = of(Act::manufacture, y, 100, maker);
  entry.first_recipient = army;
  const auto first = take(entry);
  const auto second = take(entry);
  correct(first);
  EXPECT_EQ(lots.find(make_key(y))->recipient, army);
  correct(second);
  EXPECT_FALSE(lots.find(make_key(y))->recipient);
  entry.first_recipient = police;
  take(entry);
  EXPECT_EQ(lots.find(make_key(y))->recipient, police);
}

}  // namespace
}  // namespace lotline::custody
