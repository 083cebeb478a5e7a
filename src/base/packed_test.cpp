#include "base/packed.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "base/check.h"

namespace lotline {
namespace {

TEST(Packed, numbers_and_texts_stand_in_their_own_order) {
  const std::vector<std::int64_t> numbers{std::numeric_limits<std::int64_t>::min(),
                                          -70'000,
                                          -65'537,
                                          -65'536,
                                          -257,
                                          -256,
                                          -255,
                                          -2,
                                          -1,
                                          0,
                                          1,
                                          2,
                                          255,
                                          256,
                                          257,
                                          65'535,
                                          65'536,
                                          std::int64_t{1} << 40,
                                          std::numeric_limits<std::int64_t>::max()};
  for (std::size_t a = 0; a < numbers.size(); ++a)
    for (std::size_t b = 0; b < numbers.size(); ++b)
      EXPECT_EQ(Packed{}.add(numbers[a]) <=> Packed{}.add(numbers[b]), a <=> b) << numbers[a] << " " << numbers[b];
  const std::vector<std::string> texts{"", "A", "AB", "B", "a", "\xC3\xA9"};
  for (std::size_t a = 0; a < texts.size(); ++a)
    for (std::size_t b = 0; b < texts.size(); ++b)
      EXPECT_EQ(Packed{}.add(texts[a]).add(1) <=> Packed{}.add(texts[b]).add(1), a <=> b)
          << texts[a] << " " << texts[b];
}

TEST(Packed, cells_come_out_as_they_went_in) {
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  const Packed cells = Packed{}.add(-300).add("place").add("").add(0).add(least).add(70'000);
  PackedReader reader(cells);
  EXPECT_FALSE(reader.at_text());
  EXPECT_EQ(reader.number(), -300);
  EXPECT_TRUE(reader.at_text());
  EXPECT_EQ(reader.text(), "place");
  EXPECT_EQ(reader.text(), "");
  EXPECT_EQ(reader.number(), 0);
  EXPECT_EQ(reader.number(), least);
  EXPECT_EQ(reader.number(), 70'000);
  EXPECT_TRUE(reader.done());
}

TEST(Packed, cells_begin_with_their_first_ones_and_no_others) {
  const Packed cells = Packed{}.add(12).add("ab").add(3);
  EXPECT_TRUE(cells.begins_with(Packed{}));
  EXPECT_TRUE(cells.begins_with(Packed{}.add(12)));
  EXPECT_TRUE(cells.begins_with(Packed{}.add(12).add("ab")));
  EXPECT_FALSE(cells.begins_with(Packed{}.add(12).add("a")));
  EXPECT_FALSE(cells.begins_with(Packed{}.add(1)));
}

TEST(Packed, a_text_with_a_nul_in_it_is_no_cell) {
  EXPECT_THROW(Packed{}.add(std::string_view{"a\0b", 3}), BrokenInvariant);
}

}  // namespace
}  // namespace lotline
