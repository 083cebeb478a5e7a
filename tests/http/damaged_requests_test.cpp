// Every route sent damaged requests: whatever comes is answered with a problem that tells nothing of the inside, never
// with a fault, and the register stays whole. Straight to where requests are answered; the socket has tests of its own.

#include "base/generator.h"
#include "http/answering.h"
#include "tests/http/server_fixture.h"

namespace lotline {
namespace {

/// What is taken out of one request and put into another.
const std::string_view kPieces[] = {"\"",
                                    "\\",
                                    "{",
                                    "}",
                                    "[",
                                    "]",
                                    ",",
                                    ":",
                                    "null",
                                    "-1",
                                    "1e9",
                                    "9007199254740993",
                                    "\xff",
                                    "\xc0\xaf",
                                    "\\u0000",
                                    "\\ud800",
                                    "'; DROP TABLE log; --",
                                    "<script>alert(1)</script>",
                                    "../../etc/passwd",
                                    "%00",
                                    "%2e%2e",
                                    "{{",
                                    "\r\nSet-Cookie: a=b",
                                    "=cmd|' /C calc'!A0",
                                    "0",
                                    "999999999999999999999",
                                    "2026-02-30",
                                    "\xe2\x80\xae"};

class Damage {
 public:
  explicit Damage(std::uint64_t seed) : chance_(seed, "damage") {}

  std::string of(std::string text) {
    for (std::uint64_t times = 1 + chance_.below(3); times > 0; --times) {
      const std::size_t at = chance_.below(text.size() + 1);
      switch (chance_.below(5)) {
        case 0:
          text.resize(at);
          break;
        case 1:
          text.erase(at, chance_.below(8));
          break;
        case 2:
          text.insert(at, kPieces[chance_.below(std::size(kPieces))]);
          break;
        case 3:
          if (at < text.size()) text[at] = static_cast<char>(chance_.below(256));
          break;
        default:
          text += text.substr(at);
          text.resize(std::min<std::size_t>(text.size(), 8'192));
      }
    }
    return text;
  }
  std::string_view piece() { return kPieces[chance_.below(std::size(kPieces))]; }
  std::uint64_t below(std::uint64_t most) { return chance_.below(most); }

 private:
  Generator chance_;
};

std::string example_of(const http::Route& route) {
  std::string body = "{";
  for (const auto& member : route.members)
    body += fmt::format("{}\"{}\":\"{}\"", body.size() > 1 ? "," : "", member.name, member.example);
  return body + "}";
}

std::string target_of(const http::Route& route, Damage& damage) {
  std::string target;
  for (const std::string_view segment : split(route.path.substr(1), '/'))
    target += fmt::format("/{}", segment.starts_with('{') ? std::string{damage.below(2) == 0 ? "1" : damage.piece()}
                                                          : std::string{segment});
  std::string query;
  for (const auto& parameter : route.parameters)
    if (damage.below(2) == 0)
      query += fmt::format("{}{}={}", query.empty() ? "?" : "&", parameter.name,
                           damage.below(3) == 0 ? damage.piece() : parameter.example);
  return target + query;
}

TEST_F(ServerTest, a_hundred_thousand_damaged_requests_make_no_fault_and_tell_nothing) {
  settings_.requests_per_minute = 1'000'000'000;
  start();
  const auto officer = account("officer", {access::Role::registry_officer, access::Role::examiner});
  const auto administrator = account("chief", {access::Role::administrator});
  http::Answering answering(*house_, page_);
  const std::size_t sent_each = 105'000 / http::routes().size() + 1;
  std::size_t sent = 0;
  std::map<int, std::size_t> statuses;
  for (const http::Route& route : http::routes()) {
    // Signing in hashes a password and ending a session ends the walk: damaged ones of these stop at the members.
    const bool ends_session = route.path == "/api/v1/session" || route.path == "/api/v1/sessions";
    if (ends_session && route.method == "DELETE") continue;
    for (std::size_t i = 0; i < sent_each; ++i) {
      Damage damage(sent);
      const auto& who = route.right == access::Right::manage_accounts ? administrator : officer;
      http::Exchange exchange;
      exchange.request.method = route.method;
      exchange.request.peer = "127.0.0.1";
      exchange.request.headers = {{"host", "localhost"},
                                  {"cookie", "lotline_session=" + who.session},
                                  {"lotline-csrf", who.csrf},
                                  {"content-type", "application/json"}};
      if (damage.below(4) == 0) exchange.request.headers["lotline-case"] = damage.piece();
      if (damage.below(4) == 0) exchange.request.headers["idempotency-key"] = damage.piece();
      const std::string target = damage.below(4) == 0 ? damage.of(target_of(route, damage)) : target_of(route, damage);
      const bool changes = route.method != "GET";
      if (changes) exchange.request.body = damage.of(example_of(route));
      if (changes && ends_session) exchange.request.body = damage.of("{\"name\":{}}");
      exchange.request.upload = folder_.path + "/damaged";
      if (!route.upload.empty())
        std::ofstream(exchange.request.upload, std::ios::binary)
            << damage.of("issuer,ref,code,kind,name\nA,1,B,club,C\n");
      if (answering.admit(exchange, target)) answering.answer(exchange);
      ++sent;
      const auto& reply = exchange.reply;
      ++statuses[reply.status];
      ASSERT_NE(reply.status, 500) << route.method << " " << target << "\n"
                                   << exchange.request.body << "\n"
                                   << reply.body;
      ASSERT_GE(reply.status, 200) << route.path;
      for (const auto& [name, value] : reply.headers)
        ASSERT_EQ(value.find_first_of("\r\n"), std::string::npos) << name << ": " << value;
      if (reply.status < 400) continue;
      ASSERT_EQ(reply.type, "application/problem+json") << route.path;
      ASSERT_EQ(reply.body.find(folder_.path), std::string::npos) << reply.body;
      ASSERT_EQ(reply.body.find("SQL"), std::string::npos) << reply.body;
    }
  }
  EXPECT_GE(sent, 100'000U);
  EXPECT_GT(statuses[422], 1'000U);
  stop();
  reopen();
  expect_verified();
}

}  // namespace
}  // namespace lotline
