#include "search/all_against_gallery.h"

#include <gtest/gtest.h>

#include "search/refusals.h"

namespace lotline::search {
namespace {

const Checkpoint kRun{
    .gallery_snapshot = 0xFFFF'0000'1234'5678, .options = "short list 200", .questioned = {4, 9, 1, 7}};

/// Searches until item `fails_at`, keeping what was kept.
struct Runner {
  std::vector<ItemNumber> searched{};
  std::string kept{};
  ItemNumber fails_at = 0;

  Result<void> go(const Checkpoint& run, const Checkpoint* from) {
    return search_all(run, from,
                      {.search_one = [this](ItemNumber item) -> Result<void> {
                         if (item == fails_at) return refuse(search_stopped);
                         searched.push_back(item);
                         return {};
                       },
                       .keep = [this](const Checkpoint& now) -> Result<void> {
                         kept = encode(now);
                         return {};
                       }});
  }
};

TEST(AllAgainstGallery, goes_on_where_it_was_stopped) {
  Runner runner{.fails_at = 1};
  EXPECT_EQ(runner.go(kRun, nullptr).error().number, search_stopped.number);
  EXPECT_EQ(runner.searched, (std::vector<ItemNumber>{4, 9}));
  runner.fails_at = 0;
  const auto kept = decode_checkpoint(runner.kept);
  ASSERT_TRUE(kept);
  EXPECT_TRUE(runner.go(kRun, &*kept));
  EXPECT_EQ(runner.searched, (std::vector<ItemNumber>{4, 9, 1, 7}));
  const auto end = decode_checkpoint(runner.kept);
  EXPECT_EQ(end->done, 4U);
  EXPECT_TRUE(runner.go(kRun, &*end));
  EXPECT_EQ(runner.searched.size(), 4U);
}

TEST(AllAgainstGallery, a_checkpoint_of_another_run_is_refused) {
  Runner runner;
  for (const auto& change :
       {+[](Checkpoint& other) { ++other.gallery_snapshot; }, +[](Checkpoint& other) { other.options += "0"; },
        +[](Checkpoint& other) { other.questioned.push_back(3); }}) {
    Checkpoint other = kRun;
    change(other);
    EXPECT_EQ(runner.go(kRun, &other).error().number, other_search.number);
  }
  EXPECT_TRUE(runner.searched.empty());
}

TEST(AllAgainstGallery, a_checkpoint_comes_back_from_its_bytes_and_others_are_refused) {
  Checkpoint some = kRun;
  some.done = 2;
  const std::string good = encode(some);
  EXPECT_EQ(decode_checkpoint(good), some);
  const std::string head = "lotline search checkpoint 1\n";
  for (const std::string& bad :
       {std::string(), std::string("lotline search checkpoint 2\n"), head, head + "x\nall\n1\n1\n7\n", head + "1\n",
        head + "1\nall\n", head + "1\nall\n2\n", head + "1\nall\n1\n2\n7\n", head + "1\nall\n2\n1\n7\n",
        head + "1\nall\n99999999999\n1\n7\n", head + "1\nall\n1\n1\nx\n", head + "1\nall\n1\n1\n7", good + "1\n"}) {
    const auto result = decode_checkpoint(bad);
    ASSERT_FALSE(result) << bad;
    EXPECT_EQ(result.error().number, no_checkpoint.number);
  }
}

}  // namespace
}  // namespace lotline::search
