#include "proof/json_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "base/refusals.h"
#include "proof/refusals.h"

namespace lotline::proof {
namespace {

std::string nested(std::size_t levels) { return std::string(levels, '[') + '1' + std::string(levels, ']'); }

TEST(JsonReader, a_record_body_is_read_member_by_member) {
  JsonParser parser;
  const JsonValue body =
      parser
          .parse(R"({"kind":"dispatch","rounds":5000,"marked":true,"note":null,"lots":["A-1","B-2"],"to":{"party":7}})")
          .value();
  EXPECT_EQ(body.text_at("kind").value(), "dispatch");
  EXPECT_EQ(body.integer_at("rounds").value(), 5000);
  EXPECT_TRUE(body.truth_at("marked").value());
  EXPECT_TRUE(body.member("note").value().is_null());
  EXPECT_FALSE(body.member("kind").value().is_null());
  const auto lots = body.items_at("lots").value();
  ASSERT_EQ(lots.size(), 2U);
  EXPECT_EQ(lots[1].text().value(), "B-2");
  EXPECT_EQ(body.member("to").value().integer_at("party").value(), 7);
  const auto members = body.members().value();
  ASSERT_EQ(members.size(), 6U);
  EXPECT_EQ(members[0].name, "kind");
  EXPECT_EQ(members[5].name, "to");
}

TEST(JsonReader, every_type_is_told) {
  JsonParser parser;
  const auto items = parser.parse(R"([{},[],"x",1,-1,false,null])").value().items().value();
  using enum JsonValue::Type;
  const JsonValue::Type expected[] = {object, array, text, integer, integer, truth, null};
  ASSERT_EQ(items.size(), std::size(expected));
  for (std::size_t i = 0; i < items.size(); ++i) EXPECT_EQ(items[i].type().value(), expected[i]) << i;
}

TEST(JsonReader, an_absent_member_is_nothing_or_a_refusal_that_names_it) {
  JsonParser parser;
  const JsonValue body = parser.parse(R"({"a":1})").value();
  EXPECT_TRUE(body.find("a").value().has_value());
  EXPECT_FALSE(body.find("b").value().has_value());
  EXPECT_EQ(body.member("b").error().number, missing_member.number);
  EXPECT_NE(body.text_at("b").error().text.find("'b'"), std::string::npos);
}

TEST(JsonReader, a_value_of_another_type_is_refused_and_its_member_named) {
  JsonParser parser;
  const JsonValue body = parser.parse(R"({"text":"1","number":1})").value();
  EXPECT_EQ(body.text_at("number").error().number, json_type.number);
  EXPECT_NE(body.text_at("number").error().text.find("'number'"), std::string::npos);
  EXPECT_EQ(body.integer_at("text").error().number, json_type.number);
  EXPECT_EQ(body.truth_at("text").error().number, json_type.number);
  EXPECT_EQ(body.items_at("text").error().number, json_type.number);
  EXPECT_EQ(body.member("text").value().members().error().number, json_type.number);
  EXPECT_EQ(body.member("text").value().find("x").error().number, json_type.number);
}

TEST(JsonReader, a_number_is_an_integer_that_json_carries_exactly) {
  JsonParser parser;
  const auto integer = [&](const char* text) -> Result<std::int64_t> { return TRY(parser.parse(text)).integer(); };
  EXPECT_EQ(integer("9007199254740991").value(), 9007199254740991);
  EXPECT_EQ(integer("-9007199254740991").value(), -9007199254740991);
  for (const char* wrong : {"9007199254740992", "-9007199254740992", "9223372036854775808", "18446744073709551616",
                            "1.0", "1e2", "0.5", "01", "-"})
    EXPECT_EQ(integer(wrong).error().number, json_number.number) << wrong;
  EXPECT_EQ(parser.parse("[1.5]").value().items().value()[0].type().error().number, json_number.number);
}

TEST(JsonReader, text_that_is_not_json_is_refused_and_the_parser_serves_on) {
  JsonParser parser;
  for (const char* wrong :
       {"", " ", "{", "[1,]", "{\"a\":}", "{'a':1}", "nul", "[1] [2]", "\"\\ud800\"", "\"\\x\"", "\"line\nbreak\""})
    EXPECT_EQ(parser.parse(wrong).error().number, bad_json.number) << wrong;
  EXPECT_EQ(parser.parse(std::string_view{}).error().number, bad_json.number) << "a text that lies nowhere";
  EXPECT_EQ(parser.parse("\"caf\xe9\"").error().number, bad_encoding.number);
  EXPECT_EQ(parser.parse("\"caf\xc3\xa9\"").value().text().value(), "caf\xc3\xa9");
}

TEST(JsonReader, nesting_ends_at_sixty_four_levels_however_long_the_text_before_was) {
  JsonParser parser;
  EXPECT_TRUE(parser.parse(nested(64)).has_value());
  EXPECT_EQ(parser.parse(nested(65)).error().number, json_too_deep.number);
  ASSERT_TRUE(parser.parse('"' + std::string(100'000, 'x') + '"').has_value());
  EXPECT_TRUE(parser.parse(nested(64)).has_value());
  EXPECT_EQ(parser.parse(nested(65)).error().number, json_too_deep.number);
  EXPECT_EQ(parser.parse(nested(100'000)).error().number, json_too_deep.number);
}

}  // namespace
}  // namespace lotline::proof
