#include "custody/lot_end.h"

#include <gtest/gtest.h>

#include "custody/book_fixture.h"

namespace lotline::custody {
namespace {

struct LotEnd : ::testing::Test, SimulatedBook {
  LotId x = made("X-1");

  std::string end(LotId lot) const {
    const auto day = ended_on(book, lot);
    return day ? to_text(*day) : "may exist";
  }
  void move(Act act, LotId lot, std::int64_t count, Day on = day_of(2021, 5, 1)) {
    apply(decide(out_of("STORE", of(act, lot, count, maker, {}))).value(), {++number, {on, on}, Instant{0}}, book);
  }
};

// R29
TEST_F(LotEnd, a_lot_may_exist_until_its_last_round_is_expended_or_destroyed) {
  EXPECT_EQ(end(x), "may exist");
  move(Act::expend, x, 400, day_of(2022, 3, 4));
  EXPECT_EQ(end(x), "may exist");
  move(Act::destroy, x, 600, day_of(2021, 1, 1));
  EXPECT_EQ(end(x), "2022-03-04");
}

// R29
TEST_F(LotEnd, rounds_that_left_the_book_otherwise_may_exist) {
  for (const Act act : {Act::loss, Act::theft}) {
    const LotId lot = made(act == Act::loss ? "L-1" : "T-1");
    move(act, lot, 1);
    move(Act::expend, lot, 999);
    EXPECT_EQ(end(lot), "may exist");
  }
}

// R29
TEST_F(LotEnd, a_lot_lasts_as_long_as_what_was_made_from_it) {
  LotRegistered record;
  record.number = record.number_key = "X-1A";
  record.maker = maker;
  record.product = ProductId{1};
  record.parent = x;
  record.kind = LotKind::child;
  apply(record, stamp(), book);
  const LotId child{number};
  post(decide_change_of_lot(book, Act::relot, {x, Rounds(100)}, child, held(maker, "STORE")).value());
  move(Act::expend, x, 900, day_of(2021, 2, 3));
  EXPECT_EQ(end(x), "may exist");
  move(Act::expend, child, 100, day_of(2023, 6, 7));
  EXPECT_EQ(end(child), "2023-06-07");
  EXPECT_EQ(end(x), "2023-06-07");
}

}  // namespace
}  // namespace lotline::custody
