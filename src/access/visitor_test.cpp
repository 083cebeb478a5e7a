#include "access/visitor.h"

#include <gtest/gtest.h>

#include "access/accounts_fixture.h"
#include "access/refusals.h"
#include "parties/memory_tables.h"

namespace lotline::access {
namespace {

/// Party 1 with its unit 2, and party 3.
struct Parties {
  MemoryTable<parties::PartyRow> parties;
  MemoryTable<parties::MakerCodeRow> codes;
  MemoryTable<parties::PlaceRow> places;
  parties::Directory directory{parties, codes, places};

  Parties() {
    for (const std::int64_t number : {1, 2, 3}) {
      parties::PartyRow row;
      row.id = PartyId{number};
      if (number == 2) row.parent = PartyId{1};
      parties.put(row);
    }
  }
};

Visitor of(Rights rights, PartyId organisation = {}) {
  Visitor visitor;
  visitor.rights = rights;
  visitor.organisation = organisation;
  return visitor;
}

TEST(Visitor, does_what_its_rights_name_and_nothing_else) {
  EXPECT_EQ(refused(require(of({Right::license}), Right::license)), 0);
  EXPECT_EQ(refused(require(of({Right::license}), Right::approve)), right_missing.number);
  EXPECT_EQ(refused(require(Visitor{}, Right::read_marks)), right_missing.number);
  for (const auto& right : Words<Right>::all) EXPECT_EQ(refused(require(keeper_of_the_file(), right.value)), 0);
}

TEST(Visitor, is_of_one_account_also_where_it_comes_as_a_machine) {
  EXPECT_EQ(account_named("ana"), "ana");
  EXPECT_EQ(account_named("ana/till"), "ana");
  EXPECT_EQ(account_named("ana/till/7"), "ana");
}

TEST(Visitor, has_its_organisation_and_the_units_of_it_for_its_own) {
  const Parties kept;
  const Visitor visitor = of({Right::read_own}, PartyId{1});
  EXPECT_TRUE(own(visitor, kept.directory, PartyId{1}));
  EXPECT_TRUE(own(visitor, kept.directory, PartyId{2}));
  EXPECT_FALSE(own(visitor, kept.directory, PartyId{3}));
  EXPECT_FALSE(own(of({Right::read_own}, PartyId{2}), kept.directory, PartyId{1}));
  EXPECT_FALSE(own(of({Right::read_own}), kept.directory, PartyId{1})) << "who is of no organisation owns nothing";
}

TEST(Visitor, sees_others_by_right_or_for_a_case_with_the_second_factor_shown) {
  const Parties kept;
  const auto sees = [&](const Visitor& visitor) {
    return refused(require_sight_of(visitor, kept.directory, PartyId{3}));
  };
  EXPECT_EQ(sees(of({Right::read_own}, PartyId{1})), not_your_own.number);
  EXPECT_EQ(sees(of({Right::read_own}, PartyId{3})), 0);
  EXPECT_EQ(sees(of({Right::read_all})), 0);
  Visitor investigator = of({Right::trace});
  EXPECT_EQ(sees(investigator), not_your_own.number);
  investigator.case_number = "K-12";
  EXPECT_EQ(sees(investigator), not_your_own.number);
  investigator.stepped_up = true;
  EXPECT_EQ(sees(investigator), 0);
  investigator.case_number.clear();
  EXPECT_EQ(sees(investigator), not_your_own.number);
  investigator.case_number = "K-12";
  investigator.rights = {Right::read_own};
  EXPECT_EQ(sees(investigator), not_your_own.number) << "a case alone opens nothing";
}

TEST(Visitor, traces_across_organisations_for_a_case_and_is_told_what_is_due) {
  Visitor visitor = of({Right::read_own});
  EXPECT_EQ(refused(require_case(visitor)), right_missing.number);
  visitor.rights = {Right::trace};
  EXPECT_EQ(refused(require_case(visitor)), case_number_missing.number);
  visitor.case_number = "K-12";
  EXPECT_EQ(refused(require_case(visitor)), step_up_needed.number);
  visitor.stepped_up = true;
  EXPECT_EQ(refused(require_case(visitor)), 0);
  Visitor officer = of({Right::trace, Right::read_all});
  EXPECT_EQ(refused(require_case(officer)), case_number_missing.number) << "also one who reads everything says why";
  officer.case_number = "K-12";
  EXPECT_EQ(refused(require_case(officer)), 0);
  EXPECT_EQ(refused(require_case(keeper_of_the_file())), 0);
}

}  // namespace
}  // namespace lotline::access
