#include "base/json_writer.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/check.h"

namespace lotline {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(JsonText, strings_are_escaped_as_rfc_8785_says) {
  EXPECT_EQ(quoted("a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(quoted("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(quoted(std::string_view{"\0\x01\x1F\x7F", 4}), "\"\\u0000\\u0001\\u001f\x7F\"");
  EXPECT_EQ(quoted("é€😀"), "\"é€😀\"");
}

TEST(JsonText, one_line_without_blanks) {
  JsonWriter json;
  json.begin_object().member("a", 1).member("b", "x").key("c").begin_array();
  json.value(true).value(false).null().value(std::size_t{7}).value(std::int64_t{-8}).end_array();
  json.key("d").begin_object().end_object().key("e").raw("[1]").member("f", std::string{"y"}).end_object();
  EXPECT_EQ(json.text(), R"({"a":1,"b":"x","c":[true,false,null,7,-8],"d":{},"e":[1],"f":"y"})");
  EXPECT_EQ(json.take(), R"({"a":1,"b":"x","c":[true,false,null,7,-8],"d":{},"e":[1],"f":"y"})");
}

TEST(JsonText, laid_out_for_a_person) {
  JsonWriter json;
  json.begin_object().key("a").begin_array().value(1).value(2).end_array().key("b").begin_array().end_array();
  json.member("c", R"(\",: [{)").key("d").begin_object().end_object().end_object();
  EXPECT_EQ(laid_out(json.text()), R"({
  "a": [
    1,
    2
  ],
  "b": [],
  "c": "\\\",: [{",
  "d": {}
})");
  EXPECT_EQ(laid_out("{}"), "{}");
}

TEST(JsonText, fractions_are_the_shortest_that_read_back) {
  JsonWriter json;
  json.begin_array().value(0.1).value(0.25).value(1e-7).end_array();
  EXPECT_EQ(json.text(), "[0.1,0.25,1e-07]");
  EXPECT_THROW(json.value(std::numeric_limits<double>::infinity()), BrokenInvariant);
  EXPECT_THROW(json.value(std::numeric_limits<double>::quiet_NaN()), BrokenInvariant);
}

}  // namespace
}  // namespace lotline
