#include "analysis/spread_purchases.h"

#include <gtest/gtest.h>

namespace lotline::analysis {
namespace {

/// A purchase so many days after the start of 2019, of a seller and a calibre.
Consignment bought(int day, int seller, const std::string& calibre, std::int64_t rounds = 100) {
  const Day exact{day_of(2019, 1, 1).count + day};
  return {day + 1, {exact, exact}, Rounds(rounds), PartyId{seller}, {calibre}};
}

/// Six in half a year, two at each of three counters, of four calibres.
std::vector<Consignment> spread() {
  return {bought(0, 1, "9x19"),     bought(30, 2, "7.62x39"), bought(60, 3, "5.56x45"),
          bought(90, 1, "7.62x51"), bought(120, 2, "9x19"),   bought(150, 3, "7.62x39")};
}

/// The same, a year and a half after two purchases, all of one calibre.
std::vector<Consignment> after_a_quiet_year() {
  auto all = spread();
  for (Consignment& one : all) {
    one.calibres = {"9x19"};
    one.happened.first.count += 800;
    one.happened.last.count += 800;
  }
  all.push_back(bought(0, 1, "9x19"));
  return all;
}

}  // namespace

// R44
TEST(SpreadPurchases, a_few_small_ones_at_several_counters_are_found_at_the_fifth) {
  const auto found = find_spread(spread(), {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->alert.after, 5u);
  EXPECT_EQ(found->alert.in_window, 5u);
  EXPECT_EQ(found->alert.rounds, Rounds(500));
  EXPECT_EQ(to_text(found->alert.since), "2019-01-01");
  EXPECT_EQ(to_text(found->alert.on), "2019-05-01");
  EXPECT_TRUE(found->alert.certain);
  EXPECT_EQ(found->sellers, 3u);
  EXPECT_EQ(found->calibres, 4u);
  EXPECT_EQ(found->before, 0u);
}

TEST(SpreadPurchases, the_order_in_which_they_are_told_does_not_matter) {
  auto all = spread();
  std::ranges::reverse(all);
  EXPECT_EQ(find_spread(all, {})->alert.after, 5u);
}

TEST(SpreadPurchases, too_few_or_too_small_ones_are_nothing) {
  auto all = spread();
  all.resize(4);
  EXPECT_FALSE(find_spread(all, {}));
  all = spread();
  for (Consignment& one : all) one.rounds = Rounds(80);
  EXPECT_FALSE(find_spread(all, {}));
  EXPECT_TRUE(find_spread(all, {.rounds_least = Rounds(400)}));
}

TEST(SpreadPurchases, large_ones_are_seen_by_themselves_and_do_not_count) {
  auto all = spread();
  for (std::size_t i = 0; i < 2; ++i) all[i].rounds = Rounds(1'001);
  EXPECT_FALSE(find_spread(all, {}));
}

TEST(SpreadPurchases, a_shooter_true_to_one_counter_is_none_whatever_the_calibres) {
  auto all = spread();
  for (std::size_t i = 0; i < 4; ++i) all[i].seller = PartyId{1};
  EXPECT_FALSE(find_spread(all, {}));
  for (Consignment& one : all) one.seller = PartyId{one.number % 2 == 0 ? 1 : 2};
  EXPECT_FALSE(find_spread(all, {}));
}

TEST(SpreadPurchases, a_shooter_of_one_calibre_is_none_as_long_as_he_buys_as_he_did) {
  auto all = spread();
  for (Consignment& one : all) one.calibres = {"9x19"};
  EXPECT_FALSE(find_spread(all, {}));
}

// R44
TEST(SpreadPurchases, many_times_as_many_as_in_the_year_before_are_found_though_of_one_calibre) {
  const auto found = find_spread(after_a_quiet_year(), {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->alert.after, 6u);
  EXPECT_EQ(found->calibres, 1u);
  auto steady = after_a_quiet_year();
  for (const int day : {400, 450}) steady.push_back(bought(day, 1, "9x19"));
  EXPECT_FALSE(find_spread(steady, {}));
}

TEST(SpreadPurchases, the_window_slides_and_old_ones_fall_out_of_it) {
  auto all = spread();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const int day = day_of(2019, 1, 1).count + 92 * static_cast<int>(i);
    all[i].happened = {{day}, {day}};
  }
  EXPECT_FALSE(find_spread(all, {}));
  EXPECT_TRUE(find_spread(all, {.within_days = 400}));
}

TEST(SpreadPurchases, where_dates_leave_it_open_an_alert_is_possible) {
  auto all = spread();
  for (Consignment& one : all) one.happened = {day_of(2019, 1, 1), day_of(2020, 6, 30)};
  const auto found = find_spread(all, {});
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->alert.certain);
  // Of the year before only what must have been in it stands against a possible alert.
  auto later = after_a_quiet_year();
  for (std::size_t i = 0; i < 6; ++i) later[i].happened.last.count += 400;
  ASSERT_TRUE(find_spread(later, {}));
  EXPECT_FALSE(find_spread(later, {})->alert.certain);
}

}  // namespace lotline::analysis
