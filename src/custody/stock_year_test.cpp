#include "custody/stock_year.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "custody/book_fixture.h"

namespace lotline::custody {
namespace {

class YearsOfStock : public ::testing::Test, protected SimulatedBook {
 protected:
  [[nodiscard]] StockYear year_of(const Key& key, int in) const {
    const auto years = years_of(stock_years.find(key).value_or(StockYearsRow{}));
    const auto found = std::ranges::find(years, in, &StockYear::year);
    return found == years.end() ? StockYear{} : *found;
  }
  [[nodiscard]] StockYear year(PartyId possessor, int in) const {
    return year_of(make_key(possessor, maker, ProductId{1}, kMade), in);
  }
  [[nodiscard]] StockYear all_kinds(PartyId possessor, int in) const {
    return year_of(make_key(possessor, 0, 0, 0), in);
  }
  MovementPosted decided(MovementOrder order) {
    if (order.from == maker) order.from_place = "STORE";
    return decide_movement(book, directory, order, number + 1).value();
  }
  RecordNumber on(const std::string& date, const MovementOrder& order) {
    const MovementPosted movement = decided(order);
    apply(movement, RecordStamp{++number, parse_when(date).value(), {}}, book);
    return number;
  }

  static constexpr int kMade = 1970;  ///< the lots of the fixture state no date
};

TEST_F(YearsOfStock, lots_that_look_alike_are_one_kind_with_the_rounds_that_entered) {
  made("A");
  made("B");
  const auto kinds = round_kinds.all();
  ASSERT_EQ(kinds.size(), 2U);
  EXPECT_EQ(kinds[0].maker, PartyId{});  // all kinds together
  for (const auto& kind : kinds) {
    EXPECT_EQ(kind.lots, 2);
    EXPECT_EQ(kind.entered, Rounds(2000));
  }
}

TEST_F(YearsOfStock, rounds_that_come_and_go_are_counted_in_the_year_it_happened) {
  const LotId lot = made("A");
  on("2015", of(Act::transfer, lot, 400, maker, army));
  on("2016", of(Act::transfer, lot, 150, army, police));
  EXPECT_EQ(year(army, 2015).arrived, Rounds(400));
  EXPECT_EQ(year(army, 2015).left, Rounds(0));
  EXPECT_EQ(year(army, 2016).left, Rounds(150));
  EXPECT_EQ(year(police, 2016).arrived, Rounds(150));
  EXPECT_EQ(all_kinds(army, 2015).arrived, Rounds(400));
}

TEST_F(YearsOfStock, a_date_that_spans_two_years_leaves_the_stock_fullest) {
  const LotId lot = made("A");
  on("2015/2016", of(Act::transfer, lot, 400, maker, army));
  EXPECT_EQ(year(army, 2015).arrived, Rounds(400));
  EXPECT_EQ(year(maker, 2016).left, Rounds(400));
}

TEST_F(YearsOfStock, what_becomes_of_rounds_that_leave_is_told_apart) {
  const LotId lot = made("A");
  on("2015", of(Act::transfer, lot, 500, maker, army));
  on("2016", of(Act::expend, lot, 10, army));
  on("2016", of(Act::loss, lot, 20, army));
  on("2016", of(Act::theft, lot, 30, army));
  on("2016", of(Act::sale, lot, 40, army));
  on("2016", of(Act::export_, lot, 50, army, importer));
  const auto row = year(army, 2016);
  EXPECT_EQ(row.left, Rounds(150));
  EXPECT_EQ(row.expended, Rounds(10));
  EXPECT_EQ(row.lost, Rounds(20));
  EXPECT_EQ(row.stolen, Rounds(30));
  EXPECT_EQ(row.sold, Rounds(40));
  EXPECT_EQ(year(importer, 2016).exported, Rounds(50));
}

TEST_F(YearsOfStock, rounds_on_the_way_are_the_senders_until_they_are_received_whoever_carries_them) {
  const LotId lot = made("A");
  MovementOrder dispatch = of(Act::dispatch, lot, 300, maker, army);
  dispatch.carrier = carrier;
  const RecordNumber sent = on("2015", dispatch);
  EXPECT_EQ(year(maker, 2015).in_transit, Rounds(300));
  MovementOrder theft = of(Act::theft, lot, 40, carrier);
  theft.shipment = ShipmentId{sent};
  on("2016", theft);
  EXPECT_EQ(year(maker, 2016).stolen, Rounds(40));
  on("2016", of_shipment(Act::receive, sent));
  EXPECT_EQ(year(maker, 2016).in_transit, Rounds(-300));
  EXPECT_EQ(year(army, 2016).arrived, Rounds(260));
  EXPECT_TRUE(stock_years.all(make_key(carrier)).empty());
}

TEST_F(YearsOfStock, a_move_between_stores_of_one_holder_is_neither_coming_nor_going) {
  const LotId lot = made("A");
  on("2015", of(Act::transfer, lot, 500, maker, army, "VAULT"));
  MovementOrder order = of(Act::transfer, lot, 100, army, army, "RANGE");
  order.from_place = "VAULT";
  on("2015", order);
  EXPECT_EQ(year(army, 2015).arrived, Rounds(500));
  EXPECT_EQ(year(army, 2015).left, Rounds(0));
}

TEST_F(YearsOfStock, a_correction_puts_the_stock_right) {
  const LotId lot = made("A");
  on("2015", of(Act::transfer, lot, 500, maker, army));
  const MovementPosted used = decided(of(Act::expend, lot, 200, army));
  const RecordNumber wrong = on("2016", of(Act::expend, lot, 200, army));
  apply(decide_correction(book, used, wrong, Rounds(200), "mistake").value(),
        RecordStamp{++number, parse_when("2016").value(), {}}, book);
  EXPECT_EQ(year(army, 2016).expended, Rounds(0));
  EXPECT_EQ(year(army, 2016).arrived, year(army, 2016).left);
}

TEST_F(YearsOfStock, who_ever_had_a_product_stays_on_its_list) {
  const LotId lot = made("A");
  on("2015", of(Act::transfer, lot, 500, maker, army));
  on("2016", of(Act::transfer, lot, 500, army, police));
  const auto holder = [&](PartyId who) {
    Rounds arrived;
    const auto row = holder_products.find(make_key(who)).value_or(HolderProductsRow{});
    each_product(row.products, [&](const ProductArrived& one) {
      EXPECT_EQ(one.maker, maker);
      EXPECT_EQ(one.product, ProductId{1});
      arrived += one.arrived;
    });
    EXPECT_EQ(row.arrived, arrived);
    return arrived;
  };
  EXPECT_EQ(holder(maker), Rounds(1000));
  EXPECT_EQ(holder(army), Rounds(500));
  EXPECT_EQ(holder(police), Rounds(500));
  EXPECT_EQ(holder(dealer), Rounds(0));
  on("2016", of(Act::export_, lot, 60, maker, importer));
  EXPECT_EQ(holder(importer), Rounds(60));
}

TEST_F(YearsOfStock, a_holder_has_a_line_for_each_product_whose_number_begins_like_anothers) {
  const auto lot_of = [](std::int64_t maker_number, std::int64_t product) {
    LotRow lot;
    lot.maker = PartyId{maker_number};
    lot.product = ProductId{product};
    return lot;
  };
  const StockByYear stock{round_kinds, holder_products, stock_years};
  const CountedSides to_army{{PartyId{}, Standing::made, ""}, {army, Standing::held, ""}};
  for (const auto& [maker_number, product, rounds] :
       std::vector<std::array<std::int64_t, 3>>{{11, 2, 5}, {1, 2, 70}, {1, 22, 900}, {1, 2, 30}, {11, 2, 5}})
    count_rounds(stock, lot_of(maker_number, product), to_army, Rounds(rounds), parse_when("2015").value());
  EXPECT_EQ(holder_products.find(make_key(army))->products, "11/2:10;1/2:100;1/22:900;");
  EXPECT_EQ(holder_products.find(make_key(army))->arrived, Rounds(1010));
}

TEST_F(YearsOfStock, a_damaged_text_is_a_broken_invariant) {
  StockYearsRow row;
  for (const char* damaged : {"2015", "2015a", "2015a4", "2015q4;", ";", "a4;", "2015a1234567890123456789;"}) {
    row.years = damaged;
    EXPECT_THROW(static_cast<void>(years_of(row)), BrokenInvariant) << damaged;
  }
  for (const char* damaged : {"1", "1/", "1/2", "1/2:", "1/2:3", "1-2:3;", ";"})
    EXPECT_THROW(each_product(damaged, [](const ProductArrived&) {}), BrokenInvariant) << damaged;
}

TEST_F(YearsOfStock, years_stand_in_their_order_however_late_they_are_told) {
  const StockByYear stock{round_kinds, holder_products, stock_years};
  const LotRow lot;
  const CountedSides to_army{{PartyId{}, Standing::made, ""}, {army, Standing::held, ""}};
  for (const char* when : {"2015", "2012", "2018", "2013", "2015", "2012"})
    count_rounds(stock, lot, to_army, Rounds(7), parse_when(when).value());
  const CountedSides used{{army, Standing::held, ""}, {army, Standing::expended, ""}};
  count_rounds(stock, lot, used, Rounds(3), parse_when("2013").value());
  EXPECT_EQ(stock_years.find(make_key(army, 0, 0, 0))->years, "2012a14;2013a7l3e3;2015a14;2018a7;");
}

}  // namespace
}  // namespace lotline::custody
