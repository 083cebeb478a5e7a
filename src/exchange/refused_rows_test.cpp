#include "exchange/refused_rows.h"

#include <gtest/gtest.h>

namespace lotline::exchange {
namespace {

using namespace std::string_literals;

TEST(RefusedRows, what_is_text_stays_as_it_is) {
  EXPECT_EQ(text_of_bytes("REG,1,\"a\tb\nc\",Muni\u00E7\u00E3o \u0426 \U0001F512"),
            "REG,1,\"a\tb\nc\",Muni\u00E7\u00E3o \u0426 \U0001F512");
}

TEST(RefusedRows, a_byte_that_is_no_text_or_a_control_character_stands_as_its_number) {
  EXPECT_EQ(text_of_bytes("Muni\xE7\xE3o"), "Muni\\xE7\\xE3o");
  EXPECT_EQ(text_of_bytes("a\0b\x1B\x7F"s), "a\\x00b\\x1B\\x7F");
  EXPECT_EQ(text_of_bytes("\xC3"), "\\xC3") << "a character cut short";
  EXPECT_EQ(text_of_bytes("\xC3(\xF0\x9F\x94"), "\\xC3(\\xF0\\x9F\\x94");
}

TEST(RefusedRows, a_backslash_is_doubled_so_that_the_bytes_can_be_told) {
  EXPECT_EQ(text_of_bytes("C:\\xE7"), "C:\\\\xE7");
}

}  // namespace
}  // namespace lotline::exchange
