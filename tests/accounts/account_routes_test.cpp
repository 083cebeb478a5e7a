// Sessions and accounts over HTTP, from the request to the reply, past the gate but without a socket.

#include <fstream>

#include "access/one_time_code.h"
#include "access/refusals.h"
#include "answers/http_status.h"
#include "http/first_start.h"
#include "http/gate.h"
#include "http/problem.h"
#include "proof/json_reader.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

using http::Reply;
using http::Request;

class AccountRoutes : public SmallState {
 protected:
  AccountRoutes() {
    http::Settings settings;
    settings.tls_cert = "cert.pem";  // only asked whether it is there
    house_ = http::House::open({catalogue_, clock_, salts_, path_}, settings).value();
    house_->access().password_cost = {1, 8192};  // as cheap as it gets
    const auto first = http::make_first_administrator(*house_).value();
    std::getline(std::ifstream(first->file), first_password_);
  }

  static const http::Route& route_of(std::string_view method, std::string_view path) {
    for (const auto& route : http::routes())
      if (route.method == method && route.path == path) return route;
    throw std::out_of_range(std::string{path});
  }

  /// Asks as the browser that has this cookie; `words` are those of the path.
  Reply ask(std::string_view method, std::string_view path, const std::string& body = "",
            std::map<std::string, std::string, std::less<>> words = {}) {
    request_.method = method;
    request_.body = body;
    request_.words = std::move(words);
    request_.peer = "192.0.2.7";
    request_.id = "r-1";
    request_.headers["cookie"] = "lotline_session=" + cookie_;
    request_.headers["lotline-csrf"] = csrf_;
    const http::Route& route = route_of(method, path);
    const auto visitor = http::visitor_of(*house_, request_, route);
    if (!visitor) return http::problem(visitor.error(), "r-1");
    const auto reference = house_->reference(*visitor);
    http::Call call{request_, *visitor, house_->store(), reference, *house_, {}};
    auto reply = route.handle(call);
    return reply ? *std::move(reply) : http::problem(reply.error(), "r-1");
  }
  static std::string text_in(const Reply& reply, std::string_view name) {
    proof::JsonParser parser;
    const auto value = parser.parse(reply.body);
    return value ? std::string{value->text_at(name).value_or("")} : "";
  }
  static std::int64_t number_in(const Reply& reply) {
    proof::JsonParser parser;
    const auto value = parser.parse(reply.body);
    return value ? value->integer_at("number").value_or(0) : 0;
  }
  static std::string header_of(const Reply& reply, std::string_view name) {
    for (const auto& [at, value] : reply.headers)
      if (at == name) return value;
    return "";
  }

  /// Signs in and goes on as that session.
  Reply sign_in(const std::string& name, const std::string& password, const std::string& code = "") {
    Reply reply = ask("POST", "/api/v1/session",
                      fmt::format(R"({{"name":"{}","password":"{}","code":"{}"}})", name, password, code));
    const std::string set = header_of(reply, "Set-Cookie");
    if (!set.empty()) cookie_ = set.substr(set.find('=') + 1, set.find(';') - set.find('=') - 1);
    if (reply.status == 200) csrf_ = text_in(reply, "csrf");
    return reply;
  }
  /// The first administrator, with a password of their own.
  void administrator() {
    EXPECT_EQ(sign_in("administrator", first_password_).status, 200);
    EXPECT_EQ(
        ask("POST", "/api/v1/session/password", fmt::format(R"({{"old":"{}","new":"{}"}})", first_password_, kPassword))
            .status,
        200);
  }

  static constexpr std::string_view kPassword = "long enough for anybody";
  std::unique_ptr<http::House> house_;
  std::string first_password_;
  Request request_;
  std::string cookie_;
  std::string csrf_;
};

