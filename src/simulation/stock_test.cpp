#include "simulation/stock.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace lotline::simulation {

class StockTest : public ::testing::Test {
 protected:
  StockTest() { stock_.resize(2); }
  const Holding* holding(LotIndex lot) const {
    for (const Holding& held : stock_.of(0))
      if (held.lot == lot) return &held;
    return nullptr;
  }
  Stock stock_;
};

TEST_F(StockTest, what_was_taken_without_a_record_stays_in_the_book) {
  stock_.add(0, 5, 1'000);
  stock_.divert(0, 5, 300);
  EXPECT_EQ(holding(5)->book, 1'000);
  EXPECT_EQ(holding(5)->there(), 700);
  EXPECT_EQ(holding(5)->movable(), 700);
  EXPECT_THROW(stock_.take(0, 5, 701), BrokenInvariant);
  EXPECT_THROW(stock_.divert(0, 5, 701), BrokenInvariant);
  stock_.take(0, 5, 700);
  EXPECT_EQ(holding(5)->book, 300);
  stock_.write_off(0, 5);
  EXPECT_EQ(holding(5), nullptr);
}

TEST_F(StockTest, what_came_without_a_record_may_not_leave_with_one) {
  stock_.add_unrecorded(0, 5, 200);
  EXPECT_EQ(holding(5)->there(), 200);
  EXPECT_EQ(holding(5)->movable(), 0);
  stock_.add(0, 5, 100);
  EXPECT_EQ(holding(5)->movable(), 100);
  EXPECT_THROW(stock_.write_off(0, 5), BrokenInvariant);
  stock_.divert(0, 5, 300);
  stock_.add(0, 5, -100);
  EXPECT_EQ(holding(5)->there(), -100);
}

TEST_F(StockTest, what_is_frozen_does_not_move) {
  stock_.add(0, 5, 100);
  stock_.freeze(0, 5);
  EXPECT_TRUE(stock_.frozen(0, 5));
  EXPECT_FALSE(stock_.frozen(0, 6));
  EXPECT_EQ(holding(5)->movable(), 0);
  EXPECT_THROW(stock_.take(0, 5, 1), BrokenInvariant);
  EXPECT_THROW(stock_.freeze(0, 6), BrokenInvariant);
}

TEST_F(StockTest, a_lot_that_is_used_up_leaves_the_others_where_they_are) {
  Generator chance(1, "stock");
  EXPECT_EQ(stock_.any(0, 1, chance), nullptr);
  for (LotIndex lot = 0; lot < 4; ++lot) stock_.add(0, lot, 10 * (lot + 1));
  stock_.take(0, 1, 20);
  EXPECT_EQ(stock_.of(0).size(), 3u);
  EXPECT_EQ(holding(1), nullptr);
  EXPECT_EQ(holding(3)->book, 40);
  stock_.take(0, 3, 40);
  EXPECT_EQ(holding(2)->book, 30);
  for (int i = 0; i < 50; ++i) {
    const Holding* any = stock_.any(0, 15, chance);
    if (any == nullptr) continue;
    EXPECT_EQ(any->lot, 2u);
  }
  EXPECT_EQ(stock_.any(0, 31, chance), nullptr);
}

}  // namespace lotline::simulation
