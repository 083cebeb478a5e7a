// Every act of the desk on a real register: what it writes, and what it refuses.

#include "service/verify.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

class Acts : public DeskTest {
 protected:
  Acts() { small_state(); }

  /// Moves rounds of a lot between two parties in person.
  Fields transfer(std::string_view lot, std::string_view from, std::string_view place, std::string_view to,
                  std::string_view rounds) {
    return {{"act", "transfer"}, {"from", from}, {"from_place", place}, {"to", to},          {"to_place", "VAULT"},
            {"maker", "MAKER"},  {"lot", lot},   {"rounds", rounds},    {"on", "2018-01-01"}};
  }
  RecordNumber live_exhibit(std::string_view lot = "") {
    Fields fields{{"case_number", "C-1"},      {"kind", "live_round"}, {"count", "5"},          {"country", "br"},
                  {"circumstances", "seized"}, {"custodian", "LAB"},   {"headstamp", "MKR 17"}, {"trace", "yes"},
                  {"on", "2019-02-02"}};
    if (!lot.empty()) {
      fields.emplace_back("maker", "MAKER");
      fields.emplace_back("lot", lot);
    }
    return done("recoveries", fields);
  }
  void expect_verified() {
    const auto verified = service::verify(*store_);
    EXPECT_TRUE(verified.has_value()) << (verified ? "" : verified.error().text);
  }
};

// R3 R79
TEST_F(Acts, a_lot_moves_from_its_maker_to_a_unit_and_its_rounds_add_up) {
  made_lot("A17-1", "official");
  done("movements", {{"act", "dispatch"},
                     {"from", "MAKER"},
                     {"from_place", "STORE"},
                     {"to", "DEPOT"},
                     {"maker", "MAKER"},
                     {"lot", "A17-1"},
                     {"rounds", "4000"},
                     {"carrier", "CARRIER"},
                     {"on", "2017-05-01"}});
  const auto dispatch = std::to_string(store_->head().records);
  done("movements",
       {{"act", "receive"}, {"to", "DEPOT"}, {"to_place", "VAULT"}, {"dispatch", dispatch}, {"on", "2017-05-03"}});
  done("movements", {{"act", "issue"},
                     {"from", "DEPOT"},
                     {"from_place", "VAULT"},
                     {"to", "STATION"},
                     {"maker", "MAKER"},
                     {"lot", "A17-1"},
                     {"rounds", "500"},
                     {"on", "2017-06-01"}});
  done("movements", {{"act", "expend"},
                     {"from", "STATION"},
                     {"maker", "MAKER"},
                     {"lot", "A17-1"},
                     {"rounds", "120"},
                     {"on", "2018"}});
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 6000);
  EXPECT_EQ(held("DEPOT", "VAULT", "A17-1").count(), 3500);
  EXPECT_EQ(held("STATION", "", "A17-1").count(), 380);
  expect_verified();
}

TEST_F(Acts, unknown_words_and_codes_are_refused_by_name) {
  made_lot("A17-1");
  EXPECT_EQ(refused("movements", transfer("A17-1", "NOBODY", "STORE", "ARMY", "1")), "unknown_party");
  EXPECT_EQ(refused("movements", transfer("A17-9", "MAKER", "STORE", "ARMY", "1")), "unknown_lot");
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "maker"}, {"name", "X"}, {"country", "BR"}}), "unknown_word");
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "dealer"}, {"name", "X"}, {"country", "QQ"}}), "unknown_word");
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "dealer"}, {"name", "X"}, {"contry", "BR"}}), "unknown_field");
  EXPECT_EQ(refused("party", {}), "unknown_word");
  EXPECT_EQ(refused("products", {{"code", "P"}, {"calibre", "nothing at all"}}), "unknown_word");
  EXPECT_EQ(refused("products", {{"code", "P"}, {"calibre", "7.62"}}), "unclear_calibre");
  EXPECT_EQ(refused("products", {{"code", "P"}, {"type", "ball"}}), "missing_value");
  EXPECT_EQ(refused("products", {{"code", "P"}, {"calibre", "9x19"}, {"gtin", "(00)095212340000000013"}}),
            "not_a_gtin");
  EXPECT_EQ(refused("products", {{"code", "P"}, {"calibre", "9x19"}, {"controlled", "maybe"}}), "unknown_word");
  EXPECT_EQ(refused("lots", {{"maker", "MAKER"},
                             {"lot", "B"},
                             {"product", "NONE"},
                             {"made_on", "2017"},
                             {"act", "manufacture"},
                             {"rounds", "1"},
                             {"first_recipient", "POLICE"},
                             {"on", "2017"}}),
            "unknown_product");
  EXPECT_EQ(refused("movements", {{"act", "manufacture"},
                                  {"from", "MAKER"},
                                  {"maker", "MAKER"},
                                  {"lot", "A17-1"},
                                  {"rounds", "1"},
                                  {"on", "2018"}}),
            "unknown_word");
  EXPECT_EQ(
      refused(
          "movements",
          {{"act", "transfer"}, {"to", "ARMY"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "1"}, {"on", "2018"}}),
      "missing_value");
  EXPECT_EQ(refused("condition", {{"maker", "MAKER"}, {"lot", "A17-1"}, {"code", "Z"}}), "unknown_word");
}