TEST_F(AccountRoutes, nobody_is_told_that_nobody_is_signed_in) {
  const Reply reply = ask("GET", "/api/v1/session");
  EXPECT_EQ(reply.status, 200);
  EXPECT_NE(reply.body.find(R"("signed_in":false)"), std::string::npos) << reply.body;
  EXPECT_EQ(ask("GET", "/api/v1/accounts").status, 401);
}

TEST_F(AccountRoutes, the_first_start_makes_one_administrator_and_the_next_none) {
  EXPECT_FALSE(http::make_first_administrator(*house_).value().has_value());
}

TEST_F(AccountRoutes, a_session_is_a_cookie_that_no_script_reads_and_no_other_page_sends) {
  const Reply reply = sign_in("administrator", first_password_);
  EXPECT_EQ(header_of(reply, "Set-Cookie"),
            "lotline_session=" + cookie_ + "; Path=/; HttpOnly; SameSite=Strict; Secure");
  EXPECT_EQ(cookie_.size(), 43U);
  const Reply out = ask("DELETE", "/api/v1/session");
  EXPECT_EQ(out.status, 204);
  EXPECT_EQ(header_of(out, "Set-Cookie"), "lotline_session=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0");
  EXPECT_EQ(ask("DELETE", "/api/v1/session").status, 401);
}

TEST_F(AccountRoutes, a_given_password_opens_nothing_until_it_is_changed) {
  ASSERT_EQ(sign_in("administrator", first_password_).status, 200);
  Reply reply = ask("GET", "/api/v1/accounts");
  EXPECT_EQ(reply.status, 403);
  EXPECT_EQ(number_in(reply), access::password_to_change.number);
  reply = ask("POST", "/api/v1/session/password", R"({"old":"wrong","new":"long enough for anybody"})");
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(text_in(reply, "field"), "old");
  administrator();
  EXPECT_EQ(ask("GET", "/api/v1/accounts").status, 200);
}

TEST_F(AccountRoutes, a_change_without_the_sessions_value_is_refused) {
  administrator();
  csrf_.clear();
  EXPECT_EQ(number_in(ask("DELETE", "/api/v1/sessions")), access::csrf_refused.number);
  EXPECT_EQ(ask("GET", "/api/v1/accounts").status, 200);
}

TEST_F(AccountRoutes, accounts_are_made_changed_at_their_version_and_reset) {
  administrator();
  const Reply made =
      ask("POST", "/api/v1/accounts",
          R"({"name":"till","display_name":"Simulated trader","organisation":"DEALER","roles":["trader"]})");
  EXPECT_EQ(made.status, 201);
  EXPECT_EQ(header_of(made, "Location"), "/api/v1/accounts/till");
  EXPECT_EQ(text_in(made, "password").size(), 23U);
  const Reply shown = ask("GET", "/api/v1/accounts/{name}", "", {{"name", "till"}});
  EXPECT_EQ(header_of(shown, "ETag"), "\"1\"");
  EXPECT_EQ(text_in(shown, "organisation"), "DEALER");

  request_.headers["if-match"] = "\"1\"";
  const auto change = [&](const std::string& body) {
    return ask("PUT", "/api/v1/accounts/{name}", body, {{"name", "till"}});
  };
  EXPECT_EQ(header_of(change(R"({"roles":["stock_keeper"]})"), "ETag"), "\"2\"");
  EXPECT_EQ(change(R"({"disabled":true})").status, 412);
  request_.headers["if-match"] = "\"2\"";
  EXPECT_EQ(header_of(change(R"({"disabled":"yes"})"), "ETag"), "\"3\"");
  request_.headers["if-match"] = "W/\"x\"";
  EXPECT_EQ(change(R"({"disabled":false})").status, 412);
  request_.headers.erase("if-match");
  EXPECT_EQ(change(R"({"disabled":"perhaps"})").status, 422);
  EXPECT_EQ(change(R"({"roles":["king"]})").status, 422);
  EXPECT_EQ(change(R"({"organisation":"NOBODY"})").status, 422);
  EXPECT_EQ(ask("POST", "/api/v1/accounts/{name}/reset", "{}", {{"name", "till"}}).status, 200);
  EXPECT_EQ(ask("GET", "/api/v1/accounts/{name}", "", {{"name", "nobody"}}).status, 404);
}

