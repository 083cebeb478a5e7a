// Dispatch, receipt, and what happens on the way.

#include <gtest/gtest.h>

#include "custody/book_fixture.h"

namespace lotline::custody {
namespace {

struct Shipments : ::testing::Test, SimulatedBook {
  LotId x = made("X-1");
  LotId y = made("Y-1");
  MovementOrder dispatch_order = [this] {
    MovementOrder order = out_of("STORE", of(Act::dispatch, x, 400, maker, police));
    order.carrier = carrier;
    return order;
  }();
  RecordNumber sent = take(dispatch_order);

  Side on_way() const { return {carrier, Standing::in_transit, where_of(ShipmentId{sent})}; }
};

TEST_F(Shipments, rounds_on_the_way_are_with_the_carrier) {
  EXPECT_EQ(rounds(x, on_way()), 400);
  EXPECT_EQ(still_open(sent), 400);
  const auto shipment = shipments.find(make_key(sent));
  EXPECT_EQ(shipment->from, maker);
  EXPECT_EQ(shipment->from_where, "STORE");
  EXPECT_EQ(shipment->to, police);
  EXPECT_EQ(shipment_lines.find(make_key(sent, x))->sent, Rounds(400));
  const auto unaccompanied = take(out_of("STORE", of(Act::dispatch, x, 5, maker, police)));
  EXPECT_EQ(rounds(x, {maker, Standing::in_transit, where_of(ShipmentId{unaccompanied})}), 5);
}

TEST_F(Shipments, a_receipt_without_lot_takes_all_that_is_left) {
  take(of_shipment(Act::receive, sent, x, 150));
  EXPECT_EQ(still_open(sent), 250);
  take(of_shipment(Act::receive, sent));
  EXPECT_EQ(still_open(sent), 0);
  EXPECT_EQ(rounds(x, held(police)), 400);
  EXPECT_FALSE(accounts.find(make_key(x, carrier, where_of(ShipmentId{sent}), Standing::in_transit)));
  EXPECT_EQ(refusal(of_shipment(Act::receive, sent)), "receipt_without_dispatch");
}

TEST_F(Shipments, more_than_is_on_the_way_is_not_received) {
  take(of_shipment(Act::receive, sent, x, 150));
  EXPECT_EQ(refusal(of_shipment(Act::receive, sent, x, 251)), "not_enough_rounds");
  EXPECT_EQ(refusal(of_shipment(Act::receive, sent, y, 1)), "not_enough_rounds");
  EXPECT_EQ(refusal(of_shipment(Act::receive, 9999)), "unknown_shipment");
  EXPECT_EQ(refusal(of_shipment(Act::receive, 0)), "unknown_shipment");
}

TEST_F(Shipments, what_was_partly_received_is_voided_for_the_rest) {
  take(of_shipment(Act::receive, sent, x, 150));
  take(of_shipment(Act::void_, sent));
  EXPECT_EQ(still_open(sent), 0);
  EXPECT_EQ(rounds(x, held(maker, "STORE")), 850);
  EXPECT_EQ(rounds(x, held(police)), 150);
  EXPECT_EQ(refusal(of_shipment(Act::void_, sent)), "receipt_without_dispatch");
}

TEST_F(Shipments, only_the_party_it_was_sent_to_receives_it) {
  MovementOrder receipt = of_shipment(Act::receive, sent);
  receipt.to = army;
  EXPECT_EQ(refusal(receipt), "wrong_receiver");
  receipt.override_reason = "simulated handover";
  EXPECT_EQ(decide(receipt)->overridden, "wrong_receiver");
  EXPECT_EQ(decide(receipt)->override_reason, "simulated handover");
  receipt.to = police;
  EXPECT_EQ(decide(receipt)->overridden, "");
}

// R84
TEST_F(Shipments, rounds_lost_stolen_or_seized_on_the_way_close_so_much_of_the_dispatch) {
  MovementOrder theft = of_shipment(Act::theft, sent, x, 100);
  theft.from = carrier;
  theft.from_place = "AIRPORT";
  const auto stolen = take(theft);
  EXPECT_EQ(still_open(sent), 300);
  EXPECT_EQ(rounds(x, {carrier, Standing::stolen, "AIRPORT"}), 100);
  EXPECT_EQ(entries.find(make_key(x, stolen, 0))->shipment, ShipmentId{sent});

  MovementOrder loss = theft;
  loss.act = Act::loss;
  loss.rounds = Rounds(20);
  take(loss);
  MovementOrder seizure = of_shipment(Act::seize, sent, x, 30);
  seizure.from = carrier;
  seizure.to = authority;
  seizure.exhibit = ExhibitId{900};
  take(seizure);
  EXPECT_EQ(still_open(sent), 250);
  EXPECT_EQ(rounds(x, kept(authority, 900)), 30);
  take(of_shipment(Act::receive, sent));
  EXPECT_EQ(rounds(x, held(police)), 250);
  EXPECT_EQ(still_open(sent), 0);
}

TEST_F(Shipments, a_corrected_receipt_is_on_the_way_again) {
  const auto received = take(of_shipment(Act::receive, sent));
  correct(received, 100);
  EXPECT_EQ(still_open(sent), 100);
  EXPECT_EQ(rounds(x, on_way()), 100);
  take(of_shipment(Act::void_, sent));
  EXPECT_EQ(still_open(sent), 0);
}

TEST_F(Shipments, a_corrected_loss_on_the_way_is_on_the_way_again) {
  MovementOrder loss = of_shipment(Act::loss, sent, x, 100);
  loss.from = carrier;
  correct(take(loss));
  EXPECT_EQ(still_open(sent), 400);
  EXPECT_EQ(total(x, Standing::lost), 0);
}

TEST_F(Shipments, a_corrected_dispatch_was_never_sent) {
  correct(sent);
  EXPECT_EQ(still_open(sent), 0);
  EXPECT_EQ(rounds(x, held(maker, "STORE")), 1000);
  EXPECT_EQ(refusal(of_shipment(Act::receive, sent)), "receipt_without_dispatch");
}

TEST_F(Shipments, packages_sent_and_opened_on_the_way_are_received_with_the_rest) {
  const PackageId one = box("B-1", y, 100);
  const PackageId two = box("B-2", y, 100);
  const PackageId crate = pack(filling("C-1", PackageLevel::case_, {{y, Rounds(50)}}, {one, two}));
  const auto dispatch = take(out_of("STORE", of_package(Act::dispatch, crate, maker, police)));
  EXPECT_EQ(still_open(dispatch), 250);
  open(crate);
  take(of_shipment(Act::receive, dispatch));
  EXPECT_EQ(still_open(dispatch), 0);
  EXPECT_EQ(rounds(y, held(police)), 250);
  EXPECT_EQ(at(y, held(police)).packaged, Rounds(200));
  EXPECT_EQ(packages.find(make_key(two))->side(), held(police));
}

TEST_F(Shipments, one_package_of_several_is_received_and_the_rest_voided) {
  const PackageId one = box("B-1", y, 100);
  const PackageId two = box("B-2", y, 100);
  const PackageId crate = pack(filling("C-1", PackageLevel::case_, {}, {one, two}));
  const auto dispatch = take(out_of("STORE", of_package(Act::dispatch, crate, maker, police)));
  MovementOrder receipt = of_shipment(Act::receive, dispatch);
  receipt.package = one;
  EXPECT_EQ(refusal(receipt), "package_inside");
  open(crate);
  take(receipt);
  EXPECT_EQ(still_open(dispatch), 100);
  take(of_shipment(Act::void_, dispatch));
  EXPECT_EQ(packages.find(make_key(one))->side(), held(police));
  EXPECT_EQ(packages.find(make_key(two))->side(), held(maker, "STORE"));
}

}  // namespace
}  // namespace lotline::custody