TEST_F(Acts, a_refusal_names_the_field_at_fault) {
  const auto refusal = act("movements", transfer("A17-1", "NOBODY", "STORE", "ARMY", "1"));
  ASSERT_FALSE(refusal.has_value());
  EXPECT_EQ(refusal.error().field, "from");
  made_lot("A17-1");
  const auto quantity = act("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "1.5"));
  ASSERT_FALSE(quantity.has_value());
  EXPECT_EQ(quantity.error().field, "rounds");
}

TEST_F(Acts, bad_quantities_and_dates_are_refused) {
  made_lot("A17-1");
  for (const auto* rounds : {"-5", "0", "1.5", "1e3", "99999999999999999999", "9007199254740992", "ten"})
    EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", rounds)), "bad_quantity") << rounds;
  auto late = transfer("A17-1", "MAKER", "STORE", "ARMY", "1");
  late.back().second = "2026-06-02";
  EXPECT_EQ(refused("movements", late), "future_date");
  late.back().second = "2018-02-30";
  EXPECT_EQ(refused("movements", late), "bad_date");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "10001")), "not_enough_rounds");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "", "ARMY", "1")), "not_enough_rounds");
  EXPECT_EQ(refused("licences", {{"number", "F"},
                                 {"kind", "manufacture"},
                                 {"holder", "MAKER"},
                                 {"issued_on", "2027-01-01"},
                                 {"expires_on", "2028-01-01"}}),
            "future_date");
}

TEST_F(Acts, names_with_control_or_direction_characters_are_refused) {
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "dealer"}, {"name", "good\u202Edab"}, {"country", "BR"}}),
            "unsafe_text");
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "dealer"}, {"name", "bell\x07"}, {"country", "BR"}}),
            "unsafe_text");
  EXPECT_EQ(refused("parties", {{"code", "X"}, {"kind", "dealer"}, {"name", "lat\xE9in"}, {"country", "BR"}}),
            "bad_encoding");
}

// R83
TEST_F(Acts, a_lot_without_number_or_first_recipient_is_refused) {
  const Fields lot{{"maker", "MAKER"},     {"lot", "---"},   {"product", "BALL"},           {"made_on", "2017"},
                   {"act", "manufacture"}, {"rounds", "10"}, {"first_recipient", "POLICE"}, {"licence", "MFG"},
                   {"on", "2017-04-20"}};
  EXPECT_EQ(refused("lots", lot), "no_lot_number");
  Fields without = lot;
  without[1].second = "";
  EXPECT_EQ(refused("lots", without), "missing_value");
  without = lot;
  without[6].second = "";
  EXPECT_EQ(refused("lots", without), "missing_value");
}

// R34
TEST_F(Acts, production_outside_a_licence_is_refused_and_history_needs_a_reason) {
  Fields lot{{"maker", "MAKER"},     {"lot", "OLD-1"}, {"product", "BALL"},           {"made_on", "2010"},
             {"act", "manufacture"}, {"rounds", "10"}, {"first_recipient", "POLICE"}, {"on", "2010-04-20"}};
  EXPECT_EQ(refused("lots", lot), "licence_needed");
  lot.emplace_back("licence", "MFG");
  EXPECT_EQ(refused("lots", lot), "licence_not_in_force");
  lot.emplace_back("override", "history entered from paper files");
  const RecordNumber number = done("lots", lot);
  const auto entries = store_->state().book.entries.all(make_key(number));
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries.front().overridden, "licence_not_in_force");
  Fields import = lot;
  import[4].second = "retransfer";
  EXPECT_EQ(refused("lots", import), "unknown_word");
  import[4].second = "transfer";
  EXPECT_EQ(refused("lots", import), "unknown_word");
  EXPECT_EQ(refused("lots", {{"maker", "MAKER"},
                             {"lot", "N-1"},
                             {"product", "BALL"},
                             {"made_on", "2017"},
                             {"act", "manufacture"},
                             {"rounds", "10"},
                             {"first_recipient", "POLICE"},
                             {"licence", "NONE"},
                             {"on", "2017-04-20"}}),
            "unknown_licence");
}

// R8 R7
TEST_F(Acts, other_conventional_ammunition_is_recorded_outside_the_protocols_rules) {
  done("products", {{"code", "MORTAR"}, {"item", "other_conventional"}, {"type", "81 mm"}});
  done("products",
       {{"code", "CASES"}, {"item", "case"}, {"unit", "pieces"}, {"controlled", "no"}, {"calibre", "9x19"}});
  done("products", {{"code", "PRIMERS"}, {"item", "primer"}, {"unit", "pieces"}});
  const auto lot = [](std::string_view number, std::string_view product) {
    return Fields{{"maker", "MAKER"},     {"lot", number},  {"product", product},        {"made_on", "2010"},
                  {"act", "manufacture"}, {"rounds", "10"}, {"first_recipient", "ARMY"}, {"on", "2010-04-20"}};
  };
  done("lots", lot("M-1", "MORTAR"));
  done("lots", lot("C-1", "CASES"));
  EXPECT_EQ(refused("lots", lot("P-1", "PRIMERS")), "licence_needed");
}

