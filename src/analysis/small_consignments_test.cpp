#include "analysis/small_consignments.h"

#include <gtest/gtest.h>

namespace lotline::analysis {
namespace {

When on(int year, unsigned month, unsigned day) {
  const Day exact = day_of(year, month, day);
  return {exact, exact};
}

/// The case of para 32: 37,200 rounds in 87 crossings from 2016 to 2018, spread evenly.
std::vector<Consignment> eighty_seven() {
  std::vector<Consignment> all;
  const int first = day_of(2016, 1, 1).count;
  const int days = day_of(2018, 12, 31).count - first;
  for (int i = 0; i < 87; ++i) {
    const Day day{first + i * days / 86};
    all.push_back({i + 1, {day, day}, Rounds(i < 51 ? 428 : 427)});
  }
  return all;
}

std::vector<Consignment> monthly(Rounds each, int months) {
  std::vector<Consignment> all;
  for (int i = 0; i < months; ++i)
    all.push_back({i + 1, on(2019 + i / 12, 1 + static_cast<unsigned>(i % 12), 5), each});
  return all;
}

/// A dozen with 5,000 rounds within a year.
ConsignmentOptions a_year() { return {.consignments_least = 12, .rounds_least = Rounds(5'000)}; }

// R44
TEST(SmallConsignments, eighty_seven_crossings_are_found_at_the_fifth) {
  const auto sum = add_up(eighty_seven(), crossing_options());
  EXPECT_EQ(sum.consignments, 87u);
  EXPECT_EQ(sum.rounds, Rounds(37'200));
  EXPECT_EQ(sum.small, 87u);
  EXPECT_EQ(to_text(sum.first), "2016-01-01");
  EXPECT_EQ(to_text(sum.last), "2018-12-31");
  ASSERT_TRUE(sum.alert);
  EXPECT_EQ(sum.alert->after, 5u);
  EXPECT_EQ(sum.alert->rounds, Rounds(2'140));
  EXPECT_EQ(to_text(sum.alert->on), "2016-02-20");
  EXPECT_TRUE(sum.alert->certain);
}

// R44
TEST(SmallConsignments, the_purchases_behind_them_are_found_at_the_twelfth) {
  const auto sum = add_up(eighty_seven(), purchase_options());
  ASSERT_TRUE(sum.alert);
  EXPECT_EQ(sum.alert->after, 12u);
  EXPECT_EQ(sum.alert->rounds, Rounds(5'136));
  EXPECT_EQ(to_text(sum.alert->on), "2016-05-20");
}

TEST(SmallConsignments, a_keen_shooter_who_takes_a_year_for_as_many_is_none) {
  EXPECT_FALSE(add_up(monthly(Rounds(428), 36), purchase_options()).alert);
  EXPECT_TRUE(add_up(monthly(Rounds(428), 36), a_year()).alert);
}

TEST(SmallConsignments, the_order_in_which_they_are_told_does_not_matter) {
  auto all = eighty_seven();
  std::ranges::reverse(all);
  EXPECT_EQ(add_up(all, crossing_options()).alert->after, 5u);
}

TEST(SmallConsignments, neither_many_tiny_ones_nor_a_few_are_enough) {
  EXPECT_FALSE(add_up(monthly(Rounds(50), 36), a_year()).alert);
  EXPECT_FALSE(add_up(monthly(Rounds(900), 11), a_year()).alert);
  EXPECT_TRUE(add_up(monthly(Rounds(900), 12), a_year()).alert);
}

TEST(SmallConsignments, the_window_slides_and_old_ones_fall_out_of_it) {
  // Twelve in more than a year: one every 34 days is eleven in any 365.
  std::vector<Consignment> all;
  for (int i = 0; i < 40; ++i) {
    const Day day{day_of(2019, 1, 1).count + 34 * i};
    all.push_back({i + 1, {day, day}, Rounds(1'000)});
  }
  EXPECT_FALSE(add_up(all, a_year()).alert);
  auto one_more = all;
  one_more.push_back({99, all[20].happened, Rounds(100)});
  const auto found = add_up(one_more, a_year()).alert;
  ASSERT_TRUE(found);
  EXPECT_EQ(found->in_window, 12u);
  EXPECT_EQ(found->after, 22u);
}

TEST(SmallConsignments, a_large_one_is_in_the_sum_but_not_in_the_pattern) {
  auto all = monthly(Rounds(900), 11);
  all.push_back({50, on(2019, 6, 6), Rounds(20'000)});
  const auto sum = add_up(all, a_year());
  EXPECT_EQ(sum.small, 11u);
  EXPECT_EQ(sum.rounds, Rounds(29'900));
  EXPECT_EQ(sum.small_rounds, Rounds(9'900));
  EXPECT_FALSE(sum.alert);
}

TEST(SmallConsignments, a_date_known_to_the_year_makes_an_alert_possible_and_not_certain) {
  auto all = monthly(Rounds(900), 11);
  all.push_back({50, {day_of(2019, 1, 1), day_of(2020, 12, 31)}, Rounds(900)});
  const auto sum = add_up(all, a_year());
  ASSERT_TRUE(sum.alert);
  EXPECT_FALSE(sum.alert->certain);
  all.back().happened = {day_of(2019, 1, 1), day_of(2019, 12, 31)};
  EXPECT_TRUE(add_up(all, a_year()).alert->certain);
  all.back().happened = {day_of(2021, 1, 1), day_of(2021, 12, 31)};
  EXPECT_FALSE(add_up(all, a_year()).alert);
}

TEST(SmallConsignments, one_of_which_nobody_knows_the_rounds_counts_as_one_of_none) {
  auto all = monthly(Rounds(700), 4);
  all.push_back({50, on(2019, 6, 6), Rounds{}});
  const auto sum = add_up(all, crossing_options());
  EXPECT_EQ(sum.unknown, 1u);
  ASSERT_TRUE(sum.alert);
  EXPECT_EQ(sum.alert->rounds, Rounds(2'800));
}

TEST(SmallConsignments, nothing_to_add_up_is_a_broken_invariant) {
  EXPECT_THROW(add_up({}, a_year()), BrokenInvariant);
}

}  // namespace
}  // namespace lotline::analysis
