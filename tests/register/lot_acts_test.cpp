// Lots as they enter a register: numbered, licensed, marked as the regime in force asks.

#include "tests/register/desk_fixture.h"

namespace lotline {

class LotActs : public SmallState {};

// R83
TEST_F(LotActs, a_lot_without_number_or_first_recipient_is_refused) {
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
TEST_F(LotActs, production_outside_a_licence_is_refused_and_history_needs_a_reason) {
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
TEST_F(LotActs, other_conventional_ammunition_is_recorded_outside_the_protocols_rules) {
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

TEST_F(LotActs, a_second_row_of_a_lot_adds_rounds_and_two_products_share_a_number) {
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

class DominicanActs : public SmallState {
 protected:
  DominicanActs() : SmallState({"DO", {"dominican", "brazil"}, true, "tester"}) {
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

}  // namespace lotline