TEST_F(Acts, a_second_row_of_a_lot_adds_rounds_and_two_products_share_a_number) {
  const RecordNumber lot = made_lot("A17-1");
  made_lot("A17-1");
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 20000);
  EXPECT_EQ(store_->state().book.entries.all(make_key(lot)).size(), 2u);
  done("products", {{"code", "TRACER"}, {"calibre", "7.62X51"}, {"on", "2016-01-01"}});
  done("lots", {{"maker", "MAKER"},
                {"lot", "A17-1"},
                {"product", "TRACER"},
                {"made_on", "2017"},
                {"act", "manufacture"},
                {"rounds", "10"},
                {"first_recipient", "POLICE"},
                {"licence", "MFG"},
                {"on", "2017-04-20"}});
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "1")), "ambiguous_lot");
  auto named = transfer("A17-1", "MAKER", "STORE", "ARMY", "1");
  named.emplace_back("product", "BALL");
  done("movements", named);
}

// R74
TEST_F(Acts, an_official_lot_has_one_recipient_and_an_override_is_recorded) {
  made_lot("A17-1", "official");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "100")), "second_official_recipient");
  done("movements", transfer("A17-1", "MAKER", "STORE", "DEPOT", "100"));
  auto reasoned = transfer("A17-1", "MAKER", "STORE", "ARMY", "100");
  reasoned.emplace_back("override", "lent for joint training, order 5/2018");
  const RecordNumber number = done("movements", reasoned);
  const auto lot = desk_->lookup.lot("MAKER", "A17-1", "").value();
  EXPECT_EQ(store_->state().book.entries.find(make_key(lot, number, 0))->overridden, "second_official_recipient");
}

TEST_F(Acts, what_crosses_a_border_names_an_export_licence_that_covers_it) {
  made_lot("A17-1");
  const Fields sale{{"act", "export"},  {"from", "MAKER"}, {"from_place", "STORE"}, {"to", "BUYER"},
                    {"maker", "MAKER"}, {"lot", "A17-1"},  {"rounds", "2000"},      {"on", "2018-05-05"}};
  EXPECT_EQ(refused("movements", sale), "licence_needed");
  auto plain = transfer("A17-1", "MAKER", "STORE", "BUYER", "1");
  EXPECT_EQ(refused("movements", plain), "licence_needed");
  const auto licence = [](std::string_view number, std::string_view lots) {
    return Fields{{"number", number},           {"kind", "export"},
                  {"holder", "MAKER"},          {"issued_on", "2018-01-01"},
                  {"expires_on", "2018-12-31"}, {"export_state", "BR"},
                  {"import_state", "AR"},       {"transit_states", "none"},
                  {"final_recipient", "BUYER"}, {"description", "rifle cartridges"},
                  {"rounds", "3000"},           {"lots", lots}};
  };
  done("licences", licence("EXP-1", "A17-2"));
  done("licences", licence("EXP-2", "A17-1;A17-2"));
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
TEST_F(Acts, an_international_licence_that_lacks_what_the_protocol_asks_is_refused) {
  EXPECT_EQ(refused("licences", {{"number", "E"},
                                 {"kind", "export"},
                                 {"holder", "MAKER"},
                                 {"issued_on", "2018-01-01"},
                                 {"expires_on", "2018-12-31"}}),
            "licence_incomplete");
}

TEST_F(Acts, a_receipt_names_a_dispatch_that_is_on_the_way) {
  made_lot("A17-1");
  EXPECT_EQ(refused("movements", {{"act", "receive"}, {"to", "DEPOT"}, {"dispatch", "3"}, {"on", "2018"}}),
            "not_a_dispatch");
  EXPECT_EQ(refused("movements", {{"act", "receive"}, {"to", "DEPOT"}, {"dispatch", "three"}, {"on", "2018"}}),
            "unknown_record");
  const auto dispatch = std::to_string(done("movements", {{"act", "dispatch"},
                                                          {"from", "MAKER"},
                                                          {"from_place", "STORE"},
                                                          {"to", "DEPOT"},
                                                          {"maker", "MAKER"},
                                                          {"lot", "A17-1"},
                                                          {"rounds", "10"},
                                                          {"on", "2018-01-01"}}));
  done("movements", {{"act", "void"}, {"dispatch", "#" + dispatch}, {"on", "2018-01-05"}});
  EXPECT_EQ(refused("movements", {{"act", "receive"}, {"to", "DEPOT"}, {"dispatch", dispatch}, {"on", "2018-01-06"}}),
            "receipt_without_dispatch");
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 10000);
}

