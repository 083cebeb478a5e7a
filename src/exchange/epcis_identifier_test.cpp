#include "exchange/epcis_identifier.h"

#include <gtest/gtest.h>

#include "exchange/epcis_digital_link.h"
#include "exchange/epcis_urn.h"
#include "exchange/refusals.h"
#include "marking/refusals.h"

namespace lotline::exchange {
namespace {

struct Spelling {
  std::string_view written;
  EpcisKey key;
  std::string_view canonical;
};

TEST(EpcisIdentifier, each_gs1_key_has_one_canonical_link_however_it_is_written) {
  constexpr std::string_view kLink = "https://id.gs1.org/";
  const Spelling spellings[] = {
      {"urn:epc:id:sgtin:4012345.012345.12", EpcisKey::sgtin, "01/04012345123456/21/12"},
      {"https://id.gs1.org/01/04012345123456/21/12", EpcisKey::sgtin, "01/04012345123456/21/12"},
      {"https://example.com/any/path/gtin/4012345123456/ser/12?linkType=gs1:pip", EpcisKey::sgtin,
       "01/04012345123456/21/12"},
      {"http://id.gs1.de/01/04012345123456/10/L-1/21/12", EpcisKey::sgtin, "01/04012345123456/21/12"},
      {"urn:epc:class:lgtin:4012345.012345.Lot%2F1(a)", EpcisKey::lgtin, "01/04012345123456/10/Lot%2F1%28a%29"},
      {"https://id.gs1.org/01/04012345123456/22/V1/10/Lot%2f1(a)", EpcisKey::lgtin,
       "01/04012345123456/10/Lot%2F1%28a%29"},
      {"urn:epc:idpat:sgtin:4012345.012345.*", EpcisKey::gtin, "01/04012345123456"},
      {"https://id.gs1.org/01/04012345123456", EpcisKey::gtin, "01/04012345123456"},
      {"https://id.gs1.org/01/40123455", EpcisKey::gtin, "01/00000040123455"},
      {"urn:epc:id:sscc:4012345.0000000333", EpcisKey::sscc, "00/040123450000003338"},
      {"https://id.gs1.org/00/040123450000003338", EpcisKey::sscc, "00/040123450000003338"},
      {"urn:epc:id:sgln:4012345.00011.987", EpcisKey::gln, "414/4012345000115/254/987"},
      {"https://id.gs1.org/414/4012345000115/254/987", EpcisKey::gln, "414/4012345000115/254/987"},
      {"urn:epc:id:sgln:4012345.00011.0", EpcisKey::gln, "414/4012345000115"},
      {"https://id.gs1.org/gln/4012345000115", EpcisKey::gln, "414/4012345000115"},
      {"urn:epc:id:pgln:4012345.00225", EpcisKey::pgln, "417/4012345002256"},
      {"https://id.gs1.org/417/4012345002256", EpcisKey::pgln, "417/4012345002256"},
      {"urn:epc:id:gdti:4012345.55555.98", EpcisKey::gdti, "253/401234555555498"},
      {"https://id.gs1.org/253/401234555555498", EpcisKey::gdti, "253/401234555555498"},
      {"urn:epc:idpat:gdti:4012345.55555.*", EpcisKey::gdti, "253/4012345555554"},
      {"urn:epc:id:grai:4012345.66666.87", EpcisKey::grai, "8003/0401234566666387"},
      {"https://id.gs1.org/8003/0401234566666387", EpcisKey::grai, "8003/0401234566666387"},
      {"urn:epc:idpat:grai:4012345.66666.*", EpcisKey::grai, "8003/04012345666663"},
      {"urn:epc:id:giai:4012345.AAbb", EpcisKey::giai, "8004/4012345AAbb"},
      {"https://id.gs1.org/8004/4012345AAbb", EpcisKey::giai, "8004/4012345AAbb"},
      {"urn:epc:id:gsrn:4012345.9876540000", EpcisKey::gsrn, "8018/401234598765400000"},
      {"https://id.gs1.org/8018/401234598765400000", EpcisKey::gsrn, "8018/401234598765400000"},
      {"urn:epc:id:gsrnp:4012345.0000098765", EpcisKey::gsrnp, "8017/401234500000987658"},
      {"https://id.gs1.org/8017/401234500000987658", EpcisKey::gsrnp, "8017/401234500000987658"},
      {"urn:epc:id:sgcn:4012345.99999.44", EpcisKey::gcn, "255/401234599999044"},
      {"https://id.gs1.org/255/401234599999044", EpcisKey::gcn, "255/401234599999044"},
      {"urn:epc:idpat:sgcn:4012345.99999.*", EpcisKey::gcn, "255/4012345999990"},
      {"urn:epc:id:cpi:4012345.ABC.123", EpcisKey::cpi, "8010/4012345ABC/8011/123"},
      {"https://id.gs1.org/8010/4012345ABC/8011/123", EpcisKey::cpi, "8010/4012345ABC/8011/123"},
      {"urn:epc:idpat:cpi:4012345.ABC.*", EpcisKey::cpi, "8010/4012345ABC"},
      {"urn:epc:id:ginc:4012345.333", EpcisKey::ginc, "401/4012345333"},
      {"https://id.gs1.org/401/4012345333", EpcisKey::ginc, "401/4012345333"},
      {"urn:epc:id:gsin:4012345.999987654", EpcisKey::gsin, "402/40123459999876541"},
      {"https://id.gs1.org/402/40123459999876541", EpcisKey::gsin, "402/40123459999876541"},
      {"urn:epc:id:itip:4012345.012345.01.02.999", EpcisKey::itip, "8006/040123451234560102/21/999"},
      {"https://id.gs1.org/8006/040123451234560102/21/999", EpcisKey::itip, "8006/040123451234560102/21/999"},
      {"urn:epc:idpat:itip:4012345.012345.01.02.*", EpcisKey::itip, "8006/040123451234560102"},
      {"https://id.gs1.org/8006/040123451234560102/10/L", EpcisKey::itip, "8006/040123451234560102/10/L"},
      {"urn:epc:id:upui:4012345.012345.AB12", EpcisKey::upui, "01/04012345123456/235/AB12"},
      {"https://id.gs1.org/01/04012345123456/235/AB12", EpcisKey::upui, "01/04012345123456/235/AB12"},
  };
  for (const auto& [written, key, canonical] : spellings) {
    const auto id = read_epcis_identifier(written);
    EXPECT_EQ(id.key, key) << written;
    EXPECT_EQ(id.canonical, std::string{kLink}.append(canonical)) << written;
    EXPECT_FALSE(id.fault) << written << ": " << id.fault->text;
  }
}

TEST(EpcisIdentifier, number_lot_and_serial_are_told_apart) {
  const auto lot = read_epcis_identifier("urn:epc:class:lgtin:4012345.012345.Lot%2F1");
  EXPECT_EQ(lot.number, "04012345123456");
  EXPECT_EQ(lot.lot, "Lot/1");
  EXPECT_EQ(lot.serial, "");
  const auto box = read_epcis_identifier("https://id.gs1.org/01/04012345123456/10/L1/21/9");
  EXPECT_EQ(box.lot, "L1");
  EXPECT_EQ(box.serial, "9");
  const auto paper = read_epcis_identifier("https://id.gs1.org/253/9521234000204EXP2026-7");
  EXPECT_EQ(paper.number, "9521234000204");
  EXPECT_EQ(paper.serial, "EXP2026-7");
  EXPECT_EQ(read_epcis_identifier("urn:epc:id:sgln:4012345.00011.987").serial, "987");
  EXPECT_EQ(read_epcis_identifier("https://id.gs1.org/414/4012345000115/7040/1ABC").serial, "");
}

TEST(EpcisIdentifier, what_is_no_gs1_key_is_a_private_uri_and_kept_as_written) {
  for (const std::string_view written :
       {"https://example.org/headstamp/class/XYZ-26", "urn:uuid:00000000-0000-0000-0000-000000000001",
        "urn:epc:id:gid:1.2.3", "urn:epc:po:123", "urn:epc:class:gtin:1", "urn:epc:idpat:sscc:4012345.*",
        "urn:epc:id:lgtin:4012345.012345.L", "urn:epc:id:sgtinx:4012345.012345.12", "geo:12.5,13",
        "urn:epc:id:", "https://example.com/01/ABC", "https://example.com/414/4012345000115/10/L",
        "https://example.com", "https://", "https://example.com/01", "https://example.com/a/01/04012345123456/b",
        "ex:thing", "https://example.com/01/04012345123456/21/%zz"}) {
    const auto id = read_epcis_identifier(written);
    EXPECT_EQ(id.key, EpcisKey::private_uri) << written;
    EXPECT_EQ(id.canonical, written);
    EXPECT_FALSE(id.fault) << written << ": " << id.fault->text;
  }
}

TEST(EpcisIdentifier, a_key_with_a_wrong_check_digit_is_said_to_have_one_under_any_domain) {
  for (const std::string_view written :
       {"https://id.gs1.org/01/04012345123457/21/12", "https://example.com/00/040123450000003339",
        "https://id.gs1.org/8006/040123451234570102"}) {
    const auto id = read_epcis_identifier(written);
    ASSERT_TRUE(id.fault) << written;
    EXPECT_EQ(id.fault->number, marking::bad_check_digit.number);
    EXPECT_EQ(id.canonical, written);
  }
}

TEST(EpcisIdentifier, under_the_domain_of_gs1_a_link_must_be_well_formed) {
  for (const std::string_view written :
       {"https://id.gs1.org/01/04012345123", "https://id.gs1.org/01/04012345123456789",
        "https://id.gs1.org/01/0401234512345X", "https://id.gs1.org/01/04012345123456/254/1",
        "https://id.gs1.org/01/04012345123456/10/", "https://id.gs1.org/01/04012345123456/10/123456789012345678901",
        "https://id.gs1.org/01/04012345123456/10/a%20b", "https://id.gs1.org/01/04012345123456/1010/a",
        "https://id.gs1.org/8006/04012345123456", "https://id.gs1.org/8004/", "https://id.gs1.org/255/4012345999990X",
        "https://id.gs1.org/99/1", "https://id.gs1.org", "https://id.gs1.org/x"})
    EXPECT_EQ(read_epcis_identifier(written).fault.value_or(Refusal{}).number, bad_gs1_uri.number) << written;
  EXPECT_EQ(read_epcis_identifier("https://id.gs1.org/01/04012345123456/10/%zz").fault.value_or(Refusal{}).number,
            marking::bad_percent_code.number);
}

TEST(EpcisIdentifier, the_urn_of_a_gs1_key_must_be_well_formed) {
  for (const std::string_view written : {"urn:epc:id:sgtin:40123.01234567.1",
                                         "urn:epc:id:sgtin:4012345678901.0.1",
                                         "urn:epc:id:sgtin:401234X.012345.1",
                                         "urn:epc:id:sgtin:4012345.0123456.1",
                                         "urn:epc:id:sgtin:4012345.01234X.1",
                                         "urn:epc:id:sgtin:4012345.012345.",
                                         "urn:epc:id:sgtin:4012345.012345.123456789012345678901",
                                         "urn:epc:id:sgtin:4012345.012345.a%20b",
                                         "urn:epc:id:sgtin:4012345.012345",
                                         "urn:epc:id:sscc:4012345.0000000333.1",
                                         "urn:epc:id:pgln:4012345.00225.0",
                                         "urn:epc:idpat:sgtin:4012345.012345.12",
                                         "urn:epc:id:itip:4012345.012345.1.02.999",
                                         "urn:epc:id:itip:4012345.012345.01.2.999",
                                         "urn:epc:id:itip:4012345.012345.0x.02.999",
                                         "urn:epc:id:itip:4012345.012345.01.0x.999",
                                         "urn:epc:id:cpi:4012345.abc.1",
                                         "urn:epc:id:cpi:4012345.ABC.X",
                                         "urn:epc:id:giai:4012345.",
                                         "urn:epc:id:ginc:4012345.123456789012345678901234",
                                         "urn:epc:id:sgcn:4012345.99999.A",
                                         "urn:epc:id:sgtin:"})
    EXPECT_EQ(read_epcis_identifier(written).fault.value_or(Refusal{}).number, bad_gs1_uri.number) << written;
}

TEST(EpcisIdentifier, links_that_are_made_are_the_canonical_ones) {
  for (const auto& link : {epcis_lot_link("04012345123456", "Lot/1"), epcis_sgtin_link("04012345123456", "A(1)"),
                           epcis_sscc_link("040123450000003338"), epcis_gln_link("4012345000115"),
                           epcis_gln_link("4012345000115", "7"), epcis_pgln_link("4012345002256"),
                           epcis_gdti_link("9521234000204", "EXP-7"), epcis_gdti_link("9521234000204", "")}) {
    const auto id = read_epcis_identifier(link);
    EXPECT_EQ(id.canonical, link);
    EXPECT_NE(id.key, EpcisKey::private_uri) << link;
  }
}

}  // namespace
}  // namespace lotline::exchange
