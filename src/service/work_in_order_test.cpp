#include "service/work_in_order.h"

#include <gtest/gtest.h>

#include <atomic>

namespace lotline::service {
namespace {

std::vector<std::size_t> taken_by(unsigned threads, std::size_t count, std::size_t stop_at) {
  std::vector<std::size_t> taken;
  work_in_order<std::size_t>(
      count, threads,
      [](std::size_t i) {
        // Later work is done sooner, so that order does not come by itself.
        if (i % 3 == 0) std::this_thread::sleep_for(std::chrono::milliseconds{2});
        return i * i;
      },
      [&](std::size_t at, std::size_t made) {
        EXPECT_EQ(made, at * at);
        taken.push_back(at);
        return taken.size() < stop_at;
      });
  return taken;
}

TEST(WorkInOrder, is_taken_in_order_whatever_the_threads) {
  for (const unsigned threads : {1U, 2U, 16U}) {
    const auto taken = taken_by(threads, 40, 100);
    ASSERT_EQ(taken.size(), 40u);
    EXPECT_TRUE(std::ranges::is_sorted(taken));
  }
  EXPECT_TRUE(taken_by(2, 0, 100).empty());
}

TEST(WorkInOrder, ends_when_the_taker_says_so) { EXPECT_EQ(taken_by(2, 40, 5).size(), 5u); }

TEST(WorkInOrder, is_not_done_far_ahead_of_what_is_taken) {
  std::atomic<std::size_t> made = 0;
  work_in_order<int>(
      100, 2, [&](std::size_t) { return ++made, 0; },
      [&](std::size_t at, int) {
        EXPECT_LE(made, at + 1 + 8);
        return true;
      });
}

TEST(WorkInOrder, joins_its_threads_when_the_taker_throws) {
  EXPECT_THROW(
      work_in_order<int>(
          100, 2, [](std::size_t) { return 0; }, [](std::size_t, int) -> bool { throw std::runtime_error("disk"); }),
      std::runtime_error);
}

}  // namespace
}  // namespace lotline::service