TEST_F(Acts, a_correction_names_what_it_corrects_and_nothing_is_edited) {
  made_lot("A17-1");
  const auto wrong = std::to_string(done("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "300")));
  EXPECT_EQ(refused("correct", {{"movement", "1"}, {"note", "x"}}), "not_a_movement");
  EXPECT_EQ(refused("correct", {{"movement", "999"}, {"note", "x"}}), "unknown_record");
  done("correct", {{"movement", wrong}, {"rounds", "200"}, {"note", "100 were delivered, not 300"}});
  EXPECT_EQ(held("ARMY", "VAULT", "A17-1").count(), 100);
  EXPECT_EQ(refused("correct", {{"movement", wrong}, {"rounds", "101"}, {"note", "x"}}), "already_reversed");
  expect_verified();
}

// R47 R32 R30 R31
TEST_F(Acts, a_theft_is_reported_with_stage_and_modality_and_linked_to_its_movement) {
  made_lot("A17-1");
  Fields theft{{"kind", "theft"},    {"holder", "MAKER"}, {"place", "STORE"},         {"maker", "MAKER"},
               {"lot", "A17-1"},     {"rounds", "200"},   {"stage", "post_transfer"}, {"modality", "D01"},
               {"stock", "private"}, {"report", "R-1"},   {"on", "2019-01/2019-03"}};
  const RecordNumber number = done("losses", theft);
  const auto diversion = store_->state().diversions.diversions.find(make_key(number + 1));
  ASSERT_TRUE(diversion.has_value());
  EXPECT_EQ(diversion->link, number);
  EXPECT_EQ(diversion->modality, "D01");
  theft[7].second = "D77";
  EXPECT_EQ(refused("losses", theft), "unknown_word");
  theft[7].second = "";
  EXPECT_EQ(refused("losses", theft), "missing_value");
  theft[0].second = "flood";
  EXPECT_EQ(refused("losses", theft), "unknown_word");
  theft[0].second = "transfer";
  EXPECT_EQ(refused("losses", theft), "unknown_word");
  EXPECT_EQ(refused("diversion", {{"stage", "transfer"}, {"modality", "D04"}}), "no_custody_link");
  EXPECT_EQ(refused("diversion", {{"movement", "1"}, {"stage", "transfer"}, {"modality", "D04"}}), "not_a_movement");
  done("diversion", {{"between_from", "MAKER"}, {"between_to", "ARMY"}, {"stage", "transfer"}, {"modality", "D04"}});
}

// R84 R39
TEST_F(Acts, a_mass_known_only_in_tonnes_is_an_incident_and_moves_no_round) {
  const Fields incident{{"kind", "incident"},     {"holder", "ARMY"}, {"place", "airport"}, {"mass_kg", "3000000"},
                        {"report", "S/2015/128"}, {"country", "LY"},  {"on", "2013/2015"}};
  done("losses", incident);
  EXPECT_TRUE(store_->state().book.entries.all().empty());
  Fields estimated = incident;
  estimated.emplace_back("estimated_rounds", "150000000");
  EXPECT_EQ(refused("losses", estimated), "estimate_unexplained");
  made_lot("A17-1");
  EXPECT_EQ(refused("losses", {{"kind", "theft"},
                               {"holder", "MAKER"},
                               {"place", "STORE"},
                               {"maker", "MAKER"},
                               {"lot", "A17-1"},
                               {"rounds", "2"},
                               {"mass_kg", "3"},
                               {"report", "R"},
                               {"on", "2019"}}),
            "unknown_field");
  EXPECT_EQ(refused("losses",
                    {{"kind", "incident"}, {"holder", "ARMY"}, {"place", "airport"}, {"report", "R"}, {"on", "2019"}}),
            "no_amount");
}

// R107
TEST_F(Acts, a_recovery_opens_a_trace_or_says_why_not) {
  Fields find{{"case_number", "C-1"},           {"kind", "fired_case"}, {"count", "3"},          {"country", "BR"},
              {"circumstances", "crime_scene"}, {"custodian", "LAB"},   {"headstamp", "MKR 17"}, {"on", "2019-02-02"}};
  EXPECT_EQ(refused("recoveries", find), "trace_or_reason");
  find.emplace_back("no_trace_reason", "handed in under an amnesty");
  done("recoveries", find);
  find.emplace_back("trace", "yes");
  EXPECT_EQ(refused("recoveries", find), "trace_or_reason");
  EXPECT_TRUE(store_->state().book.entries.all().empty());  // fired cases never move rounds
}

// R43 R5 R70
TEST_F(Acts, a_firearm_of_the_same_case_is_linked_and_its_microstamp_kept) {
  done("firearm",
       {{"make", "Demo"}, {"serial", "S-1"}, {"owner", "DEALER"}, {"microstamp", "ab12"}, {"calibre", "9x19"}});
  const Fields find{{"case_number", "C-1"},
                    {"kind", "fired_case"},
                    {"count", "1"},
                    {"country", "BR"},
                    {"circumstances", "crime_scene"},
                    {"custodian", "LAB"},
                    {"microstamp", "AB12"},
                    {"firearms", "S-1"},
                    {"trace", "yes"},
                    {"on", "2019-02-02"}};
  const RecordNumber exhibit = done("recoveries", find);
  EXPECT_EQ(store_->state().exhibits.co_seizures.all(make_key(exhibit)).size(), 1u);
  Fields unknown = find;
  unknown[7].second = "S-2";
  EXPECT_EQ(refused("recoveries", unknown), "unknown_firearm");
}

TEST_F(Acts, live_rounds_of_an_unknown_lot_stand_under_their_exhibit_until_the_lot_is_decided) {
  made_lot("A17-1");
  const RecordNumber exhibit = live_exhibit();
  const std::string number = std::to_string(exhibit);
  EXPECT_EQ(refused("weigh", {{"exhibit", number}, {"lots", "MAKER A17-1 0.7;MAKER A17-1 0.4"}, {"basis", "trace"}}),
            "bad_weights");
  EXPECT_EQ(refused("weigh", {{"exhibit", number}, {"lots", "MAKER A17-1 half"}, {"basis", "trace"}}), "bad_quantity");
  EXPECT_EQ(refused("weigh", {{"exhibit", number}, {"lots", "MAKER A17-1"}, {"basis", "trace"}}), "missing_value");
  done("weigh", {{"exhibit", number}, {"lots", "MAKER A17-1 0.6"}, {"basis", "trace"}});
  EXPECT_TRUE(store_->state().book.entries.all(make_key(desk_->lookup.lot("MAKER", "A17-1", "")->number)).size() == 1);
  done("identify", {{"exhibit", number}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"basis", "report 3"}});
  const auto totals = store_->state().book.totals.find(make_key(desk_->lookup.lot("MAKER", "A17-1", "").value()));
  EXPECT_EQ(totals->of(custody::Standing::exhibit).count(), 5);
  EXPECT_EQ(totals->of(custody::Standing::unattributed).count(), -5);
  EXPECT_EQ(refused("identify", {{"exhibit", number}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"basis", "again"}}),
            "lot_known");
  done("attribute", {{"from", "MAKER"},
                     {"from_place", "STORE"},
                     {"out_of", "held"},
                     {"maker", "MAKER"},
                     {"lot", "A17-1"},
                     {"rounds", "5"},
                     {"basis", "decision 1"}});
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 9995);
  EXPECT_EQ(refused("attribute", {{"from", "MAKER"},
                                  {"out_of", "expended"},
                                  {"maker", "MAKER"},
                                  {"lot", "A17-1"},
                                  {"rounds", "5"},
                                  {"basis", "d"}}),
            "unknown_word");
  expect_verified();
}

