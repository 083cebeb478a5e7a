// Which acts events are, and what is refused of them.

#include "tests/register/epcis_fixture.h"

namespace lotline {

class EpcisActs : public EpcisTest {};

// R83
TEST_F(EpcisActs, a_lot_is_made_with_the_rounds_of_its_boxes_for_its_first_recipient_under_a_licence) {
  const std::string made = boxes(50, "E18-1") + at("9521234000112", "bizLocation");
  EXPECT_EQ(refusal(object("ADD", "commissioning", made)), "missing_value");
  const std::string recipient = own("first_recipient", "POLICE");
  EXPECT_EQ(refusal(object("ADD", "commissioning", made + recipient)), "licence_needed");
  const std::string licence = R"(,"bizTransactionList":[{"type":"https://lotline.example/epcis#licence",)"
                              R"("bizTransaction":"https://lotline.example/id/licence/MFG"}])";
  take({object("ADD", "commissioning",
               made + recipient + licence + R"(,"ilmd":{"ammo:headstamp":"MKR 18","lotline:channel":"official"})")});
  EXPECT_EQ(held("MAKER", "STORE", "E18-1").count(), 1000);
  const auto lot = store_->state().book.lots.find(make_key(desk_->lookup.lot("MAKER", "E18-1", "").value()));
  EXPECT_EQ(lot->headstamp, "MKR 18");
  EXPECT_EQ(lot->channel, custody::Channel::official);
  take({event("ObjectEvent", "ADD", "creating_class_instance",
              boxes(10, "E18-1") + at("9521234000112") + licence +
                  R"(,"ilmd":{"ammo:destinedPurchaser":"https://lotline.example/id/party/POLICE"})",
              "2018-06-01")});
  EXPECT_EQ(held("MAKER", "STORE", "E18-1").count(), 1200);
  expect_verified();
}

TEST_F(EpcisActs, a_lot_made_at_a_place_that_is_no_manufacturers_needs_a_maker) {
  const std::string rest = boxes(50, "E18-1") + at("9521234000310") + own("first_recipient", "POLICE");
  EXPECT_EQ(refusal(object("ADD", "commissioning", rest)), "missing_value");
  EXPECT_EQ(refusal(object("ADD", "commissioning",
                           R"(,"quantityList":[{"epcClass":"https://id.gs1.org/01/19521234543210","quantity":5}])" +
                               at("9521234000112"))),
            "no_lot_number");
}

TEST_F(EpcisActs, a_quantity_counts_items_and_the_register_says_how_many_rounds_each_holds) {
  const auto shipped = [](const std::string& quantity) {
    return object("OBSERVE", "dispensing", R"(,"quantityList":[)" + quantity + "]" + at("9521234000112") + to("ARMY"));
  };
  const auto quantity = [](std::string_view gtin, std::string_view lot, std::string_view more) {
    return fmt::format(R"({{"epcClass":"https://id.gs1.org/01/{}/10/{}"{}}})", gtin, lot, more);
  };
  EXPECT_EQ(refusal(shipped(quantity("29521234543217", "A17-1", R"(,"quantity":1)"))), "unknown_trade_item");
  EXPECT_EQ(refusal(shipped(quantity("19521234543210", "A17-1", R"(,"quantity":2.5)"))), "bad_quantity");
  EXPECT_EQ(refusal(shipped(quantity("19521234543210", "A17-1", R"(,"quantity":900000000000000)"))), "bad_quantity");
  EXPECT_EQ(refusal(shipped(quantity("19521234543210", "A17-1", ""))), "missing_value");
  EXPECT_EQ(refusal(shipped(quantity("19521234543210", "A17-1", R"(,"quantity":2,"uom":"KGM")"))), "wrong_measure");
  EXPECT_EQ(refusal(shipped(quantity("19521234543210", "A17-9", R"(,"quantity":2)"))), "unknown_lot");
  EXPECT_EQ(refusal(shipped(R"({"epcClass":"https://example.org/class/1","quantity":2})")), "unknown_lot");
  EXPECT_EQ(
      refusal(shipped(R"({"epcClass":"https://lotline.example/id/lot/MAKER/BALL/A17-1","quantity":2,"uom":"KGM"})")),
      "wrong_measure");
  EXPECT_EQ(refusal(shipped(R"({"epcClass":"https://lotline.example/id/lot/MAKER/A17-1","quantity":2})")),
            "unknown_lot");
  EXPECT_EQ(refused_at(shipped(quantity("19521234543210", "A17-1", R"(,"quantity":5000)"))), ".quantityList[0]");
  take({shipped(quantity("19521234543210", "A17-1", R"(,"quantity":2)"))});
  EXPECT_EQ(stock("ARMY", ""), 40);
  take({shipped(R"({"epcClass":"https://lotline.example/id/lot/MAKER/BALL/A17-1","quantity":2})")});
  EXPECT_EQ(stock("ARMY", ""), 42);
}

TEST_F(EpcisActs, two_makers_lots_of_one_number_and_gtin_are_not_told_apart_by_guessing) {
  done("parties", {{"code", "MAKER-2"}, {"kind", "manufacturer"}, {"name", "Second"}, {"country", "BR"}});
  done("lots", {{"maker", "MAKER-2"},
                {"lot", "A17-1"},
                {"product", "BALL"},
                {"made_on", "2017"},
                {"act", "manufacture"},
                {"rounds", "10"},
                {"first_recipient", "POLICE"},
                {"override", "history"},
                {"on", "2017-05-01"}});
  EXPECT_EQ(refusal(object("OBSERVE", "dispensing", boxes(1) + at("9521234000112") + to("ARMY"))), "ambiguous_lot");
}

// R39
TEST_F(EpcisActs, a_mass_is_grams_of_a_product_counted_in_grams_and_nothing_else) {
  const auto made = [](std::string_view quantity, std::string_view uom) {
    return object("ADD", "commissioning",
                  fmt::format(R"(,"quantityList":[{{"epcClass":"https://id.gs1.org/01/09521234700012/10/P-1",)"
                              R"("quantity":{},"uom":"{}"}}])",
                              quantity, uom) +
                      at("9521234000112") + own("first_recipient", "POLICE"));
  };
  EXPECT_EQ(refusal(made("1.0005", "KGM")), "bad_quantity");
  EXPECT_EQ(refusal(made("3", "LBR")), "wrong_measure");
  take({made("42.1", "KGM"), made("5", "GRM")});
  EXPECT_EQ(held("MAKER", "STORE", "P-1").count(), 42'105);
}

TEST_F(EpcisActs, parts_the_register_knows_leave_their_lot_and_others_do_not_stop_the_making) {
  done("lots", {{"maker", "MAKER"},
                {"lot", "P-1"},
                {"product", "POWDER"},
                {"made_on", "2017"},
                {"act", "manufacture"},
                {"rounds", "1000"},
                {"place", "STORE"},
                {"first_recipient", "MAKER"},
                {"on", "2017-05-01"}});
  const auto made = [](std::string_view grams) {
    return event(
        "TransformationEvent", "", "commissioning",
        fmt::format(R"(,"inputQuantityList":[{{"epcClass":"https://id.gs1.org/01/09521234700012/10/P-1",)"
                    R"("quantity":{},"uom":"GRM"}},{{"epcClass":"https://id.gs1.org/01/09521234700043/10/B-4",)"
                    R"("quantity":100}}])",
                    grams) +
            boxes(5, "E18-2", "outputQuantityList") + at("9521234000112") + own("first_recipient", "POLICE") +
            own("licence", "MFG"));
  };
  EXPECT_EQ(refusal(made("1001")), "not_enough_rounds");
  EXPECT_EQ(refused_at(made("1001")), ".inputQuantityList[0]");
  take({made("300")});
  EXPECT_EQ(held("MAKER", "STORE", "P-1").count(), 700);
  EXPECT_EQ(held("MAKER", "STORE", "E18-2").count(), 100);
}

TEST_F(EpcisActs, boxes_with_a_serial_number_are_filled_with_what_their_gtin_holds) {
  const auto marked = [](std::string_view gtin, std::string_view lot) {
    return object(
        "ADD", "commissioning",
        fmt::format(R"(,"epcList":["https://id.gs1.org/01/{}/21/B1"],"ilmd":{{"ammo:lot":"{}"}})", gtin, lot) +
            at("9521234000112"));
  };
  EXPECT_EQ(refusal(marked("09521234543213", "A17-1")), "event_unclear");
  EXPECT_EQ(refusal(object("ADD", "commissioning",
                           R"(,"epcList":["https://id.gs1.org/01/19521234543210/21/B1"])" + at("9521234000112"))),
            "missing_value");
  take({marked("19521234543210", "A17-1")});
  const auto package = store_->state().book.packages.first_by("code_key", std::string{"(01)19521234543210(21)B1"});
  ASSERT_TRUE(package.has_value());
  EXPECT_EQ(package->level, custody::PackageLevel::box);
  EXPECT_EQ(store_->state().book.package_lines.all(make_key(package->id)).front().rounds, Rounds(20));
  // A label by itself fills nothing.
  take({object("ADD", "commissioning",
               R"(,"epcList":["https://id.gs1.org/00/095212340000000013"])" + at("9521234000112"))});
  EXPECT_FALSE(store_->state().book.packages.first_by("code_key", std::string{"(00)095212340000000013"}).has_value());
}

TEST_F(EpcisActs, a_package_is_opened_with_all_that_is_in_it_or_part_of_one_lot_is_taken_out) {
  made_lot("A17-2");
  const std::string parent = R"(,"parentID":"https://id.gs1.org/00/095212340000000013")";
  const std::string mixed =
      R"(,"childQuantityList":[{"epcClass":"https://id.gs1.org/01/19521234543210/10/A17-1","quantity":10},)"
      R"({"epcClass":"https://id.gs1.org/01/19521234543210/10/A17-2","quantity":5}])";
  const auto packed = [](const std::string& rest) {
    return event("AggregationEvent", "ADD", "packing", rest + at("9521234000112"));
  };
  const auto opened = [](const std::string& rest) { return event("AggregationEvent", "DELETE", "unpacking", rest); };
  take({packed(parent + mixed)});
  take({packed(R"(,"parentID":"https://id.gs1.org/00/095212340000001003",)"
               R"("childEPCs":["https://id.gs1.org/00/095212340000000013"])")});
  const std::string pallet = R"(,"parentID":"https://id.gs1.org/00/095212340000001003")";
  EXPECT_EQ(store_->state().book.packages.first_by("code_key", std::string{"(00)095212340000001003"})->level,
            custody::PackageLevel::pallet);
  EXPECT_EQ(refusal(opened(pallet + boxes(1, "A17-1", "childQuantityList"))), "event_unclear");
  take({opened(pallet + R"(,"childEPCs":["https://id.gs1.org/00/095212340000000013"])")});
  EXPECT_EQ(refusal(opened(parent + R"(,"childQuantityList":[)"
                                    R"({"epcClass":"https://id.gs1.org/01/19521234543210/10/A17-1","quantity":1},)"
                                    R"({"epcClass":"https://id.gs1.org/01/19521234543210/10/A17-2","quantity":1}])")),
            "event_unclear");
  take({opened(parent + boxes(3, "A17-1", "childQuantityList"))});
  const auto lines = [&] {
    const auto package = store_->state().book.packages.first_by("code_key", std::string{"(00)095212340000000013"});
    return store_->state().book.package_lines.all(make_key(package->id)).size();
  };
  EXPECT_EQ(lines(), 2u);
  take({opened(parent)});
  EXPECT_EQ(lines(), 0u);
  EXPECT_EQ(refusal(opened(R"(,"parentID":"https://example.org/box/9")")), "unknown_package");
  expect_verified();
}

// R4 R98
TEST_F(EpcisActs, what_arrives_is_what_was_dispatched_found_by_package_by_lot_or_by_document) {
  const auto desadv = [](std::string_view id) {
    return fmt::format(R"(,"bizTransactionList":[{{"type":"desadv","bizTransaction":"urn:epcglobal:cbv:bt:1:{}"}}])",
                       id);
  };
  const auto shipped = [&](int count, std::string_view id) {
    return object("OBSERVE", "shipping", boxes(count) + at("9521234000112") + to("ARMY") + desadv(id));
  };
  const auto received = [&](int count, std::string_view id) {
    return object("OBSERVE", "receiving", boxes(count) + at("9521234000310", "bizLocation") + desadv(id));
  };
  EXPECT_EQ(refusal(received(5, "D1")), "receipt_without_dispatch");
  take({shipped(5, "D1"), shipped(5, "D2")});
  EXPECT_EQ(refusal(received(5, "D3")), "receipt_without_dispatch");
  EXPECT_EQ(refusal(received(6, "D1")), "receipt_without_dispatch");
  take({received(5, "D2")});
  EXPECT_EQ(stock("ARMY", "VAULT"), 100);
  take({received(2, "D1")});
  EXPECT_EQ(stock("ARMY", "VAULT"), 140);
  // Two that rest on one document are not told apart.
  take({shipped(7, "D4"), event("ObjectEvent", "OBSERVE", "shipping",
                                boxes(7) + at("9521234000112") + to("ARMY") + desadv("D4"), "2018-05-03")});
  EXPECT_EQ(refusal(received(7, "D4")), "several_dispatches");
  EXPECT_EQ(refusal(object("OBSERVE", "receiving",
                           boxes(7) + at("9521234000310", "bizLocation") + own("dispatch", "urn:uuid:none"))),
            "unknown_event");
  expect_verified();
}

TEST_F(EpcisActs, a_package_that_is_not_on_the_way_is_neither_received_nor_called_back) {
  done("packages", {{"code", "BOX-1"},
                    {"level", "box"},
                    {"holder", "MAKER"},
                    {"place", "STORE"},
                    {"maker", "MAKER"},
                    {"lot", "A17-1"},
                    {"rounds", "100"},
                    {"on", "2018-01-01"}});
  const std::string box = R"(,"epcList":["https://lotline.example/id/package/BOX-1"])";
  EXPECT_EQ(refusal(object("OBSERVE", "receiving", box + at("9521234000310", "bizLocation"))),
            "receipt_without_dispatch");
  EXPECT_EQ(refusal(object("OBSERVE", "void_shipping", box)), "receipt_without_dispatch");
  take({object("OBSERVE", "shipping", box + at("9521234000112") + to("ARMY"))});
  take({object("OBSERVE", "void_shipping", box + at("9521234000112"))});
  EXPECT_EQ(stock("MAKER", "STORE"), 10'000);
  EXPECT_EQ(refusal(object("OBSERVE", "shipping", box + at("9521234000112"))), "receiver_missing");
}

TEST_F(EpcisActs, everything_left_of_a_dispatch_that_is_named_is_one_receipt) {
  take({object("OBSERVE", "shipping", boxes(5) + at("9521234000112") + to("ARMY"))});
  take({object("OBSERVE", "receiving", boxes(5) + at("9521234000310", "bizLocation"))});
  int receipts = 0;
  store_->state().book.entries.scan(make_key(desk_->lookup.lot("MAKER", "A17-1", "").value()),
                                    [&](const custody::EntryRow& entry) {
                                      receipts += entry.act == custody::Act::receive ? 1 : 0;
                                      return true;
                                    });
  EXPECT_EQ(receipts, 1);
}

TEST_F(EpcisActs, what_the_table_does_not_name_moves_nothing_and_is_kept) {
  const auto before = stock("MAKER", "STORE");
  take(
      {object("OBSERVE", "storing", boxes(5) + at("9521234000310", "bizLocation")),
       object("OBSERVE", "holding", boxes(5) + R"(,"disposition":"unavailable")"),
       object("DELETE", "decommissioning", boxes(5)),
       event(
           "AssociationEvent", "ADD", "installing",
           R"(,"parentID":"https://id.gs1.org/8004/9521234A1","childEPCs":["https://id.gs1.org/00/095212340000000013"])"),
       R"({"type":"ObjectEvent","eventTime":"2018-05-02T08:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE",)"
       R"("epcList":["https://id.gs1.org/00/095212340000000013"]})"});
  EXPECT_EQ(stock("MAKER", "STORE"), before);
  EXPECT_FALSE(newest_event().kept.empty());
  EXPECT_EQ(newest_event().subjects, std::vector<std::string>{"(00)095212340000000013"});
  EXPECT_EQ(newest_event().first, 0);
  const auto card = service::lot_card(*store_, reference(), "MAKER", "A17-1", "", {}).value();
  EXPECT_EQ(card.observations.size(), 3u);
  expect_verified();
}

TEST_F(EpcisActs, what_an_event_says_beyond_its_acts_is_kept_with_them) {
  take({object("OBSERVE", "dispensing", boxes(1) + at("9521234000112") + to("ARMY") + R"(,"ammo:seal":"S-1")")});
  const auto kept = newest_event();
  EXPECT_NE(kept.first, 0);
  EXPECT_NE(kept.kept.find(R"("ammo:seal":"S-1")"), std::string::npos);
  EXPECT_NE(kept.kept.find(R"("ammo":"https://example.org/ns/ammunition#")"), std::string::npos);
  take({event("ObjectEvent", "OBSERVE", "dispensing", boxes(1) + at("9521234000112") + to("ARMY"), "2018-05-04")});
  EXPECT_TRUE(newest_event().kept.empty());
  EXPECT_EQ(newest_event().time, "2018-05-04T08:00:00Z");
  // So are an owner, and a licence on which the act does not rest.
  take({object(
      "OBSERVE", "dispensing",
      boxes(1) + at("9521234000112") +
          R"(,"destinationList":[{"type":"possessing_party","destination":"https://lotline.example/id/party/ARMY"},)"
          R"({"type":"owning_party","destination":"https://lotline.example/id/party/POLICE"}])")});
  EXPECT_FALSE(newest_event().kept.empty());
  take({object("OBSERVE", "dispensing",
               boxes(2) + at("9521234000112") + to("ARMY") +
                   R"(,"bizTransactionList":[{"type":"https://example.org/t#importAuthorization",)"
                   R"("bizTransaction":"https://example.org/licence/1"}])")});
  EXPECT_FALSE(newest_event().kept.empty());
}

TEST_F(EpcisActs, an_event_happened_on_the_day_of_the_place_where_it_did) {
  std::string late = object("OBSERVE", "dispensing", boxes(1) + at("9521234000112") + to("ARMY"));
  late.replace(late.find("T08:00:00Z"), 10, "T23:30:00Z");
  late.replace(late.find("+00:00"), 6, "+05:30");
  take({late});
  const auto lot = desk_->lookup.lot("MAKER", "A17-1", "").value();
  EXPECT_EQ(to_text(store_->state().book.entries.all(make_key(lot)).back().happened()), "2018-05-03");
  EXPECT_EQ(newest_event().time, "2018-05-02T23:30:00Z +05:30");
}

TEST_F(EpcisActs, a_field_of_ours_must_be_one_of_the_act_and_agree_with_the_event) {
  const std::string issued = boxes(1) + at("9521234000112") + to("ARMY");
  EXPECT_EQ(refusal(object("OBSERVE", "dispensing", issued + own("witness", "W"))), "unknown_field");
  EXPECT_EQ(refusal(object("OBSERVE", "dispensing", issued + own("rounds", "21"))), "epcis_contradiction");
  EXPECT_EQ(refusal(object("OBSERVE", "dispensing", issued + own("on", "2017/2018"))), "epcis_contradiction");
  EXPECT_EQ(refusal(object("OBSERVE", "dispensing", issued + own("owner", party_uri("NOBODY")))), "unknown_party");
  EXPECT_EQ(refusal(object("OBSERVE", "dispensing", issued + R"(,"lotline:note":{"a":1})")), "epcis_member_type");
  take({object("OBSERVE", "dispensing",
               issued + own("on", "2018-05-02/2018-06-30") + own("owner", party_uri("POLICE")))});
  const auto lot = desk_->lookup.lot("MAKER", "A17-1", "").value();
  EXPECT_EQ(to_text(store_->state().book.entries.all(make_key(lot)).back().happened()), "2018-05-02/2018-06-30");
}

TEST_F(EpcisActs, what_events_name_is_on_record_or_refused) {
  EXPECT_EQ(refusal(object("OBSERVE", "dispensing", boxes(1) + at("9521234000327") + to("ARMY"))), "unknown_place");
  EXPECT_EQ(refusal(object("OBSERVE", "dispensing",
                           boxes(1) + R"(,"readPoint":{"id":"https://example.org/place/1"})" + to("ARMY"))),
            "unknown_place");
  EXPECT_EQ(refusal(object("OBSERVE", "dispensing",
                           boxes(1) + at("9521234000112") +
                               R"(,"destinationList":[{"type":"possessing_party",)"
                               R"("destination":"https://id.gs1.org/417/9521234000037"}])")),
            "unknown_party");
  EXPECT_EQ(refusal(object("OBSERVE", "dispensing",
                           boxes(1) + at("9521234000112") +
                               R"(,"destinationList":[{"type":"possessing_party",)"
                               R"("destination":"https://example.org/party/1"}])")),
            "unknown_party");
  EXPECT_EQ(refusal(object("OBSERVE", "shipping",
                           boxes(1) + at("9521234000112") + to("ARMY") +
                               R"(,"bizTransactionList":[{"type":"https://example.org/t#exportLicence",)"
                               R"("bizTransaction":"https://example.org/licence/1"}])")),
            "unknown_licence");
  EXPECT_EQ(
      refusal(object("OBSERVE", "shipping",
                     R"(,"epcList":["https://id.gs1.org/00/095212340000000013"])" + at("9521234000112") + to("ARMY"))),
      "unknown_package");
  EXPECT_EQ(refusal(object("OBSERVE", own_step("vanish"), boxes(1))), "unknown_word");
  EXPECT_EQ(refusal(object("OBSERVE", own_step("transfer"),
                           R"(,"epcList":["https://lotline.example/id/package/BOX-1"])" + boxes(1))),
            "event_unclear");
  EXPECT_EQ(refusal(object("ADD", own_step("import"),
                           R"(,"epcList":["https://lotline.example/id/package/BOX-1"])" + at("9521234000310"))),
            "event_unclear");
  EXPECT_EQ(refusal(object("OBSERVE", own_step("decide"), boxes(1) + own("found", "miscount;loss"))), "event_unclear");
}

TEST_F(EpcisActs, rounds_are_relotted_into_one_lot_of_their_product_and_none_is_lost_on_the_way) {
  const auto relotted = [](const std::string& in, const std::string& out) {
    return event("TransformationEvent", "", "repackaging", in + out + at("9521234000112"));
  };
  const std::string ten = boxes(10, "A17-1", "inputQuantityList");
  EXPECT_EQ(refusal(relotted(ten, boxes(9, "A17-9", "outputQuantityList"))), "epcis_contradiction");
  EXPECT_EQ(refusal(relotted(ten, R"(,"outputQuantityList":[)"
                                  R"({"epcClass":"https://id.gs1.org/01/09521234700029/10/X","quantity":200}])")),
            "epcis_contradiction");
  EXPECT_EQ(refusal(relotted(ten, R"(,"outputQuantityList":[)"
                                  R"({"epcClass":"https://id.gs1.org/01/19521234543210/10/X","quantity":5},)"
                                  R"({"epcClass":"https://id.gs1.org/01/19521234543210/10/Y","quantity":5}])")),
            "event_unclear");
  EXPECT_EQ(refusal(relotted(R"(,"inputEPCList":["https://id.gs1.org/00/095212340000000013"])",
                             boxes(9, "A17-9", "outputQuantityList"))),
            "event_unclear");
  take({relotted(ten, boxes(10, "A17-9", "outputQuantityList"))});
  EXPECT_EQ(held("MAKER", "STORE", "A17-9").count(), 200);
  EXPECT_EQ(stock("MAKER", "STORE"), 9'800);
}

// R107
TEST_F(EpcisActs, seized_packages_become_exhibits_of_what_is_in_them) {
  done("packages", {{"code", "BOX-1"},
                    {"level", "box"},
                    {"holder", "MAKER"},
                    {"place", "STORE"},
                    {"maker", "MAKER"},
                    {"lot", "A17-1"},
                    {"rounds", "100"},
                    {"on", "2018-01-01"}});
  take({object("OBSERVE", "holding",
               R"(,"disposition":"unavailable","epcList":["https://lotline.example/id/package/BOX-1"])" + to("LAB") +
                   R"(,"bizTransactionList":[{"type":"https://example.org/t#seizureReport",)"
                   R"("bizTransaction":"https://example.org/report/7"}])")});
  const auto exhibit = store_->state().exhibits.exhibits.all().front();
  EXPECT_EQ(exhibit.count, Rounds(100));
  EXPECT_EQ(exhibit.package, "BOX-1");
  EXPECT_EQ(exhibit.country, "BR");
  EXPECT_EQ(exhibit.case_number, "https://example.org/report/7");
  EXPECT_TRUE(exhibit.trace_opened);
}

// R89
TEST_F(EpcisActs, a_count_adds_up_boxes_and_loose_rounds_and_names_lots_of_which_none_was_found) {
  made_lot("A17-2");
  done("packages", {{"code", "BOX-1"},
                    {"level", "box"},
                    {"holder", "MAKER"},
                    {"place", "STORE"},
                    {"maker", "MAKER"},
                    {"lot", "A17-1"},
                    {"rounds", "100"},
                    {"on", "2018-01-01"}});
  take({object("OBSERVE", "stock_taking",
               R"(,"epcList":["https://lotline.example/id/package/BOX-1"])" + boxes(495) + at("9521234000112") +
                   own("counted_none", "https://id.gs1.org/01/19521234543210/10/A17-2"))});
  const auto stocktake = store_->state().stocktakes.stocktakes.all().front();
  EXPECT_EQ(stocktake.lines, 2);
  EXPECT_EQ(stocktake.differing, 1);
  EXPECT_EQ(store_->state().stocktakes.variances.all().front().counted, Rounds(0));
}

}  // namespace lotline
