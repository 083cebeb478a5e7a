#include "http/router.h"

#include <gtest/gtest.h>

#include <set>

#include "answers/refusals.h"
#include "base/refusals.h"

namespace lotline::http {
namespace {

Result<Reply> answer_nothing(Call&) { return nothing(); }

const std::vector<Route>& two_lots() {
  static const std::vector<Route> routes{
      {.method = "GET", .path = "/lots/{number}", .summary = "one", .handle = answer_nothing},
      {.method = "GET", .path = "/lots/late", .summary = "late ones", .handle = answer_nothing},
      {.method = "POST",
       .path = "/lots/{number}",
       .summary = "changes one",
       .handle = answer_nothing,
       .parameters = {{"why", "reason", "", true}, {"how", "manner"}}}};
  return routes;
}

TEST(Router, finds_the_route_and_the_words_of_the_path) {
  std::string allowed;
  const auto match = Router(two_lots()).find("GET", {"lots", "A/1"}, allowed).value();
  EXPECT_EQ(match.route->summary, "one");
  EXPECT_EQ(match.words.at("number"), "A/1");
}

TEST(Router, prefers_a_fixed_segment_to_a_word) {
  std::string allowed;
  EXPECT_EQ(Router(two_lots()).find("GET", {"lots", "late"}, allowed)->route->summary, "late ones");
}

TEST(Router, answers_head_as_get) {
  std::string allowed;
  EXPECT_EQ(Router(two_lots()).find("HEAD", {"lots", "7"}, allowed)->route->method, "GET");
}

TEST(Router, refuses_a_path_that_no_route_has) {
  for (const std::vector<std::string>& path :
       std::vector<std::vector<std::string>>{{}, {"lots"}, {"lots", ""}, {"x", "y"}}) {
    std::string allowed;
    EXPECT_EQ(Router(two_lots()).find("GET", path, allowed).error().number, answers::no_such_route.number);
    EXPECT_EQ(allowed, "");
  }
}

TEST(Router, refuses_a_method_the_path_does_not_take_and_names_those_it_takes) {
  std::string allowed;
  const auto match = Router(two_lots()).find("DELETE", {"lots", "7"}, allowed);
  EXPECT_EQ(match.error().number, answers::method_not_allowed.number);
  EXPECT_EQ(allowed, "GET, POST");
}

TEST(Parameters, that_a_route_does_not_name_are_refused) {
  EXPECT_EQ(check_parameters(two_lots()[0], {{"x", "1"}}).error().number, answers::unknown_parameter.number);
}

TEST(Parameters, that_are_required_are_asked_for) {
  EXPECT_EQ(check_parameters(two_lots()[2], {{"how", "1"}}).error().number, missing_value.number);
  EXPECT_TRUE(check_parameters(two_lots()[2], {{"why", "1"}}).has_value());
}

TEST(Routes, are_each_declared_once_and_under_the_version) {
  std::set<std::pair<std::string_view, std::string_view>> declared;
  for (const Route& route : routes()) {
    EXPECT_TRUE(declared.emplace(route.method, route.path).second) << route.method << " " << route.path;
    EXPECT_FALSE(route.summary.empty()) << route.path;
    EXPECT_NE(route.handle, nullptr) << route.path;
    EXPECT_TRUE(route.door != Door::signed_in || route.path.starts_with("/api/v1/")) << route.path;
  }
}

}  // namespace
}  // namespace lotline::http
