#include "marking/retailer_code.h"

#include <gtest/gtest.h>

#include "marking/refusals.h"

namespace lotline::marking {
namespace {

TEST(RetailerCode, letters_and_digits_are_told_apart_and_make_one_code) {
  for (const auto* text : {"QXV12", "qxv-12", " Q.X.V 12 "}) {
    const auto code = read_retailer_code(text);
    ASSERT_TRUE(code.has_value()) << text;
    EXPECT_EQ(code->letters, "QXV");
    EXPECT_EQ(code->digits, "12");
    EXPECT_EQ(code->code, "QXV12");
  }
  EXPECT_EQ(read_retailer_code("QX").value().digits, "");
  EXPECT_EQ(read_retailer_code("ABCDEFGH123456").value().code, "ABCDEFGH123456");
}

TEST(RetailerCode, another_shape_is_refused) {
  for (const auto* text : {"", "Q", "12", "12QX", "QX1V", "ABCDEFGHI", "QX1234567", "QX/1", "QX\xD0\x96", "QX\x01"}) {
    const auto code = read_retailer_code(text);
    ASSERT_FALSE(code.has_value()) << text;
    EXPECT_EQ(code.error().number, bad_retailer_code.number);
  }
}

}  // namespace
}  // namespace lotline::marking
