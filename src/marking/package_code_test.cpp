#include "marking/package_code.h"

#include <gtest/gtest.h>

#include "marking/gs1_element_string.h"
#include "marking/refusals.h"

namespace lotline::marking {
namespace {

const Day kToday = day_of(2026, 3, 1);

PackageCode read(std::string_view text) {
  const auto code = read_package_code(text, kToday);
  EXPECT_TRUE(code.has_value()) << text << ": " << (code ? "" : code.error().text);
  return code.value_or(PackageCode{});
}

int refusal(std::string_view text) {
  const auto code = read_package_code(text, kToday);
  EXPECT_FALSE(code.has_value()) << text;
  return code ? 0 : code.error().number;
}

constexpr std::string_view kBox = "(01)09521234543213(10)ABC123(30)50";

// R69
TEST(PackageCode, a_bracketed_string_gives_product_lot_and_count) {
  const auto code = read(kBox);
  EXPECT_TRUE(code.is_gs1());
  EXPECT_EQ(code.gtin, "09521234543213");
  EXPECT_EQ(code.lot, "ABC123");
  EXPECT_EQ(code.count, 50);
  EXPECT_EQ(code.sscc, std::nullopt);
  EXPECT_EQ(read(" (01) 09521234543213 (10) ABC123 (30) 50 ").lot, "ABC123");
}

// R69
TEST(PackageCode, every_spelling_of_a_code_has_the_same_key) {
  for (const auto* spelling :
       {"(01)09521234543213(10)ABC123", "(10)ABC123(01)09521234543213", "]d2010952123454321310ABC123",
        "]C1010952123454321310ABC123",
        "\x1D"
        "10ABC123\x1D"
        "0109521234543213",
        "010952123454321310ABC123", "https://id.gs1.org/01/09521234543213/10/ABC123",
        "HTTPS://maker.example/a/b/01/9521234543213/10/ABC%3123", "urn:epc:class:lgtin:9521234.054321.ABC123"})
    EXPECT_EQ(package_code_key(read(spelling)), "(01)09521234543213(10)ABC123") << spelling;
}

// R69
TEST(PackageCode, a_tampered_check_digit_is_refused_in_every_spelling) {
  for (const auto* spelling : {"(01)09521234543214(10)ABC123", "]d2010952123454321410ABC123", "09521234543214",
                               "9521234543214", "https://id.gs1.org/01/09521234543214", "(00)095212345432134566",
                               "095212345432134566", "(00)106141412345678908(02)09521234543214(37)12"})
    EXPECT_EQ(refusal(spelling), bad_check_digit.number) << spelling;
}

// R69
TEST(PackageCode, a_digit_changed_anywhere_in_a_number_is_refused) {
  for (std::size_t at = 0; at < 18; ++at) {
    std::string sscc = "106141412345678908";
    EXPECT_EQ(read(sscc).sscc, sscc);
    sscc[at] = sscc[at] == '9' ? '0' : static_cast<char>(sscc[at] + 1);
    EXPECT_EQ(refusal(sscc), bad_check_digit.number) << sscc;
  }
}

TEST(PackageCode, bare_numbers_are_filled_up_to_fourteen_digits) {
  EXPECT_EQ(read("9521234543213").gtin, "09521234543213");
  EXPECT_EQ(read("614141999996").gtin, "00614141999996");
  EXPECT_EQ(read("95012346").gtin, "00000095012346");
  EXPECT_EQ(read("19521234543210").gtin, "19521234543210");
}

TEST(PackageCode, a_raw_string_ends_a_value_at_the_separator_or_at_its_own_length) {
  const auto code = read(
      "]d20109521234543213172605312010\x1D"
      "21XY-1\x1D"
      "10L/7");
  EXPECT_EQ(code.gtin, "09521234543213");
  EXPECT_EQ(code.variant, "10");
  EXPECT_EQ(code.serial, "XY-1");
  EXPECT_EQ(code.lot, "L/7");
  EXPECT_EQ(to_text(code.expires.value()), "2026-05-31");
}

TEST(PackageCode, identifiers_stay_in_the_order_read) {
  const auto code = read("(10)A(01)09521234543213(240)Q");
  ASSERT_EQ(code.elements.size(), 3U);
  EXPECT_EQ(code.elements[0], (Gs1Element{"10", "A"}));
  EXPECT_EQ(code.value("240"), "Q");
  EXPECT_EQ(code.value("241"), std::nullopt);
}

TEST(PackageCode, a_logistic_unit_names_its_content_and_count) {
  const auto code = read("(00)106141412345678908(02)09521234543213(37)12(10)L1");
  EXPECT_EQ(code.sscc, "106141412345678908");
  EXPECT_EQ(code.contained_gtin, "09521234543213");
  EXPECT_EQ(code.gtin, std::nullopt);
  EXPECT_EQ(code.count, 12);
}

TEST(PackageCode, day_zero_means_the_month_and_the_century_is_the_nearest) {
  EXPECT_EQ(to_text(read("(01)09521234543213(11)190500").produced.value()), "2019-05");
  EXPECT_EQ(to_text(read("(01)09521234543213(11)870101").produced.value()), "1987-01-01");
  EXPECT_EQ(to_text(read("(01)09521234543213(11)760101").produced.value()), "2076-01-01");
  EXPECT_EQ(to_text(read("(01)09521234543213(11)770101").produced.value()), "1977-01-01");
  const auto late = read_package_code("(01)09521234543213(17)100101", day_of(2065, 1, 1));
  EXPECT_EQ(to_text(late.value().expires.value()), "2110-01-01");
}

TEST(PackageCode, a_date_that_does_not_exist_is_refused) {
  EXPECT_EQ(refusal("(01)09521234543213(11)191301"), bad_package_date.number);
  EXPECT_EQ(refusal("(01)09521234543213(11)190230"), bad_package_date.number);
  EXPECT_EQ(refusal("(01)09521234543213(17)190001"), bad_package_date.number);
}

TEST(PackageCode, lengths_and_characters_are_those_of_the_identifier) {
  for (const auto* text :
       {"(01)0952123454321(10)A", "(01)09521234543213(10)", "(01)09521234543213(10)123456789012345678901",
        "(01)09521234543213(10)A B", "(01)09521234543213(10)\xD0\x90", "(01)09521234543213(30)5A",
        "(01)09521234543213(30)123456789", "(01)0952123454321A", "(8006)0952123454321301", "(8010)abc",
        "(01)09521234543213(20)1", "(253)9521234543213123456789012345678", "(421)12"})
    EXPECT_EQ(refusal(text), bad_identifier_value.number) << text;
  EXPECT_EQ(read("(01)09521234543213(10)12345678901234567890").lot, "12345678901234567890");
  EXPECT_EQ(read("(253)9521234543213").value("253"), "9521234543213");
  EXPECT_EQ(read("(253)9521234543213A/1").value("253"), "9521234543213A/1");
  EXPECT_EQ(read("(8006)095212345432130102(10)A").value("8006"), "095212345432130102");
  EXPECT_EQ(read("(8010)95212-AB/1#2(8011)7").value("8010"), "95212-AB/1#2");
}

TEST(PackageCode, an_unknown_identifier_is_refused_by_name) {
  const auto code = read_package_code("(01)09521234543213(89)1", kToday);
  ASSERT_FALSE(code.has_value());
  EXPECT_EQ(code.error().number, unknown_identifier.number);
  EXPECT_NE(code.error().text.find("(89)"), std::string::npos);
  EXPECT_EQ(refusal("]d2891"), unknown_identifier.number);
  EXPECT_EQ(refusal("(3106)000001(01)09521234543213"), unknown_identifier.number);
  EXPECT_EQ(refusal("(310)000001"), unknown_identifier.number);
  EXPECT_EQ(refusal("()1"), unknown_identifier.number);
  EXPECT_EQ(refusal("(0/)1"), unknown_identifier.number);
}

TEST(PackageCode, an_identifier_that_needs_another_is_refused_alone) {
  for (const auto* text : {"(10)ABC", "(21)1", "(11)190501", "(30)50", "(37)12(00)106141412345678908",
                           "(02)09521234543213(00)106141412345678908", "(250)1(01)09521234543213", "(20)01",
                           "(00)106141412345678908(30)50", "(02)09521234543213(37)12"})
    EXPECT_EQ(refusal(text), identifier_alone.number) << text;
  EXPECT_EQ(read("(01)09521234543213(21)7(250)1").serial, "7");
}

TEST(PackageCode, identifiers_that_exclude_each_other_are_refused) {
  for (const auto* text :
       {"(01)09521234543213(02)09521234543213(37)1(00)106141412345678908", "(01)09521234543213(21)1(235)2",
        "(01)09521234543213(3100)000001(3102)000001", "(01)09521234543213(37)1", "(420)1(421)1241"})
    EXPECT_EQ(refusal(text), identifiers_conflict.number) << text;
}

TEST(PackageCode, an_identifier_twice_is_one_only_when_the_values_agree) {
  EXPECT_EQ(refusal("(01)09521234543213(10)A(10)B"), identifier_repeated.number);
  EXPECT_EQ(read("(01)09521234543213(10)A(10)A").elements.size(), 2U);
}

TEST(PackageCode, a_bracket_left_out_is_refused) {
  EXPECT_EQ(refusal("(01)09521234543213(10"), bad_package_code.number);
  EXPECT_EQ(refusal("(0109521234543213"), bad_package_code.number);
}

TEST(PackageCode, brackets_inside_a_value_survive_the_way_there_and_back) {
  const auto code = read("(01)09521234543213(10)A\\(1)B");
  EXPECT_EQ(code.lot, "A(1)B");
  EXPECT_EQ(to_bracketed(code), "(01)09521234543213(10)A\\(1)B");
  EXPECT_EQ(read(to_bracketed(code)).lot, "A(1)B");
}

TEST(PackageCode, a_digital_link_has_attributes_in_its_query) {
  const auto code = read("https://example.com/01/09521234543213/10/A%2F1/21/S?17=260531&linkType=all;30=50#top");
  EXPECT_EQ(code.lot, "A/1");
  EXPECT_EQ(code.serial, "S");
  EXPECT_EQ(code.count, 50);
  EXPECT_EQ(to_text(code.expires.value()), "2026-05-31");
  EXPECT_EQ(read("http://example.com/01/09521234543213/").gtin, "09521234543213");
  EXPECT_EQ(read("https://example.com/00/106141412345678908").sscc, "106141412345678908");
}

TEST(PackageCode, a_web_address_without_a_key_is_no_digital_link) {
  for (const auto* text : {"https://example.com", "https:///01/09521234543213", "https://example.com/",
                           "https://example.com/boxes/7", "https://example.com/01", "https://x?01=/01/09521234543213"})
    EXPECT_EQ(refusal(text), bad_digital_link.number) << text;
}

TEST(PackageCode, qualifiers_of_a_digital_link_stand_in_their_order) {
  EXPECT_EQ(read("https://x/01/09521234543213/22/V/21/S").serial, "S");
  EXPECT_EQ(read("https://x/01/09521234543213/235/T").value("235"), "T");
  for (const auto* text : {"https://x/01/09521234543213/21/S/10/L", "https://x/01/09521234543213/17/260531",
                           "https://x/01/09521234543213/10/L/235/T", "https://x/00/106141412345678908/10/L"})
    EXPECT_EQ(refusal(text), bad_digital_link.number) << text;
}

TEST(PackageCode, a_broken_percent_code_is_refused) {
  for (const auto* text :
       {"https://x/01/09521234543213/10/A%2", "https://x/01/09521234543213/10/A%G1", "https://x/01/09521234543213?10=%",
        "urn:epc:class:lgtin:9521234.054321.A%", "https://x/01/09521234543213/10/A%91"})
    EXPECT_EQ(refusal(text), bad_percent_code.number) << text;
}

TEST(PackageCode, epc_urns_get_their_check_digit_back) {
  EXPECT_EQ(read("urn:epc:id:sscc:0614141.1234567890").sscc, "106141412345678908");
  EXPECT_EQ(read("urn:epc:id:sgtin:9521234.054321.S%2F1").serial, "S/1");
  EXPECT_EQ(read("urn:epc:id:sgtin:9521234.054321.S%2F1").gtin, "09521234543213");
  EXPECT_EQ(read("urn:epc:idpat:sgtin:9521234.154321.*").gtin, "19521234543210");
}

TEST(PackageCode, an_epc_urn_of_another_kind_or_length_is_refused) {
  for (const auto* text : {"urn:epc:id:sgln:0614141.12345.400", "urn:epc:id:sscc:0614141.123456789",
                           "urn:epc:id:sscc:06141.412345678901", "urn:epc:id:sscc:0614141.12345678X0",
                           "urn:epc:id:sscc:0614141123456.7890", "urn:epc:class:lgtin:95A1234.054321.A",
                           "urn:epc:id:sscc:", "urn:epc:class:lgtin:9521234.", "urn:epc:class:lgtin:9521234054321.A"})
    EXPECT_EQ(refusal(text), bad_epc_urn.number) << text;
}

TEST(PackageCode, an_in_house_code_is_taken_as_it_stands) {
  const auto code = read(" CX-2019/044_a.1 ");
  EXPECT_FALSE(code.is_gs1());
  EXPECT_EQ(code.plain, "CX-2019/044_a.1");
  EXPECT_EQ(package_code_key(code), "CX-2019/044_a.1");
  EXPECT_EQ(to_bracketed(code), "CX-2019/044_a.1");
}

TEST(PackageCode, other_characters_nothing_or_too_much_are_refused) {
  for (const std::string& text :
       {std::string{}, std::string{"A B"}, std::string{"A;B"}, std::string{"\xD0\x90"}, std::string(81, 'A'),
        std::string{"]C1"}, std::string{"\x1D"}, std::string("A\0B", 3), std::string{"\xFF\xFE"}})
    EXPECT_EQ(refusal(text), bad_package_code.number) << text;
}

// R69
TEST(PackageCode, encoding_and_reading_again_gives_the_same_code) {
  for (const auto* text :
       {"(01)09521234543213(10)A/1%(17)260531(21)S+&=1(240)x?y(3103)001250",
        "(00)106141412345678908(02)09521234543213(37)12(10)L1(420)75001", "(414)9521234543213(254)7"}) {
    const auto code = read(text);
    EXPECT_EQ(package_code_key(read(to_bracketed(code))), package_code_key(code));
    EXPECT_EQ(package_code_key(read("]d2" + to_raw(code).value())), package_code_key(code));
    EXPECT_EQ(package_code_key(read(to_digital_link(code).value())), package_code_key(code));
  }
  EXPECT_EQ(to_raw(read(kBox)).value(),
            "0109521234543213"
            "10ABC123\x1D"
            "3050");
  EXPECT_EQ(to_digital_link(read("(21)7(17)260531(01)09521234543213(10)A"), "box.example").value(),
            "https://box.example/01/09521234543213/10/A/21/7?17=260531");
}

TEST(PackageCode, what_has_no_key_cannot_become_a_link_nor_a_plain_code_a_raw_string) {
  EXPECT_EQ(to_digital_link(read("(90)X")).error().number, not_encodable.number);
  EXPECT_EQ(to_digital_link(read("BOX-1")).error().number, not_encodable.number);
  EXPECT_EQ(to_raw(read("BOX-1")).error().number, not_encodable.number);
}

}  // namespace
}  // namespace lotline::marking