// R104 R102
TEST_F(Acts, an_exhibit_under_a_judicial_hold_is_not_destroyed_until_the_hold_is_lifted) {
  made_lot("A17-1");
  const std::string exhibit = std::to_string(live_exhibit("A17-1"));
  const auto hold = std::to_string(done("hold", {{"exhibit", exhibit}, {"rounds", "2"}, {"basis", "order 19"}}));
  const Fields destroy{{"exhibit", exhibit},
                       {"method", "burning"},
                       {"authority", "COURT"},
                       {"witnesses", "W1;W2"},
                       {"certificate", "C-1"}};
  EXPECT_EQ(refused("destroy", destroy), "rounds_reserved");
  Fields part = destroy;
  part.emplace_back("rounds", "3");
  done("destroy", part);
  EXPECT_EQ(refused("destroy", destroy), "rounds_reserved");
  done("exhibit", {{"act", "move_exhibit"}, {"exhibit", exhibit}, {"to", "COURT"}});
  EXPECT_EQ(refused("destroy", destroy), "rounds_reserved");
  done("lift", {{"hold", hold}, {"basis", "final decision"}});
  const RecordNumber last = done("destroy", destroy);
  EXPECT_EQ(store_->state().conditions.destructions.find(make_key(last))->certificate, "C-1");
  EXPECT_EQ(refused("destroy", destroy), "not_enough_rounds");
  EXPECT_EQ(
      refused(
          "destroy",
          {{"exhibit", "1"}, {"method", "burning"}, {"authority", "COURT"}, {"witnesses", "W"}, {"certificate", "C"}}),
      "unknown_exhibit");
  EXPECT_EQ(refused("exhibit", {{"act", "dispatch"}, {"exhibit", exhibit}, {"to", "LAB"}}), "unknown_word");
  EXPECT_EQ(refused("destroy", {{"holder", "MAKER"},
                                {"place", "STORE"},
                                {"maker", "MAKER"},
                                {"lot", "A17-1"},
                                {"rounds", "1"},
                                {"method", "magic"},
                                {"authority", "COURT"},
                                {"witnesses", "W"},
                                {"certificate", "C"}}),
            "unknown_word");
  expect_verified();
}

