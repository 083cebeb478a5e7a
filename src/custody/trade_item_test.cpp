#include "custody/trade_item.h"

#include <gtest/gtest.h>

#include "custody/book_fixture.h"

namespace lotline::custody {
namespace {

TradeItemRegistered item(const std::string& gtin, TradeItemLevel level, std::int64_t rounds) {
  return {gtin, level, ProductId{1}, Rounds(rounds)};
}

TEST(TradeItem, each_level_of_packing_has_a_gtin_with_so_many_rounds) {
  MemoryTable<TradeItemRow> items;
  apply(decide_trade_item(items, item("09521234543213", TradeItemLevel::single, 1)).value(), 1, items);
  apply(decide_trade_item(items, item("19521234543210", TradeItemLevel::box, 20)).value(), 2, items);
  EXPECT_EQ(items.find(make_key(std::string{"19521234543210"}))->rounds, Rounds(20));
  EXPECT_EQ(refusal_of(decide_trade_item(items, item("19521234543210", TradeItemLevel::box, 50))), "trade_item_exists");
}

TEST(TradeItem, a_single_item_is_one_round) {
  const MemoryTable<TradeItemRow> items;
  EXPECT_EQ(refusal_of(decide_trade_item(items, item("09521234543213", TradeItemLevel::single, 20))), "single_is_one");
  EXPECT_EQ(refusal_of(decide_trade_item(items, item("09521234543213", TradeItemLevel::box, 1))), "");
}

}  // namespace
}  // namespace lotline::custody
