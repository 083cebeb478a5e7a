#include "parties/party.h"

#include <gtest/gtest.h>

#include "parties/memory_tables.h"
#include "parties/registration.h"

namespace lotline::parties {
namespace {

struct Parties : ::testing::Test {
  MemoryTable<PartyRow> rows;
  MemoryTable<MakerCodeRow> codes;
  MemoryTable<PlaceRow> places;
  Directory directory{rows, codes, places};

  static PartyRegistered a(PartyKind kind, const std::string& code) {
    PartyRegistered party;
    party.code = code;
    party.kind = kind;
    party.name = kind == PartyKind::person ? "" : "Simulated " + code;
    party.country = "BR";
    return party;
  }
  std::string refusal(const PartyRegistered& party) const {
    const auto decided = decide_party(directory, party);
    return decided ? "" : decided.error().name;
  }
  void add(RecordNumber number, PartyKind kind, const std::string& code, PartyId parent = {}) {
    PartyRegistered party = a(kind, code);
    party.parent = parent;
    apply(decide_party(directory, party).value(), number, directory);
  }
};

TEST_F(Parties, a_party_has_a_code_of_its_own_a_name_and_a_country) {
  EXPECT_EQ(refusal(a(PartyKind::dealer, "D")), "");
  EXPECT_EQ(refusal(a(PartyKind::dealer, "")), "missing_value");
  PartyRegistered nameless = a(PartyKind::dealer, "D");
  nameless.name.clear();
  EXPECT_EQ(refusal(nameless), "missing_value");
  PartyRegistered stateless = a(PartyKind::dealer, "D");
  stateless.country.clear();
  EXPECT_EQ(refusal(stateless), "missing_value");
  add(1, PartyKind::dealer, "D");
  EXPECT_EQ(refusal(a(PartyKind::force, "D")), "party_exists");
}

TEST_F(Parties, a_persons_name_stands_beside_the_log_and_never_in_it) {
  PartyRegistered person = a(PartyKind::person, "P-00000000000000f7");
  person.personal = {{"name", "00ff"}};
  EXPECT_EQ(refusal(person), "");
  person.name = "Simulated Name";
  EXPECT_EQ(refusal(person), "personal_in_record");
  PartyRegistered dealer = a(PartyKind::dealer, "D");
  dealer.personal = {{"name", "00ff"}};
  EXPECT_EQ(refusal(dealer), "personal_in_record");
}

TEST_F(Parties, only_a_manufacturer_stamps_codes) {
  PartyRegistered maker = a(PartyKind::manufacturer, "M");
  maker.headstamp_codes = {"C.B.C", "IK-x"};
  EXPECT_EQ(refusal(maker), "");
  apply(maker, 1, directory);
  EXPECT_TRUE(codes.find(make_key(std::string{"CBC"}, PartyId{1})));
  EXPECT_TRUE(codes.find(make_key(std::string{"IKX"}, PartyId{1})));
  EXPECT_EQ(rows.find(make_key(1))->headstamp_codes, "C.B.C;IK-x");
  PartyRegistered dealer = a(PartyKind::dealer, "D");
  dealer.headstamp_codes = {"CBC"};
  EXPECT_EQ(refusal(dealer), "not_a_maker");
}

TEST_F(Parties, a_stamped_code_is_found_however_it_is_spaced_and_its_glyphs_stay) {
  EXPECT_EQ(maker_code_key("c b_c"), "CBC");
  EXPECT_EQ(maker_code_key("\xD0\xA6\x2D\x31"), "\xD0\xA6\x31");
}

TEST_F(Parties, units_belong_to_the_organisation_at_their_top) {
  add(1, PartyKind::force, "POLICE");
  add(2, PartyKind::unit, "REGION", PartyId{1});
  add(3, PartyKind::unit, "STATION", PartyId{2});
  add(4, PartyKind::force, "ARMY");
  EXPECT_EQ(organisation_of(directory, PartyId{3}), PartyId{1});
  EXPECT_EQ(organisation_of(directory, PartyId{1}), PartyId{1});
  EXPECT_EQ(organisation_of(directory, PartyId{99}), PartyId{99});
  EXPECT_TRUE(belongs_to(directory, PartyId{3}, PartyId{1}));
  EXPECT_TRUE(belongs_to(directory, PartyId{3}, PartyId{2}));
  EXPECT_TRUE(belongs_to(directory, PartyId{1}, PartyId{1}));
  EXPECT_FALSE(belongs_to(directory, PartyId{1}, PartyId{3}));
  EXPECT_FALSE(belongs_to(directory, PartyId{4}, PartyId{1}));
  EXPECT_FALSE(belongs_to(directory, PartyId{99}, PartyId{1}));
}

}  // namespace
}  // namespace lotline::parties