TEST_F(AccountRoutes, a_list_goes_on_where_it_ended) {
  administrator();
  for (const char* name : {"one", "two", "three"})
    ASSERT_EQ(ask("POST", "/api/v1/accounts",
                  fmt::format(R"({{"name":"{}","display_name":"Person","roles":["court"]}})", name))
                  .status,
              201);
  request_.query = {{"limit", "2"}};
  EXPECT_EQ(text_in(ask("GET", "/api/v1/accounts"), "next"), "2");
  request_.query = {{"limit", "3"}, {"cursor", "2"}};
  EXPECT_NE(ask("GET", "/api/v1/accounts").body.find(R"("next":"")"), std::string::npos);
  request_.query = {{"limit", "some"}};
  EXPECT_EQ(ask("GET", "/api/v1/accounts").status, 422);
}

TEST_F(AccountRoutes, a_second_factor_is_begun_confirmed_and_shown_again) {
  administrator();
  const std::string secret = text_in(ask("POST", "/api/v1/session/second-factor", "{}"), "secret");
  const auto code = [&] { return fmt::format(R"({{"code":"{}"}})", access::code_at(secret, clock_.moment)); };
  EXPECT_EQ(ask("PUT", "/api/v1/session/second-factor", R"({"code":"000"})").status, 422);
  const Reply confirmed = ask("PUT", "/api/v1/session/second-factor", code());
  EXPECT_NE(confirmed.body.find("recovery_codes"), std::string::npos);
  clock_.moment.seconds += 30;
  EXPECT_NE(ask("POST", "/api/v1/session/step-up", code()).body.find(R"("stepped_up":true)"), std::string::npos);
  EXPECT_EQ(number_in(sign_in("administrator", std::string{kPassword})), access::second_factor_needed.number);
}

TEST_F(AccountRoutes, a_token_is_given_to_a_machine_and_withdrawn) {
  administrator();
  const Reply given =
      ask("POST", "/api/v1/tokens",
          fmt::format(R"({{"name":"audit","rights":["read_access_log"],"ends":"{}"}})", to_text(clock_.now().day())));
  ASSERT_EQ(given.status, 201);
  const std::string session = std::exchange(cookie_, "");
  request_.headers["authorization"] = "Bearer " + text_in(given, "token");
  EXPECT_EQ(ask("GET", "/api/v1/access-log").status, 200);
  EXPECT_EQ(ask("GET", "/api/v1/accounts").status, 403);
  request_.headers.erase("authorization");
  cookie_ = session;
  EXPECT_EQ(ask("DELETE", "/api/v1/tokens/{number}", "", {{"number", "1"}}).status, 204);
  cookie_.clear();
  request_.headers["authorization"] = "Bearer " + text_in(given, "token");
  EXPECT_EQ(ask("GET", "/api/v1/access-log").status, 401);
}

TEST_F(AccountRoutes, the_access_log_is_read_in_parts) {
  administrator();
  request_.query = {{"limit", "1"}, {"object", "administrator"}};
  const Reply newest = ask("GET", "/api/v1/access-log");
  EXPECT_NE(newest.body.find("password changed"), std::string::npos) << newest.body;
  request_.query["cursor"] = text_in(newest, "next");
  EXPECT_NE(ask("GET", "/api/v1/access-log").body.find("account made"), std::string::npos);
}

TEST_F(AccountRoutes, too_many_wrong_passwords_are_told_to_come_again) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("administrator", "wrong").status, 401);
  const Reply reply = sign_in("administrator", "wrong");
  EXPECT_EQ(reply.status, 429);
  EXPECT_NE(header_of(reply, "Retry-After"), "");
}

}  // namespace lotline
