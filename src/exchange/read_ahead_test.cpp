#include "exchange/read_ahead.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace lotline::exchange {
namespace {

std::function<std::optional<int>()> numbers_to(int last) {
  return [last, at = 0]() mutable -> std::optional<int> {
    if (at == last) return std::nullopt;
    return ++at;
  };
}

TEST(ReadAhead, batches_come_out_in_their_order_and_end) {
  ReadAhead<int> ahead(numbers_to(1'000));
  for (int i = 1; i <= 1'000; ++i) ASSERT_EQ(ahead.next(), i);
  EXPECT_EQ(ahead.next(), std::nullopt);
  EXPECT_EQ(ahead.next(), std::nullopt);
}

TEST(ReadAhead, may_be_left_before_its_end) {
  int filled = 0;
  {
    ReadAhead<int> ahead([&filled]() -> std::optional<int> { return ++filled; });
    EXPECT_EQ(ahead.next(), 1);
  }
  EXPECT_GE(filled, 1);
  EXPECT_LE(filled, 7);
}

TEST(ReadAhead, what_was_thrown_is_thrown_behind_what_was_ready) {
  ReadAhead<int> ahead([at = 0]() mutable -> std::optional<int> {
    if (++at == 3) throw std::runtime_error("the disk failed");
    return at;
  });
  EXPECT_EQ(ahead.next(), 1);
  EXPECT_EQ(ahead.next(), 2);
  EXPECT_THROW(ahead.next(), std::runtime_error);
}

}  // namespace
}  // namespace lotline::exchange
