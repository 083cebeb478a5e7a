#include "http/target.h"

#include <gtest/gtest.h>

#include "answers/refusals.h"

namespace lotline::http {
namespace {

int refused(std::string_view text) {
  const auto target = parse_target(text);
  return target ? 0 : target.error().number;
}

TEST(Target, is_taken_apart_before_it_is_decoded) {
  const auto target = parse_target("/api/v1/lots/DCW/17%2F38-92?holder=A%20B&calibre=7.62x51+M80").value();
  EXPECT_EQ(target.segments, (std::vector<std::string>{"api", "v1", "lots", "DCW", "17/38-92"}));
  EXPECT_EQ(target.query.at("holder"), "A B");
  EXPECT_EQ(target.query.at("calibre"), "7.62x51 M80");
}

TEST(Target, of_the_root_has_no_segments) {
  EXPECT_TRUE(parse_target("/").value().segments.empty());
  EXPECT_TRUE(parse_target("/?").value().query.empty());
}

TEST(Target, a_parameter_without_a_value_is_empty) { EXPECT_EQ(parse_target("/a?live").value().query.at("live"), ""); }

TEST(Target, refuses_what_is_no_absolute_path) { EXPECT_EQ(refused("api"), answers::bad_target.number); }

TEST(Target, refuses_bad_escapes_zero_bytes_and_what_is_not_utf8) {
  for (const auto* text : {"/a%", "/a%4", "/a%zz", "/a%4z", "/a%z4", "/a?b=%g1", "/%00", "/%ff", "/a?b=%c3%28"})
    EXPECT_EQ(refused(text), answers::bad_target.number) << text;
}

TEST(Target, refuses_dots_that_would_leave_a_folder_however_they_are_written) {
  for (const auto* text : {"/../etc/passwd", "/a/./b", "/%2e%2e/x", "/a/%2E%2e"})
    EXPECT_EQ(refused(text), answers::bad_target.number) << text;
}

TEST(Target, refuses_a_parameter_given_twice) { EXPECT_EQ(refused("/a?b=1&b=2"), answers::parameter_twice.number); }

}  // namespace
}  // namespace lotline::http
