#include "base/packed_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/generator.h"

namespace lotline {
namespace {

Packed key_of(std::int64_t number) { return Packed{}.add(number); }
Packed row_of(std::int64_t number, std::string_view text) { return Packed{}.add(number).add(text); }

std::vector<std::string> rows_with(const PackedRows& rows, const Packed& prefix) {
  std::vector<std::string> found;
  rows.scan(prefix, [&](std::string_view row) { return found.emplace_back(row), true; });
  return found;
}

TEST(PackedRows, stand_in_their_order_whatever_is_put_replaced_and_erased) {
  PackedRows rows;
  std::map<std::string, std::string> expected;
  Generator random(7, "packed rows");
  for (int step = 0; step < 40'000; ++step) {
    const auto number = static_cast<std::int64_t>(random.below(3'000));
    const Packed key = key_of(number);
    if (random.below(4) == 0) {
      rows.erase(key);
      expected.erase(key.bytes());
    } else {
      const Packed row = row_of(number, std::string(random.below(30), static_cast<char>('a' + random.below(26))));
      rows.put(key, row);
      expected[key.bytes()] = row.bytes();
    }
    ASSERT_EQ(rows.size(), expected.size());
  }
  std::vector<std::string> all;
  for (const auto& entry : expected) all.push_back(entry.second);
  EXPECT_EQ(rows_with(rows, {}), all);
  for (std::int64_t number = 0; number < 3'000; ++number) {
    const auto at = expected.find(key_of(number).bytes());
    EXPECT_EQ(rows.find(key_of(number)), at == expected.end() ? "" : at->second);
  }
}

TEST(PackedRows, keep_their_order_while_the_rest_behind_a_key_grows_and_shrinks) {
  // Rows of the same key that sort above and below what once began a block.
  PackedRows rows;
  std::map<std::string, std::string> expected;
  Generator random(11, "packed rows");
  for (int step = 0; step < 400'000; ++step) {
    const auto number = static_cast<std::int64_t>(random.below(400));
    const Packed key = key_of(number);
    const std::string text(1 + 40 * random.below(3), static_cast<char>('a' + random.below(26)));
    const Packed row = row_of(number, text);
    rows.put(key, row);
    expected[key.bytes()] = row.bytes();
    ASSERT_EQ(rows.find(key), row.bytes());
    if (step % 50 == 0) {
      const Packed gone = key_of(static_cast<std::int64_t>(random.below(400)));
      rows.erase(gone);
      expected.erase(gone.bytes());
    }
    ASSERT_EQ(rows.size(), expected.size());
  }
  std::vector<std::string> all;
  for (const auto& entry : expected) all.push_back(entry.second);
  EXPECT_EQ(rows_with(rows, {}), all);
}

TEST(PackedRows, in_order_or_against_it_and_longer_than_a_block_are_kept) {
  for (const bool upwards : {true, false}) {
    PackedRows rows;
    for (std::int64_t i = 0; i < 2'000; ++i) {
      const std::int64_t number = upwards ? i : 2'000 - i;
      rows.put(key_of(number), row_of(number, std::string(i % 50 == 0 ? 5'000 : 10, 'y')));
    }
    EXPECT_EQ(rows.size(), 2'000U);
    const auto all = rows_with(rows, {});
    EXPECT_EQ(all.size(), 2'000U);
    EXPECT_TRUE(std::ranges::is_sorted(all));
    for (std::int64_t number = 1; number < 2'000; ++number) EXPECT_FALSE(rows.find(key_of(number)).empty()) << number;
    for (std::int64_t number = 0; number <= 2'000; ++number) rows.erase(key_of(number));
    EXPECT_EQ(rows.size(), 0U);
    EXPECT_TRUE(rows_with(rows, {}).empty());
    rows.put(key_of(5), row_of(5, "again"));
    EXPECT_EQ(rows.size(), 1U);
  }
}

TEST(PackedRows, are_scanned_by_a_prefix_that_ends_with_it) {
  PackedRows rows;
  for (std::int64_t lot = 0; lot < 200; ++lot)
    for (std::int64_t holder = 0; holder < 30; ++holder)
      rows.put(Packed{}.add(lot).add(holder), Packed{}.add(lot).add(holder).add("stock"));
  for (std::int64_t lot = 0; lot < 200; ++lot) EXPECT_EQ(rows_with(rows, key_of(lot)).size(), 30U);
  EXPECT_TRUE(rows_with(rows, key_of(200)).empty());
  EXPECT_TRUE(rows_with(rows, key_of(-1)).empty());
}

TEST(PackedRows, may_change_while_they_are_scanned) {
  PackedRows rows;
  for (std::int64_t number = 0; number < 1'000; ++number) rows.put(key_of(number), row_of(number, "a row like others"));
  std::set<std::string> seen;
  rows.scan({}, [&](std::string_view row) {
    EXPECT_TRUE(seen.insert(std::string{row}).second) << "none is told of twice";
    const auto number = static_cast<std::int64_t>(seen.size()) - 1;
    if (number % 3 == 0) rows.erase(key_of(number));
    if (number % 3 == 1) rows.put(key_of(number), row_of(number, "a row that is now much longer than it was before"));
    rows.put(key_of(-1 - number), row_of(-1 - number, "below"));
    return seen.size() < 2'000;
  });
  EXPECT_EQ(seen.size(), 1'000U) << "each that stood there when it began";
}

}  // namespace
}  // namespace lotline
