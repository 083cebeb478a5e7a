#include "base/share_out.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace lotline {
namespace {

TEST(ShareOut, every_piece_is_done_once_with_any_number_of_threads) {
  for (const unsigned threads : {0U, 1U, 2U, 16U}) {
    std::vector<std::atomic<int>> times(100);
    std::size_t last = 0;
    EXPECT_TRUE(share_out(
        times.size(), threads, [&](std::size_t at) { ++times[at]; },
        [&](std::size_t done) {
          EXPECT_EQ(done, last + 1);
          last = done;
          return true;
        }));
    EXPECT_EQ(last, times.size());
    for (const auto& count : times) EXPECT_EQ(count, 1);
  }
}

TEST(ShareOut, nothing_to_do_is_done) {
  EXPECT_TRUE(share_out(0, 4, [](std::size_t) { FAIL(); }));
}

TEST(ShareOut, work_ends_early_when_it_is_told_to) {
  std::atomic<int> times = 0;
  EXPECT_FALSE(share_out(1000, 1, [&](std::size_t) { ++times; }, [](std::size_t done) { return done < 10; }));
  EXPECT_EQ(times, 10);
}

TEST(ShareOut, what_a_piece_throws_comes_back_to_the_caller) {
  for (const unsigned threads : {1U, 4U})
    EXPECT_THROW(share_out(50, threads,
                           [](std::size_t at) {
                             if (at == 20) throw std::runtime_error("no");
                           }),
                 std::runtime_error);
}

}  // namespace
}  // namespace lotline
