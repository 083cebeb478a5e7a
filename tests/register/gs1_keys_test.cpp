// GS1 numbers of parties, places, licences and trade items: what documents name things by.

#include "service/verify.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

class Gs1Keys : public DeskTest {
 protected:
  Gs1Keys() { small_state(); }

  static Fields party(std::string_view code, std::string_view pgln) {
    return {{"code", code}, {"kind", "dealer"}, {"name", "Simulated"}, {"country", "BR"}, {"pgln", pgln}};
  }
  static Fields licence(std::string_view number, std::string_view gdti) {
    return {{"number", number},          {"gdti", gdti},
            {"kind", "trade"},           {"holder", "DEALER"},
            {"issued_on", "2016-01-01"}, {"expires_on", "2020-01-01"}};
  }
  static Fields place(std::string_view gln, std::string_view extension, std::string_view name) {
    return {{"gln", gln}, {"extension", extension}, {"holder", "MAKER"}, {"place", name}};
  }
};

TEST_F(Gs1Keys, a_party_is_found_by_its_gs1_number) {
  done("parties", party("SHOP", "9521234000013"));
  EXPECT_EQ(desk_->lookup.party_of_pgln("9521234000013")->code, "SHOP");
  EXPECT_EQ(desk_->lookup.party_of_pgln("9521234000037").error().name, "unknown_party");
  EXPECT_EQ(refused("parties", party("SHOP-2", "9521234000013")), "pgln_taken");
  EXPECT_EQ(refused("parties", party("SHOP-2", "9521234000014")), "bad_gs1_number");  // its check digit
  EXPECT_EQ(refused("parties", party("SHOP-2", "952123400001")), "bad_gs1_number");
  EXPECT_EQ(refused("parties", party("SHOP-2", "952123400001X")), "bad_gs1_number");
  EXPECT_TRUE(service::verify(*store_).has_value());
}

TEST_F(Gs1Keys, a_licence_is_found_by_the_gs1_number_of_its_document) {
  done("licences", licence("T-1", "9521234000204EXP2026-7"));
  EXPECT_EQ(desk_->lookup.licence_of_gdti("9521234000204EXP2026-7")->number, "T-1");
  EXPECT_EQ(desk_->lookup.licence_of_gdti("9521234000204").error().name, "unknown_licence");
  EXPECT_EQ(refused("licences", licence("T-2", "9521234000204EXP2026-7")), "gdti_taken");
  EXPECT_EQ(refused("licences", licence("T-2", "9521234000205EXP2026-7")), "bad_gs1_number");
  EXPECT_EQ(refused("licences", licence("T-2", "9521234000204EXP 7")), "bad_gs1_number");
  EXPECT_EQ(refused("licences", licence("T-2", "9521234000204123456789012345678")), "bad_gs1_number");
  done("licences", licence("T-3", "9521234000204"));
}

TEST_F(Gs1Keys, a_location_number_names_a_place_and_its_parts_where_they_are_told_apart) {
  done("places", place("9521234000112", "", "STORE"));
  done("places", place("9521234000112", "4", "DOCK"));
  EXPECT_EQ(desk_->lookup.place_of_gln("9521234000112", "")->place, "STORE");
  EXPECT_EQ(desk_->lookup.place_of_gln("9521234000112", "4")->place, "DOCK");
  EXPECT_EQ(desk_->lookup.place_of_gln("9521234000112", "5")->place, "STORE");
  EXPECT_EQ(desk_->lookup.place_of_gln("9521234000310", "").error().name, "unknown_place");
  EXPECT_EQ(refused("places", place("9521234000112", "", "OTHER")), "place_exists");
  EXPECT_EQ(refused("places", place("9521234000113", "", "OTHER")), "bad_gs1_number");
  EXPECT_TRUE(service::verify(*store_).has_value());
}

TEST_F(Gs1Keys, a_gtin_says_how_many_rounds_one_of_it_holds) {
  const auto item = [](std::string_view gtin, std::string_view level, std::string_view rounds) {
    return Fields{{"gtin", gtin}, {"product", "BALL"}, {"level", level}, {"rounds", rounds}};
  };
  done("trade_items", item("9521234543213", "single", "1"));
  done("trade_items", item("19521234543210", "box", "20"));
  EXPECT_EQ(desk_->lookup.trade_item("19521234543210")->rounds, Rounds(20));
  EXPECT_EQ(desk_->lookup.trade_item("09521234543213")->level, custody::TradeItemLevel::single);
  EXPECT_EQ(desk_->lookup.trade_item("29521234543217").error().name, "unknown_trade_item");
  EXPECT_EQ(refused("trade_items", item("19521234543210", "box", "20")), "trade_item_exists");
  EXPECT_EQ(refused("trade_items", item("(00)095212340000000013", "case", "20")), "not_a_gtin");
  EXPECT_EQ(refused("trade_items", item("19521234543211", "box", "20")), "bad_check_digit");
  EXPECT_TRUE(service::verify(*store_).has_value());
}

TEST_F(Gs1Keys, a_persons_code_is_made_at_random_or_one_that_another_register_made) {
  const auto person = [](std::string_view code) {
    return Fields{{"code", code}, {"kind", "person"}, {"country", "BR"}};
  };
  done("parties", person("P-0123456789abcdef"));
  EXPECT_TRUE(desk_->lookup.party("P-0123456789abcdef").has_value());
  EXPECT_EQ(refused("parties", person("JOHN")), "person_code");
  EXPECT_EQ(refused("parties", person("P-0123456789abcdeX")), "person_code");
  EXPECT_EQ(refused("parties", person("Q-0123456789abcdef")), "person_code");
}

}  // namespace lotline
