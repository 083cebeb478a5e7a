#include "service/list_page.h"

#include <gtest/gtest.h>

#include "base/refusals.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

int refusal(std::string_view list, std::size_t numbers, const std::string& text) {
  const auto read = read_cursor(list, numbers, text);
  return read ? 0 : read.error().number;
}

}  // namespace

TEST(ListPage, a_cursor_is_read_as_it_was_written) {
  const auto cursor = read_cursor("lots", 2, cursor_text("lots", {"DCW17A", {12, -3}})).value();
  ASSERT_TRUE(cursor.has_value());
  EXPECT_EQ(cursor->text, "DCW17A");
  EXPECT_EQ(cursor->numbers, (std::vector<std::int64_t>{12, -3}));
}

TEST(ListPage, no_cursor_is_the_beginning) { EXPECT_FALSE(read_cursor("lots", 1, "").value().has_value()); }

TEST(ListPage, a_cursor_of_another_list_or_made_up_is_refused) {
  const auto good = cursor_text("lots", {{}, {12}});
  EXPECT_EQ(refusal("lots", 1, good), 0);
  EXPECT_EQ(refusal("packages", 1, good), bad_cursor.number);
  EXPECT_EQ(refusal("lots", 2, good), bad_cursor.number);
  EXPECT_EQ(refusal("lots", 1, good.substr(1)), bad_cursor.number);
  EXPECT_EQ(refusal("lots", 1, "zz"), bad_cursor.number);
  EXPECT_EQ(refusal("lots", 1, "+1-2"), bad_cursor.number);
  EXPECT_EQ(refusal("lots", 1, std::string(100'000, '0')), bad_cursor.number);
  EXPECT_EQ(refusal("lots", 1, cursor_text("lots", {std::string(1, '\0'), {12}})), bad_cursor.number);
  EXPECT_EQ(refusal("lots", 1, cursor_text("lots", {"\xFF", {12}})), bad_cursor.number);
  // 12x in place of 12.
  EXPECT_EQ(refusal("lots", 1, good + "78"), bad_cursor.number);
}

TEST(ListPage, a_page_has_1_to_500_items) {
  EXPECT_TRUE(check_limit(1).has_value());
  EXPECT_TRUE(check_limit(500).has_value());
  EXPECT_EQ(check_limit(0).error().number, bad_number.number);
  EXPECT_EQ(check_limit(501).error().field, "limit");
}

}  // namespace lotline::service
