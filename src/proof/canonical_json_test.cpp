#include "proof/canonical_json.h"

#include <gtest/gtest.h>

#include <string>

#include "base/check.h"
#include "base/refusals.h"
#include "proof/refusals.h"

namespace lotline::proof {
namespace {

std::string array_text(const CanonicalArray& array) {
  std::string out;
  array.append_to(out);
  return out;
}

TEST(CanonicalJson, members_come_out_in_order_however_they_went_in) {
  CanonicalObject in_order;
  in_order.add("a", 1).add("b", "two").add("c", true).add_null("d");
  CanonicalObject backwards;
  backwards.add_null("d").add("c", true).add("b", "two").add("a", 1);
  EXPECT_EQ(in_order.text(), R"({"a":1,"b":"two","c":true,"d":null})");
  EXPECT_EQ(backwards.text(), in_order.text());
  EXPECT_EQ(CanonicalObject{}.text(), "{}");
}

TEST(CanonicalJson, objects_and_arrays_nest) {
  CanonicalObject inner;
  inner.add("z", 1).add("y", false);
  CanonicalArray numbers;
  numbers.add(3).add("x").add(std::string{"s"}).add(inner).add(CanonicalArray{});
  CanonicalObject outer;
  outer.add("list", numbers).add("inner", inner).add("empty", CanonicalObject{});
  EXPECT_EQ(outer.text(), R"({"empty":{},"inner":{"y":false,"z":1},"list":[3,"x","s",{"y":false,"z":1},[]]})");
  EXPECT_EQ(canonicalise(outer.text()).value(), outer.text());
}

TEST(CanonicalJson, an_object_cleared_serves_again) {
  CanonicalObject object;
  object.add("b", 1).add("a", 2).clear();
  EXPECT_EQ(object.text(), "{}");
  EXPECT_EQ(object.add("b", 3).add("c", 4).text(), R"({"b":3,"c":4})");
}

// The property names of RFC 8785, section 3.2.3, in the order that it gives.
TEST(CanonicalJson, names_are_ordered_by_their_utf_16_code_units) {
  const std::vector<std::string> names = {
      "\r", "1", "\xC2\x80", "\xC3\xB6", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xEF\xAC\xB3"};
  CanonicalObject object;
  std::string json = "{";
  for (std::size_t i = names.size(); i-- > 0;) {
    object.add(names[i], static_cast<int>(i));
    json += (json.size() > 1 ? ",\"" : "\"") + (names[i] == "\r" ? "\\r" : names[i]) + "\":" + std::to_string(i);
  }
  const std::string expected =
      "{\"\\r\":0,\"1\":1,\"\xC2\x80\":2,\"\xC3\xB6\":3,\"\xE2\x82\xAC\":4,\"\xF0\x9F\x98\x80\":5,\"\xEF\xAC\xB3\":6}";
  EXPECT_EQ(object.text(), expected);
  EXPECT_EQ(canonicalise(json + "}").value(), expected);
  EXPECT_TRUE(utf16_order("a", "ab") < 0);
  EXPECT_TRUE(utf16_order("b", "ab") > 0);
  EXPECT_TRUE(utf16_order("ab", "ab") == 0);
  EXPECT_TRUE(utf16_order("\xED\x9F\xBF", "\xF0\x90\x80\x80") < 0);
  EXPECT_TRUE(utf16_order("\xF0\x90\x80\x80", "\xEE\x80\x80") < 0);
}

TEST(CanonicalJson, texts_are_escaped_as_rfc_8785_says_and_no_more) {
  CanonicalArray array;
  array.add("\xE2\x82\xAC$\x0F\nA'B\"\\\\\"/").add("\b\t\f\r\x7F\x1F").add(std::string_view{"\0", 1});
  EXPECT_EQ(array_text(array),
            "[\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",\"\\b\\t\\f\\r\x7F\\u001f\",\"\\u0000\"]");
  EXPECT_EQ(canonicalise(R"(["\u20ac\u0041\/\ud83d\ude00"])").value(),
            "[\"\xE2\x82\xAC"
            "A/\xF0\x9F\x98\x80\"]");
}

TEST(CanonicalJson, a_character_to_escape_is_found_wherever_it_stands) {
  for (std::size_t size = 1; size <= 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (const char special : {'"', '\\', '\x1F', '\0'}) {
        std::string text(size, 'm');
        text[at] = special;
        CanonicalArray array;
        array.add(text);
        const std::string written = array_text(array);
        EXPECT_GT(written.size(), size + 4) << size << ' ' << at;
        EXPECT_EQ(canonicalise(written).value(), written);
      }
    }
    CanonicalArray plain;
    plain.add(std::string(size, '!'));
    EXPECT_EQ(array_text(plain).size(), size + 4);
  }
}

TEST(CanonicalJson, what_json_cannot_carry_exactly_breaks_an_invariant) {
  CanonicalObject object;
  object.add("most", std::int64_t{9007199254740991}).add("least", std::int64_t{-9007199254740991});
  EXPECT_EQ(object.text(), R"({"least":-9007199254740991,"most":9007199254740991})");
  EXPECT_THROW(CanonicalObject{}.add("n", std::int64_t{9007199254740992}), BrokenInvariant);
  EXPECT_THROW(CanonicalArray{}.add(-9007199254740992), BrokenInvariant);
  EXPECT_THROW(CanonicalObject{}.add("t", "caf\xE9"), BrokenInvariant);
  EXPECT_THROW(CanonicalObject{}.add("caf\xE9", 1), BrokenInvariant);
}

TEST(CanonicalJson, a_member_added_twice_breaks_an_invariant) {
  CanonicalObject neighbours;
  neighbours.add("a", 1).add("a", 2);
  EXPECT_THROW(static_cast<void>(neighbours.text()), BrokenInvariant);
  CanonicalObject apart;
  apart.add("a", 1).add("b", 2).add("a", 1);
  EXPECT_THROW(static_cast<void>(apart.text()), BrokenInvariant);
  CanonicalObject unnamed;
  unnamed.add("", 1).add("", 2);
  EXPECT_THROW(static_cast<void>(unnamed.text()), BrokenInvariant);
}

TEST(CanonicalJson, any_text_becomes_canonical_and_a_canonical_one_stays) {
  const std::string canonical =
      canonicalise(" { \"b\" : [ 1 , true , null , { } , [ ] ] ,\n \"a\" : { \"y\" : -5 , \"x\" : \"\\u0041\" } } ")
          .value();
  EXPECT_EQ(canonical, R"({"a":{"x":"A","y":-5},"b":[1,true,null,{},[]]})");
  EXPECT_EQ(canonicalise(canonical).value(), canonical);
  EXPECT_EQ(canonicalise("-0").value(), "0");
}

TEST(CanonicalJson, what_no_record_may_hold_is_refused) {
  for (const char* wrong :
       {"1.5", "[1.0]", "{\"a\":1e3}", "9007199254740992", "[[-9007199254740992]]", "123456789012345678901234567890"})
    EXPECT_EQ(canonicalise(wrong).error().number, json_number.number) << wrong;
  EXPECT_EQ(canonicalise(R"({"a":1,"b":2,"a":3})").error().number, duplicate_member.number);
  EXPECT_EQ(canonicalise(R"([{"a":1,"\u0061":1}])").error().number, duplicate_member.number);
  EXPECT_EQ(canonicalise("{\"\xFF\":1}").error().number, bad_encoding.number);
  EXPECT_EQ(canonicalise(std::string(65, '[') + '1' + std::string(65, ']')).error().number, json_too_deep.number);
  EXPECT_EQ(canonicalise("{").error().number, bad_json.number);
}

}  // namespace
}  // namespace lotline::proof