TEST_F(Acts, rounds_seized_from_a_recorded_holder_are_debited_to_it) {
  made_lot("A17-1");
  Fields seizure{{"case_number", "C-2"},      {"kind", "live_round"},        {"count", "40"},         {"country", "BR"},
                 {"circumstances", "seized"}, {"custodian", "LAB"},          {"headstamp", "MKR 17"}, {"trace", "yes"},
                 {"taken_from", "MAKER"},     {"taken_from_place", "STORE"}, {"on", "2019-02-02"}};
  EXPECT_EQ(refused("recoveries", seizure), "holder_without_lot");
  seizure.emplace_back("maker", "MAKER");
  seizure.emplace_back("lot", "A17-1");
  done("recoveries", seizure);
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 9960);
  expect_verified();
}

// R89
TEST_F(Acts, a_stocktake_that_differs_freezes_the_stock_until_it_is_decided) {
  made_lot("A17-1");
  const auto stocktake = std::to_string(done(
      "stocktake", {{"holder", "MAKER"}, {"place", "STORE"}, {"counts", "MAKER A17-1 9900"}, {"on", "2018-02-01"}}));
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 10000);
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "1")), "rounds_reserved");
  EXPECT_EQ(refused("decide", {{"investigation", stocktake}, {"finding", "surplus"}, {"basis", "b"}}),
            "finding_does_not_fit");
  done("decide", {{"investigation", stocktake}, {"finding", "theft"}, {"basis", "inquiry 5"}});
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 9900);
  done("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "1"));
  EXPECT_EQ(refused("stocktake", {{"holder", "MAKER"}, {"counts", "MAKER A17-1"}}), "missing_value");
  EXPECT_EQ(refused("stocktake", {{"holder", "MAKER"}, {"counts", "MAKER A17-1 few"}}), "bad_quantity");
  const auto empty =
      std::to_string(done("stocktake", {{"holder", "ARMY"}, {"place", "VAULT"}, {"counts", "MAKER A17-1 0"}}));
  done("decide", {{"investigation", empty}, {"finding", "miscount"}, {"basis", "counted again"}});
  expect_verified();
}

TEST_F(Acts, a_surplus_is_entered_against_unattributed) {
  made_lot("A17-1");
  const auto stocktake = std::to_string(done(
      "stocktake", {{"holder", "MAKER"}, {"place", "STORE"}, {"counts", "MAKER A17-1 10007"}, {"complete", "yes"}}));
  done("decide", {{"investigation", stocktake}, {"finding", "surplus"}, {"basis", "found behind a rack"}});
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 10007);
  expect_verified();
}

// R62
TEST_F(Acts, unmarked_rounds_taken_out_of_their_package_lose_their_lot) {
  made_lot("A17-1");
  const Fields box{{"code", "(00)095212340000000013"},
                   {"level", "box"},
                   {"holder", "MAKER"},
                   {"place", "STORE"},
                   {"maker", "MAKER"},
                   {"lot", "A17-1"},
                   {"rounds", "1000"},
                   {"on", "2017-05-01"}};
  done("packages", box);
  EXPECT_EQ(refused("packages", box), "package_exists");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "9001")), "rounds_in_packages");
  EXPECT_EQ(refused("movements", {{"act", "transfer"},
                                  {"from", "MAKER"},
                                  {"from_place", "STORE"},
                                  {"to", "ARMY"},
                                  {"package", "(00)095212340000000020"},
                                  {"on", "2018"}}),
            "unknown_package");
  done("unpack_unmarked",
       {{"package", "00095212340000000013"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "100"}});
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 9900);
  const auto lot = desk_->lookup.lot("MAKER", "A17-1", "").value();
  const auto loose = store_->state().book.lots.first_by("parent", lot.number);
  ASSERT_TRUE(loose.has_value());
  EXPECT_EQ(loose->kind, custody::LotKind::loose);
  done("open", {{"package", "(00)095212340000000013"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "50"}});
  done("open", {{"package", "(00)095212340000000013"}});
  done("relot", {{"holder", "MAKER"},
                 {"place", "STORE"},
                 {"maker", "MAKER"},
                 {"lot", "A17-1"},
                 {"rounds", "9000"},
                 {"new_number", "A17-1A"}});
  EXPECT_EQ(refused("relot", {{"holder", "MAKER"},
                              {"place", "STORE"},
                              {"maker", "MAKER"},
                              {"lot", "A17-1"},
                              {"rounds", "9000"},
                              {"new_number", "A17-1B"}}),
            "not_enough_rounds");
  expect_verified();
  done("lots", {{"maker", "MAKER"},
                {"lot", "MARKED-1"},
                {"product", "BALL"},
                {"made_on", "2017"},
                {"act", "manufacture"},
                {"rounds", "10"},
                {"place", "STORE"},
                {"first_recipient", "POLICE"},
                {"licence", "MFG"},
                {"cartridge_marks", "lot"},
                {"on", "2017-04-20"}});
  done("packages", {{"code", "BOX-9"},
                    {"level", "box"},
                    {"holder", "MAKER"},
                    {"place", "STORE"},
                    {"maker", "MAKER"},
                    {"lot", "MARKED-1"},
                    {"rounds", "10"}});
  EXPECT_EQ(
      refused("unpack_unmarked", {{"package", "BOX-9"}, {"maker", "MAKER"}, {"lot", "MARKED-1"}, {"rounds", "1"}}),
      "not_marked_singly");
}

