#include "exchange/json_dom.h"

#include <gtest/gtest.h>

#include "base/refusals.h"
#include "exchange/epcis_fixture.h"
#include "exchange/json_text.h"
#include "exchange/refusals.h"

namespace lotline::exchange {
namespace {

Result<std::string> canonical(std::string_view json) {
  dom::parser parser;
  const simdjson::padded_string padded(json);
  std::string text;
  TRY(append_canonical(text, TRY(parse_json(parser, padded))));
  return text;
}

TEST(JsonDom, canonical_text_orders_members_and_writes_numbers_as_ecmascript_does) {
  EXPECT_EQ(canonical(R"( {"b":[1, 2.50,true,null,"\u00e4\n"], "a":{} } )").value_or(""),
            "{\"a\":{},\"b\":[1,2.5,true,null,\"\xC3\xA4\\n\"]}");
  const std::pair<std::string_view, std::string_view> numbers[] = {{"1e21", "1e+21"},
                                                                   {"1e20", "100000000000000000000"},
                                                                   {"0.000001", "0.000001"},
                                                                   {"1e-7", "1e-7"},
                                                                   {"1.5e-9", "1.5e-9"},
                                                                   {"42.5", "42.5"},
                                                                   {"-0.25", "-0.25"},
                                                                   {"1.0", "1"},
                                                                   {"123e2", "12300"},
                                                                   {"1.25e22", "1.25e+22"},
                                                                   {"-1.0", "-1"},
                                                                   {"0.0", "0"},
                                                                   {"333333333.33333329", "333333333.3333333"},
                                                                   {"9007199254740993", "9007199254740993"},
                                                                   {"18446744073709551615", "18446744073709551615"}};
  for (const auto& [written, expected] : numbers)
    EXPECT_EQ(canonical(written).value_or("refused"), expected) << written;
}

TEST(JsonDom, a_member_named_twice_is_refused_in_small_objects_and_in_large_ones) {
  EXPECT_EQ(refusal_of(canonical(R"({"a":1,"b":{"c":1,"c":1}})")), epcis_member_repeated.number);
  for (const int count : {3, 40}) {
    std::string members = R"("name0":0)";
    for (int i = 1; i < count; ++i) members += fmt::format(R"(,"name{}":0)", i);
    dom::parser parser;
    const auto differ = [&](const std::string& json) {
      const simdjson::padded_string padded(json);
      return refusal_of(members_differ(dom::object(parser.parse(padded).value())));
    };
    EXPECT_EQ(differ("{" + members + "}"), 0);
    EXPECT_EQ(differ("{" + members + R"(,"name1":0})"), epcis_member_repeated.number);
  }
}

TEST(JsonDom, what_cannot_be_read_is_refused_by_its_reason) {
  EXPECT_EQ(refusal_of(canonical("{\"a\":1")), bad_epcis_json.number);
  EXPECT_EQ(refusal_of(canonical("\"\xFF\"")), bad_encoding.number);
  EXPECT_EQ(refusal_of(canonical("1e999")), epcis_bad_number.number);
  EXPECT_EQ(refusal_of(canonical(std::string(2000, '[') + std::string(2000, ']'))), epcis_too_deep.number);
}

TEST(JsonDom, each_kind_of_value_is_told_and_only_the_right_one_taken) {
  dom::parser parser;
  const std::string json = R"([[],{},"t",true,null,1.5])";
  const simdjson::padded_string padded(json);
  const dom::array items = parser.parse(padded).value();
  std::vector<std::string_view> kinds;
  std::vector<int> texts, objects, lists;
  for (const dom::element item : items) {
    kinds.push_back(kind_of(item));
    texts.push_back(refusal_of(text_of(item)));
    objects.push_back(refusal_of(object_of(item)));
    lists.push_back(refusal_of(list_of(item)));
  }
  const int no = epcis_member_type.number;
  EXPECT_EQ(kinds,
            (std::vector<std::string_view>{"a list", "an object", "a text", "true or false", "null", "a number"}));
  EXPECT_EQ(texts, (std::vector<int>{no, no, 0, no, no, no}));
  EXPECT_EQ(objects, (std::vector<int>{no, 0, no, no, no, no}));
  EXPECT_EQ(lists, (std::vector<int>{0, no, no, no, no, no}));
}

TEST(JsonDom, a_text_by_itself_is_freed_of_its_quotes_and_escapes) {
  EXPECT_EQ(plain_json_text(R"("event")").value_or(""), "event");
  EXPECT_EQ(plain_json_text(R"("ev\u0065nt\n")").value_or(""), "event\n");
  EXPECT_EQ(refusal_of(plain_json_text(R"("\x")")), bad_epcis_json.number);
}

}  // namespace
}  // namespace lotline::exchange
