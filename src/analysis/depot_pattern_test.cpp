#include "analysis/depot_pattern.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace lotline::analysis {
namespace {

Resolution recovery(const std::string& number, const std::string& found, std::int64_t live, bool reported = false) {
  const When when = parse_when(found).value();
  return {number, when, Day{when.last.count + 60}, Rounds(live), Rounds{}, reported};
}

// R116
TEST(DepotPattern, seizures_of_three_years_that_lead_to_one_depot_are_grave) {
  // As in para 75: at least 10,000 rounds, seized from 2004 to 2006.
  const auto sum = look_together(
      {recovery("C-1", "2004-05-10", 1'200), recovery("C-2", "2004-11-02", 2'400), recovery("C-3", "2005-03-15", 1'900),
       recovery("C-4", "2005-10-01", 3'000), recovery("C-5", "2006-04-20", 2'000)},
      {});
  EXPECT_EQ(sum.cases, 5u);
  EXPECT_EQ(sum.live, Rounds(10'500));
  ASSERT_TRUE(sum.alert);
  EXPECT_EQ(sum.alert->level, DepotLevel::grave);
  EXPECT_EQ(sum.alert->cases, 3u);
  EXPECT_EQ(sum.alert->rounds, Rounds(5'500));
  EXPECT_EQ(to_text(sum.alert->found_on), "2005-03-15");
  EXPECT_EQ(to_text(sum.alert->known_on), "2005-05-14");
  EXPECT_TRUE(sum.alert->certain);
}

TEST(DepotPattern, lines_of_one_case_are_one_case) {
  const auto sum = look_together({recovery("C-1", "2020-01-01", 500), recovery("C-1", "2020-01-01", 600),
                                  recovery("C-1", "2020-01-02", 1), recovery("C-2", "2020-03-01", 10)},
                                 {});
  EXPECT_EQ(sum.cases, 2u);
  EXPECT_EQ(sum.exhibits, 4u);
  EXPECT_FALSE(sum.alert);
}

TEST(DepotPattern, cases_too_far_apart_are_no_pattern) {
  const auto apart = [](const char* last) {
    return look_together(
               {recovery("C-1", "2010-01-01", 500), recovery("C-2", "2011-06-01", 500), recovery("C-3", last, 500)}, {})
        .alert.has_value();
  };
  EXPECT_TRUE(apart("2012-12-31"));
  EXPECT_FALSE(apart("2013-01-01"));
}

TEST(DepotPattern, fired_cases_alone_are_no_pattern_since_a_force_fires_lawfully) {
  std::vector<Resolution> all;
  for (int i = 0; i < 8; ++i) {
    Resolution one = recovery(fmt::format("C-{}", i), "2020-02-01", 0);
    one.fired = Rounds(40);
    all.push_back(one);
  }
  auto sum = look_together(all, {});
  EXPECT_EQ(sum.fired, Rounds(320));
  EXPECT_FALSE(sum.alert);
  all.push_back(recovery("C-9", "2020-02-02", 99));
  EXPECT_FALSE(look_together(all, {}).alert);
  all.push_back(recovery("C-9", "2020-02-02", 1));
  EXPECT_TRUE(look_together(all, {}).alert);
}

TEST(DepotPattern, what_the_holder_reported_itself_is_watched_and_no_alert) {
  const std::vector<Resolution> reported{recovery("C-1", "2020-01-01", 200, true),
                                         recovery("C-2", "2020-02-01", 200, true),
                                         recovery("C-3", "2020-03-01", 200, true)};
  auto sum = look_together(reported, {});
  EXPECT_EQ(sum.reported, Rounds(600));
  EXPECT_EQ(sum.alert->level, DepotLevel::watch);
  auto more = reported;
  for (const char* number : {"C-4", "C-5", "C-6"}) more.push_back(recovery(number, "2020-06-01", 50));
  sum = look_together(more, {});
  EXPECT_EQ(sum.alert->level, DepotLevel::alert);
  EXPECT_EQ(sum.alert->rounds, Rounds(150));
}

TEST(DepotPattern, ten_thousand_rounds_over_many_years_are_not_grave) {
  std::vector<Resolution> all;
  for (int year = 2000; year < 2020; ++year)
    all.push_back(recovery(fmt::format("C-{}", year), fmt::format("{}-07-01", year), 900));
  const auto sum = look_together(all, {});
  EXPECT_EQ(sum.live, Rounds(18'000));
  EXPECT_EQ(sum.alert->level, DepotLevel::alert);
}

TEST(DepotPattern, dates_known_to_the_year_leave_an_alert_possible) {
  const auto sum = look_together(
      {recovery("C-1", "2010", 500), recovery("C-2", "2011-06-01", 500), recovery("C-3", "2013-01-01", 500)}, {});
  ASSERT_TRUE(sum.alert);
  EXPECT_FALSE(sum.alert->certain);
}

TEST(DepotPattern, nothing_to_look_at_is_a_broken_invariant) { EXPECT_THROW(look_together({}, {}), BrokenInvariant); }

}  // namespace
}  // namespace lotline::analysis