// R76
TEST_F(Acts, the_lots_of_one_package_use_up_a_licence_together) {
  made_lot("A17-1");
  made_lot("A17-2");
  done("licences", {{"number", "EXP-1"},
                    {"kind", "export"},
                    {"holder", "MAKER"},
                    {"issued_on", "2018-01-01"},
                    {"expires_on", "2018-12-31"},
                    {"export_state", "BR"},
                    {"import_state", "AR"},
                    {"transit_states", "none"},
                    {"final_recipient", "BUYER"},
                    {"description", "rifle cartridges"},
                    {"rounds", "900"}});
  done("packages", {{"code", "MIX-1"},
                    {"level", "box"},
                    {"holder", "MAKER"},
                    {"place", "STORE"},
                    {"maker", "MAKER"},
                    {"lot", "A17-1"},
                    {"rounds", "600"},
                    {"more_lots", "MAKER A17-2 400"},
                    {"on", "2017-05-01"}});
  const Fields sale{{"act", "export"},    {"from", "MAKER"},    {"from_place", "STORE"}, {"to", "BUYER"},
                    {"package", "MIX-1"}, {"licence", "EXP-1"}, {"on", "2018-05-05"}};
  EXPECT_EQ(refused("movements", sale), "licence_exhausted");
}

// R62 R104
TEST_F(Acts, unmarked_rounds_under_a_hold_stay_in_their_lot) {
  made_lot("A17-1");
  done("packages", {{"code", "BOX-1"},
                    {"level", "box"},
                    {"holder", "MAKER"},
                    {"place", "STORE"},
                    {"maker", "MAKER"},
                    {"lot", "A17-1"},
                    {"rounds", "600"},
                    {"on", "2017-05-01"}});
  done("hold", {{"holder", "MAKER"},
                {"place", "STORE"},
                {"maker", "MAKER"},
                {"lot", "A17-1"},
                {"rounds", "9500"},
                {"basis", "Order 1/2018"}});
  EXPECT_EQ(refused("unpack_unmarked", {{"package", "BOX-1"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "501"}}),
            "rounds_reserved");
  done("unpack_unmarked", {{"package", "BOX-1"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "500"}});
  expect_verified();
}

TEST_F(Acts, a_package_may_hold_several_lots) {
  made_lot("A17-1");
  made_lot("A17-2");
  const auto mixed = [](std::string_view code, std::string_view more) {
    return Fields{{"code", code},   {"level", "box"},  {"holder", "MAKER"}, {"place", "STORE"},  {"maker", "MAKER"},
                  {"lot", "A17-1"}, {"rounds", "600"}, {"more_lots", more}, {"on", "2017-05-01"}};
  };
  EXPECT_EQ(refused("packages", mixed("MIX-1", "MAKER A17-2")), "missing_value");
  EXPECT_EQ(refused("packages", mixed("MIX-1", "MAKER A17-9 5")), "unknown_lot");
  done("packages", mixed("MIX-1", "MAKER A17-2 400"));
  done("movements", {{"act", "transfer"},
                     {"from", "MAKER"},
                     {"from_place", "STORE"},
                     {"to", "ARMY"},
                     {"package", "MIX-1"},
                     {"on", "2018"}});
  EXPECT_EQ(held("ARMY", "", "A17-1").count(), 600);
  EXPECT_EQ(held("ARMY", "", "A17-2").count(), 400);
  expect_verified();
}

// R29
TEST_F(Acts, a_persons_values_stand_beside_the_log_and_are_erased_only_after_ten_years) {
  const Fields person{{"kind", "person"},
                      {"name", "Simulated Person"},
                      {"country", "BR"},
                      {"number", "ID-77"},
                      {"address", "Simulated Street 1"}};
  const RecordNumber number = done("parties", person);
  EXPECT_EQ(store_->read(number)->body.find("Simulated Person"), std::string::npos);
  const std::string code = store_->state().parties.parties.find(make_key(number))->code;
  made_lot("A17-1");
  done("movements", {{"act", "sale"},
                     {"from", "MAKER"},
                     {"from_place", "STORE"},
                     {"to", "ID-77"},
                     {"maker", "MAKER"},
                     {"lot", "A17-1"},
                     {"rounds", "50"},
                     {"on", "2018"}});
  EXPECT_EQ(refused("erase", {{"party", code}, {"basis", "request"}}), "kept_too_short");
  clock_.moment.seconds += std::int64_t{11} * 366 * 86400;
  reopen();
  EXPECT_EQ(refused("erase", {{"party", code}, {"basis", "request"}}), "kept_too_short");
  EXPECT_EQ(refused("erase", {{"party", "MAKER"}, {"basis", "request"}}), "nothing_to_erase");
  const RecordNumber other = done("parties", {{"kind", "person"}, {"name", "Other"}, {"country", "BR"}});
  const std::string other_code = store_->state().parties.parties.find(make_key(other))->code;
  EXPECT_EQ(refused("erase", {{"party", other_code}, {"basis", "request"}}), "kept_too_short");
  clock_.moment.seconds += std::int64_t{11} * 366 * 86400;
  reopen();
  done("erase", {{"party", store_->state().parties.parties.find(make_key(other))->code}, {"basis", "request"}});
  EXPECT_TRUE(store_->state().personal.all(make_key(other)).empty());
  expect_verified();
}

