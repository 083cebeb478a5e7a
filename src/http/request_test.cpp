#include "http/request.h"

#include <gtest/gtest.h>

#include "answers/refusals.h"
#include "base/refusals.h"

namespace lotline::http {
namespace {

TEST(Request, finds_a_cookie_by_its_whole_name) {
  Request request;
  request.headers["cookie"] = "a_lotline=x; lotline_session=secret; lotline=y";
  EXPECT_EQ(request.cookie("lotline_session"), "secret");
  EXPECT_EQ(request.cookie("lotline"), "y");
  EXPECT_EQ(request.cookie("session"), "");
}

TEST(Request, an_idempotency_key_is_short_and_plain) {
  Request request;
  EXPECT_EQ(idempotency_key(request).value(), "");
  request.headers["idempotency-key"] = "2f0c-A_1";
  EXPECT_EQ(idempotency_key(request).value(), "2f0c-A_1");
  for (const std::string& bad : {std::string("a b"), std::string("ü"), std::string(101, 'a')}) {
    request.headers["idempotency-key"] = bad;
    EXPECT_EQ(idempotency_key(request).error().number, answers::bad_key.number);
  }
}

TEST(Members, are_texts_numbers_truths_and_lists_as_one_would_write_them) {
  const auto members =
      members_of(R"({"headstamp":"DC? 17","quantity":3,"live":true,"case":null,"roles":["court","examiner"]})").value();
  EXPECT_EQ(members.at("headstamp"), "DC? 17");
  EXPECT_EQ(members.at("quantity"), "3");
  EXPECT_EQ(members.at("live"), "yes");
  EXPECT_EQ(members.at("case"), "");
  EXPECT_EQ(members.at("roles"), "court;examiner");
}

TEST(Members, of_other_shapes_are_refused) {
  EXPECT_FALSE(members_of("").has_value());
  EXPECT_FALSE(members_of("[]").has_value());
  EXPECT_FALSE(members_of("{\"a\":1.5}").has_value());
  EXPECT_FALSE(members_of("{\"a\":[1]}").has_value());
  EXPECT_EQ(members_of(R"({"a":{"b":1}})").error().number, answers::bad_member.number);
  EXPECT_EQ(members_of(R"({"a":"1","a":"2"})").error().number, answers::bad_member.number);
  EXPECT_EQ(members_of("{\"a\":\"x\\u202ey\"}").error().number, unsafe_text.number);
}

}  // namespace
}  // namespace lotline::http
