#include "catalogue/business_rule.h"

#include <gtest/gtest.h>

#include <fstream>

namespace lotline::catalogue {
namespace {

/// What a table with one rule is refused for; "" when it is read.
std::string reading(const std::string& row) {
  const auto path = std::filesystem::temp_directory_path() / "lotline_business_rules_test.csv";
  std::ofstream(path) << "state,activity,who,origins,licence,sales,within_days,note,source,trust\n" << row << "\n";
  const auto rules = read_business_rules(path);
  std::filesystem::remove(path);
  return rules ? "" : rules.error().name;
}

// R38
TEST(BusinessRule, the_shipped_table_has_the_rule_of_the_paper) {
  const auto rules = read_business_rules(LOTLINE_SOURCE_DIR "/data/business_rules.csv").value();
  const auto covers = [&](BusinessActivity what, std::string_view kind, std::string_view origin, bool free) {
    return std::ranges::any_of(rules, [&](const BusinessRule& rule) {
      return rule.covers("US", what, kind, origin) && rule.free() == free && !rule.source.text.empty();
    });
  };
  EXPECT_TRUE(covers(BusinessActivity::loading, "person", "handloaded", true));
  EXPECT_TRUE(covers(BusinessActivity::sale, "person", "reloaded", false));
  EXPECT_FALSE(covers(BusinessActivity::loading, "dealer", "handloaded", true));
  EXPECT_FALSE(covers(BusinessActivity::sale, "person", "factory", false));
}

// R38
TEST(BusinessRule, the_shipped_table_has_rules_of_other_states_each_with_its_law) {
  const auto rules = read_business_rules(LOTLINE_SOURCE_DIR "/data/business_rules.csv").value();
  const auto licence = [&](std::string_view state, BusinessActivity what, std::string_view kind,
                           std::string_view origin) -> std::string {
    const auto rule =
        std::ranges::find_if(rules, [&](const BusinessRule& each) { return each.covers(state, what, kind, origin); });
    return rule == rules.end() ? "not told" : rule->licence;
  };
  EXPECT_EQ(licence("CA", BusinessActivity::loading, "person", "handloaded"), "none");
  EXPECT_EQ(licence("CA", BusinessActivity::sale, "person", "reloaded"), "manufacture");
  EXPECT_EQ(licence("DE", BusinessActivity::loading, "person", "handloaded"), "not told");
  EXPECT_EQ(licence("DE", BusinessActivity::sale, "person", "handloaded"), "manufacture");
  EXPECT_EQ(licence("DE", BusinessActivity::sale, "manufacturer", "factory"), "manufacture");
  EXPECT_EQ(licence("DE", BusinessActivity::sale, "dealer", "factory"), "trade");
  EXPECT_EQ(licence("DE", BusinessActivity::sale, "force", "factory"), "not told");
}

TEST(BusinessRule, what_is_told_in_other_words_is_refused) {
  EXPECT_EQ(reading("US,sale,,,trade,3,180,,simulated,unverified"), "");
  EXPECT_EQ(reading("US,sale,,,trade,,,,simulated,unverified"), "");
  EXPECT_EQ(reading("US,sale,peson,,trade,,,,simulated,unverified"), "bad_business_rule");
  EXPECT_EQ(reading("US,sale,,reloded,trade,,,,simulated,unverified"), "bad_business_rule");
  EXPECT_EQ(reading("US,gift,,,trade,,,,simulated,unverified"), "bad_business_rule");
  EXPECT_EQ(reading("US,sale,,,permit,,,,simulated,unverified"), "bad_business_rule");
  EXPECT_EQ(reading("US,sale,,,trade,many,,,simulated,unverified"), "bad_business_rule");
  EXPECT_EQ(reading("US,sale,,,trade,1,40000,,simulated,unverified"), "bad_business_rule");
}

}  // namespace
}  // namespace lotline::catalogue