TEST_F(Acts, a_retailers_code_names_it_and_the_sale_it_kept) {
  made_lot("A17-1");
  const auto sale = std::to_string(done("movements", {{"act", "sale"},
                                                      {"from", "MAKER"},
                                                      {"from_place", "STORE"},
                                                      {"maker", "MAKER"},
                                                      {"lot", "A17-1"},
                                                      {"rounds", "50"},
                                                      {"on", "2018"}}));
  EXPECT_EQ(refused("retailer_mark", {{"code", "Q7X"}, {"retailer", "DEALER"}}), "bad_retailer_code");
  EXPECT_EQ(refused("retailer_mark", {{"code", "QXV"}, {"retailer", "DEALER"}, {"sale", "1"}}), "not_a_movement");
  done("retailer_mark", {{"code", "QXV"}, {"retailer", "DEALER"}, {"sale", sale}});
}

class DominicanActs : public DeskTest {
 protected:
  DominicanActs() : DeskTest({"DO", {"dominican", "brazil"}, true, "tester"}) {
    small_state();
    done("parties", {{"code", "IMPORTER"}, {"kind", "importer"}, {"name", "Importer"}, {"country", "DO"}});
    done("licences", {{"number", "IMP"},
                      {"kind", "import"},
                      {"holder", "IMPORTER"},
                      {"issued_on", "2016-01-01"},
                      {"expires_on", "2020-12-31"},
                      {"export_state", "BR"},
                      {"import_state", "DO"},
                      {"transit_states", "PA"},
                      {"final_recipient", "DEALER"},
                      {"description", "d"},
                      {"rounds", "100000"}});
  }
  Fields import(std::string_view cartridge, std::string_view package) {
    return {{"maker", "MAKER"},         {"lot", "I-1"},
            {"product", "BALL"},        {"made_on", "2017"},
            {"act", "import"},          {"importer", "IMPORTER"},
            {"rounds", "10"},           {"first_recipient", "DEALER"},
            {"licence", "IMP"},         {"cartridge_marks", cartridge},
            {"package_marks", package}, {"on", "2017-04-20"}};
  }
};

// R64
TEST_F(DominicanActs, unmarked_imports_are_refused_where_the_regime_forbids_them) {
  EXPECT_EQ(refused("lots", import("manufacturer", "calibre")), "unmarked_refused");
  done("lots", import("", "lot"));
}

// R65 R66
TEST_F(DominicanActs, an_official_lot_is_marked_with_lot_and_purchaser_and_not_too_large) {
  Fields lot{{"maker", "MAKER"},
             {"lot", "O-1"},
             {"product", "BALL"},
             {"made_on", "2017"},
             {"act", "manufacture"},
             {"rounds", "30000"},
             {"first_recipient", "POLICE"},
             {"licence", "MFG"},
             {"channel", "official"},
             {"cartridge_marks", "lot"},
             {"package_marks", "barcode"},
             {"on", "2017-04-20"}};
  EXPECT_EQ(refused("lots", lot), "unmarked_refused");
  lot[9].second = "lot;purchaser";
  EXPECT_EQ(refused("lots", lot), "lot_too_large");
  lot[5].second = "25000";
  done("lots", lot);
}

// R82
TEST_F(DominicanActs, where_dealers_name_their_buyers_a_sale_without_one_is_refused) {
  made_lot("A17-1");
  EXPECT_EQ(refused("movements", {{"act", "sale"},
                                  {"from", "MAKER"},
                                  {"from_place", "STORE"},
                                  {"maker", "MAKER"},
                                  {"lot", "A17-1"},
                                  {"rounds", "50"},
                                  {"on", "2018"}}),
            "buyer_not_recorded");
}

TEST(Opening, names_a_regime_that_exists) {
  ClockAt clock;
  proof::SystemSalts salts;
  const auto catalogue = catalogue::Catalogue::load({LOTLINE_SOURCE_DIR "/data"}).value();
  const auto opening = service::decide_opening({"BR", {"ecowass"}, false, "t"}, catalogue, clock, salts);
  ASSERT_FALSE(opening.has_value());
  EXPECT_NE(opening.error().text.find("did you mean \"ecowas\""), std::string::npos);
}

}  // namespace lotline
