// Rounds on their way from hand to hand, across borders too, and what puts a mistake right.

#include "tests/register/desk_fixture.h"

namespace lotline {

class MovementActs : public SmallState {};

/// A State in which dealers name their buyers.
class NamedBuyers : public SmallState {
 protected:
  NamedBuyers() : SmallState({"DO", {"dominican", "brazil"}, true, "tester"}) {}
};

// R3 R79
TEST_F(MovementActs, a_lot_moves_from_its_maker_to_a_unit_and_its_rounds_add_up) {
  made_lot("A17-1", "official");
  const auto sent = moved("dispatch", "MAKER", "STORE", "DEPOT", "A17-1", "4000", "2017-05-01");
  const auto dispatch = std::to_string(done("movements", with(sent, "carrier", "CARRIER")));
  done("movements",
       {{"act", "receive"}, {"to", "DEPOT"}, {"to_place", "VAULT"}, {"dispatch", dispatch}, {"on", "2017-05-03"}});
  done("movements", moved("issue", "DEPOT", "VAULT", "STATION", "A17-1", "500", "2017-06-01"));
  done("movements", moved("expend", "STATION", "", "", "A17-1", "120", "2018"));
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 6000);
  EXPECT_EQ(held("DEPOT", "VAULT", "A17-1").count(), 3500);
  EXPECT_EQ(held("STATION", "", "A17-1").count(), 380);
  expect_verified();
}

// R74
TEST_F(MovementActs, an_official_lot_has_one_recipient_and_an_override_is_recorded) {
  made_lot("A17-1", "official");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "100")), "second_official_recipient");
  done("movements", transfer("A17-1", "MAKER", "STORE", "DEPOT", "100"));
  const RecordNumber number = done("movements", with(transfer("A17-1", "MAKER", "STORE", "ARMY", "100"), "override",
                                                     "lent for joint training, order 5/2018"));
  const auto lot = desk_->lookup.lot("MAKER", "A17-1", "").value();
  EXPECT_EQ(store_->state().book.entries.find(make_key(lot, number, 0))->overridden, "second_official_recipient");
}

TEST_F(MovementActs, what_crosses_a_border_names_an_export_licence_that_covers_it) {
  made_lot("A17-1");
  const Fields sale = moved("export", "MAKER", "STORE", "BUYER", "A17-1", "2000", "2018-05-05");
  EXPECT_EQ(refused("movements", sale), "licence_needed");
  auto plain = transfer("A17-1", "MAKER", "STORE", "BUYER", "1");
  EXPECT_EQ(refused("movements", plain), "licence_needed");
  done("licences", with(export_licence("EXP-1", "3000"), "lots", "A17-2"));
  done("licences", with(export_licence("EXP-2", "3000"), "lots", "A17-1;A17-2"));
  Fields licensed = sale;
  licensed.emplace_back("licence", "EXP-1");
  EXPECT_EQ(refused("movements", licensed), "lot_not_on_licence");  // R97
  licensed.back().second = "MFG";
  EXPECT_EQ(refused("movements", licensed), "licence_kind");
  licensed.back().second = "EXP-2";
  const RecordNumber number = done("movements", licensed);
  EXPECT_NE(store_->read(number)->body.find("\"export_chain\":[\"BR\",\"AR\",\"none\"]"), std::string::npos);
  EXPECT_EQ(refused("movements", licensed), "licence_exhausted");
}

// R76
TEST_F(MovementActs, an_international_licence_that_lacks_what_the_protocol_asks_is_refused) {
  EXPECT_EQ(refused("licences", {{"number", "E"},
                                 {"kind", "export"},
                                 {"holder", "MAKER"},
                                 {"issued_on", "2018-01-01"},
                                 {"expires_on", "2018-12-31"}}),
            "licence_incomplete");
}

// R76
TEST_F(MovementActs, the_lots_of_one_package_use_up_a_licence_together) {
  made_lot("A17-1");
  made_lot("A17-2");
  done("licences", export_licence("EXP-1", "900"));
  done("packages", with(box("MIX-1", "A17-1", "600"), "more_lots", "MAKER A17-2 400"));
  const Fields sale{{"act", "export"},    {"from", "MAKER"},    {"from_place", "STORE"}, {"to", "BUYER"},
                    {"package", "MIX-1"}, {"licence", "EXP-1"}, {"on", "2018-05-05"}};
  EXPECT_EQ(refused("movements", sale), "licence_exhausted");
}

TEST_F(MovementActs, a_receipt_names_a_dispatch_that_is_on_the_way) {
  made_lot("A17-1");
  EXPECT_EQ(refused("movements", {{"act", "receive"}, {"to", "DEPOT"}, {"dispatch", "3"}, {"on", "2018"}}),
            "not_a_dispatch");
  EXPECT_EQ(refused("movements", {{"act", "receive"}, {"to", "DEPOT"}, {"dispatch", "three"}, {"on", "2018"}}),
            "unknown_record");
  const auto dispatch =
      std::to_string(done("movements", moved("dispatch", "MAKER", "STORE", "DEPOT", "A17-1", "10", "2018-01-01")));
  done("movements", {{"act", "void"}, {"dispatch", "#" + dispatch}, {"on", "2018-01-05"}});
  EXPECT_EQ(refused("movements", {{"act", "receive"}, {"to", "DEPOT"}, {"dispatch", dispatch}, {"on", "2018-01-06"}}),
            "receipt_without_dispatch");
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 10000);
}

TEST_F(MovementActs, a_correction_names_what_it_corrects_and_nothing_is_edited) {
  made_lot("A17-1");
  const auto wrong = std::to_string(done("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "300")));
  EXPECT_EQ(refused("correct", {{"movement", "1"}, {"note", "x"}}), "not_a_movement");
  EXPECT_EQ(refused("correct", {{"movement", "999"}, {"note", "x"}}), "unknown_record");
  done("correct", {{"movement", wrong}, {"rounds", "200"}, {"note", "100 were delivered, not 300"}});
  EXPECT_EQ(held("ARMY", "VAULT", "A17-1").count(), 100);
  EXPECT_EQ(refused("correct", {{"movement", wrong}, {"rounds", "101"}, {"note", "x"}}), "already_reversed");
  expect_verified();
}

// R82
TEST_F(NamedBuyers, where_dealers_name_their_buyers_a_sale_without_one_is_refused) {
  made_lot("A17-1");
  EXPECT_EQ(refused("movements", moved("sale", "MAKER", "STORE", "", "A17-1", "50", "2018")), "buyer_not_recorded");
}

TEST_F(MovementActs, a_retailers_code_names_it_and_the_sale_it_kept) {
  made_lot("A17-1");
  const auto sale = std::to_string(done("movements", moved("sale", "MAKER", "STORE", "", "A17-1", "50", "2018")));
  EXPECT_EQ(refused("retailer_mark", {{"code", "Q7X"}, {"retailer", "DEALER"}}), "bad_retailer_code");
  EXPECT_EQ(refused("retailer_mark", {{"code", "QXV"}, {"retailer", "DEALER"}, {"sale", "1"}}), "not_a_movement");
  done("retailer_mark", {{"code", "QXV"}, {"retailer", "DEALER"}, {"sale", sale}});
}

}  // namespace lotline
