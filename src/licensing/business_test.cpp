#include "licensing/business.h"

#include <gtest/gtest.h>

#include "parties/party.h"

namespace lotline::licensing {
namespace {

using catalogue::BusinessActivity;
using catalogue::BusinessRule;

BusinessRule rule(BusinessActivity activity, const std::string& licence, int sales = 1, int within_days = 365) {
  BusinessRule made;
  made.state = "US";
  made.activity = activity;
  made.origins = {"handloaded", "reloaded"};
  made.licence = licence;
  made.sales = sales;
  made.within_days = within_days;
  made.note = "simulated";
  return made;
}

struct Sellers : ::testing::Test {
  std::vector<BusinessRule> rules{rule(BusinessActivity::sale, "manufacture")};
  Seller seller{"US", "person", {}, {}};

  void sold(const std::string& on, const std::string& origin = "reloaded", std::int64_t rounds = 100) {
    seller.sales.push_back(
        {static_cast<RecordNumber>(seller.sales.size()) + 1, parse_when(on).value(), Rounds(rounds), origin});
  }
  void licensed(LicenceKind kind, Day from, Day to) {
    LicenceRow licence;
    licence.kind = kind;
    licence.issued_on = from;
    licence.expires_on = to;
    seller.licences.push_back(licence);
  }
  SellerJudgement judged() const { return judge_seller(rules, seller); }
};

// R38
TEST_F(Sellers, selling_what_was_loaded_without_a_licence_flags_the_seller) {
  sold("2020-03-01");
  sold("2020-04-01");
  const auto found = judged();
  EXPECT_TRUE(found.flagged);
  EXPECT_EQ(to_text(found.flagged_on), "2020-03-01");
  EXPECT_EQ(found.unlicensed, 2u);
  EXPECT_EQ(found.unlicensed_rounds, Rounds(200));
  EXPECT_EQ(found.licence, "manufacture");
  EXPECT_EQ(found.records, (std::vector<RecordNumber>{1, 2}));
}

// R38
TEST_F(Sellers, a_licence_that_is_not_approved_is_none_and_one_that_is_counts_from_that_day) {
  sold("2020-03-01");
  licensed(LicenceKind::manufacture, day_of(2019, 1, 1), day_of(2021, 1, 1));
  LicenceRow& licence = seller.licences.front();
  EXPECT_EQ(judged().unlicensed, 0u);
  for (const Approval without : {Approval::awaited, Approval::refused}) {
    licence.approval = without;
    EXPECT_EQ(judged().unlicensed, 1u) << word(without);
  }
  licence.approval = Approval::approved;
  licence.decided_on = day_of(2020, 3, 1);
  EXPECT_EQ(judged().unlicensed, 0u);
  licence.decided_on = day_of(2020, 3, 2);
  EXPECT_EQ(judged().unlicensed, 1u);
}

// R38
TEST_F(Sellers, a_licence_of_the_kind_in_force_on_the_day_is_what_is_needed) {
  sold("2020-03-01");
  licensed(LicenceKind::trade, day_of(2019, 1, 1), day_of(2021, 1, 1));
  EXPECT_TRUE(judged().flagged);
  licensed(LicenceKind::manufacture, day_of(2019, 1, 1), day_of(2020, 2, 29));
  EXPECT_TRUE(judged().flagged);
  licensed(LicenceKind::manufacture, day_of(2020, 3, 1), day_of(2020, 3, 1));
  EXPECT_FALSE(judged().flagged);
  EXPECT_EQ(judged().unlicensed, 0u);
}

TEST_F(Sellers, a_date_that_leaves_the_licence_open_counts_as_neither) {
  sold("2020");
  licensed(LicenceKind::manufacture, day_of(2020, 6, 1), day_of(2021, 6, 1));
  EXPECT_EQ(judged().possible, 1u);
  EXPECT_EQ(judged().unlicensed, 0u);
  EXPECT_FALSE(judged().flagged);
}

TEST_F(Sellers, what_no_rule_of_the_state_speaks_of_is_not_judged) {
  sold("2020-03-01", "factory");
  EXPECT_EQ(judged().not_judged, 1u);
  EXPECT_FALSE(judged().flagged);
  seller.sales.clear();
  sold("2020-03-01");
  seller.state = "BR";
  EXPECT_EQ(judged().not_judged, 1u);
  EXPECT_EQ(judged().judged, 0u);
}

TEST_F(Sellers, a_business_begins_with_as_many_sales_as_the_rule_says) {
  rules = {rule(BusinessActivity::sale, "trade", 3, 100)};
  sold("2020-01-01");
  sold("2020-02-01");
  sold("2020-06-01");
  EXPECT_FALSE(judged().flagged);
  EXPECT_EQ(judged().unlicensed, 3u);
  sold("2020-07-01");
  sold("2020-08-01");
  EXPECT_TRUE(judged().flagged);
  EXPECT_EQ(to_text(judged().flagged_on), "2020-08-01");
}

TEST_F(Sellers, the_first_rule_that_covers_a_sale_is_the_one_applied) {
  auto free_for_clubs = rule(BusinessActivity::sale, "none");
  free_for_clubs.who = {"club"};
  rules.insert(rules.begin(), free_for_clubs);
  sold("2020-03-01");
  EXPECT_TRUE(judged().flagged);
  seller.kind = "club";
  EXPECT_FALSE(judged().flagged);
  EXPECT_EQ(judged().judged, 1u);
}

// R38
TEST_F(Sellers, loading_ones_own_is_free_only_where_a_rule_says_so) {
  EXPECT_FALSE(loading_is_free(rules, "US", "person", "handloaded"));
  rules.push_back(rule(BusinessActivity::loading, "none"));
  EXPECT_TRUE(loading_is_free(rules, "US", "person", "handloaded"));
  EXPECT_FALSE(loading_is_free(rules, "US", "person", "factory"));
  EXPECT_FALSE(loading_is_free(rules, "BR", "person", "handloaded"));
  rules.back().licence = "manufacture";
  EXPECT_FALSE(loading_is_free(rules, "US", "person", "handloaded"));
}

TEST_F(Sellers, a_rule_names_parties_as_the_register_does) {
  const auto kinds = catalogue::business_parties();
  EXPECT_TRUE(std::ranges::equal(kinds, all_words<parties::PartyKind>()));
}

}  // namespace
}  // namespace lotline::licensing
