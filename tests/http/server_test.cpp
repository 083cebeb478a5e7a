// The service on its socket: what it says to well-formed requests, and what becomes of all others.

#include "access/one_time_code.h"
#include "service/access_log.h"
#include "tests/http/server_fixture.h"

namespace lotline {
namespace {

TEST_F(ServerTest, answers_whether_it_is_alive_and_serves_the_page_to_anybody) {
  start();
  EXPECT_EQ(ask("GET", "/healthz").body, "alive\n");
  EXPECT_EQ(ask("GET", "/readyz").body, "ready\n");
  const Answer page = ask("GET", "/");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.header("Content-Security-Policy").find("script-src 'self'"), std::string::npos);
  EXPECT_EQ(ask("GET", "/", "If-None-Match: " + page.header("ETag") + "\r\n").status, 304);
}

TEST_F(ServerTest, keeps_a_connection_for_the_next_request_also_after_a_refusal) {
  start();
  Wire wire(port());
  for (const auto* path : {"/healthz", "/nothing/here", "/healthz"}) {
    wire.send(fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\n\r\n", path));
    const Answer answer(wire.read_answer());
    EXPECT_EQ(answer.status, std::string_view(path) == "/healthz" ? 200 : 404);
  }
}

TEST_F(ServerTest, a_refusal_is_a_problem_document_with_the_request_s_id) {
  start();
  const Answer answer = ask("GET", "/api/v1/imports");
  EXPECT_EQ(answer.status, 401);
  EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
  EXPECT_NE(answer.body.find("\"number\":1714"), std::string::npos);
  EXPECT_NE(answer.body.find(answer.header("Request-Id")), std::string::npos);
}

TEST_F(ServerTest, refuses_targets_methods_and_names_that_are_not_its_own) {
  start();
  EXPECT_EQ(ask("GET", "/../../etc/passwd").status, 400);
  EXPECT_EQ(ask("GET", "/%2e%2e/%2e%2e/etc/passwd").status, 400);
  EXPECT_EQ(ask("GET", "/healthz?x=1").status, 400);
  const Answer method = ask("DELETE", "/healthz");
  EXPECT_EQ(method.status, 405);
  EXPECT_EQ(method.header("Allow"), "GET");
  Wire wire(port());
  wire.send("GET /healthz HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(Answer(wire.read_all()).status, 421);
}

TEST_F(ServerTest, refuses_a_body_before_it_came_when_it_is_too_long_or_of_another_kind) {
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  const std::string begin = "POST /api/v1/traces HTTP/1.1\r\nHost: localhost\r\n" + officer.headers();
  Wire large(port());
  large.send(begin + "Content-Type: application/json\r\nContent-Length: 999999\r\n\r\n");
  EXPECT_EQ(Answer(large.read_answer()).status, 413);
  Wire other(port());
  other.send(begin + "Content-Type: text/html\r\nContent-Length: 5\r\n\r\n");
  EXPECT_EQ(Answer(other.read_answer()).status, 415);
  // One in pieces does not say its length: past the limit the connection is closed.
  Wire pieces(port());
  pieces.send(begin + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string piece = "400\r\n" + std::string(1'024, ' ') + "\r\n";
  for (int i = 0; i < 8; ++i) pieces.send(piece);
  EXPECT_EQ(pieces.read_all(), "");
  EXPECT_EQ(ask("GET", "/healthz").status, 200);
}

TEST_F(ServerTest, a_client_that_sends_a_byte_now_and_then_is_let_go) {
  settings_.header_seconds = 1;
  settings_.idle_seconds = 1;
  start();
  Wire slow(port());
  slow.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
  const auto began = std::chrono::steady_clock::now();
  for (int i = 0; i < 60 && server_->connections() > 0; ++i) {
    slow.send("a");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_EQ(server_->connections(), 0U);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
}

TEST_F(ServerTest, a_connection_too_many_waits_until_another_has_ended) {
  settings_.connections = 2;
  start();
  auto first = std::make_unique<Wire>(port());
  const Wire second(port());
  expect_connections(2);
  Wire third(port());
  third.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  EXPECT_EQ(server_->connections(), 2U);
  first.reset();
  EXPECT_EQ(Answer(third.read_answer()).status, 200);
}

TEST_F(ServerTest, of_one_address_no_more_are_taken_than_it_may_have) {
  settings_.connections_per_address = 2;
  start();
  auto first = std::make_unique<Wire>(port());
  const Wire second(port());
  expect_connections(2);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(Wire(port()).read_all(), "") << "closed at once";
  first.reset();
  expect_connections(1);
  EXPECT_EQ(ask("GET", "/healthz").status, 200);
}

TEST_F(ServerTest, a_half_sent_request_leaves_nothing_behind) {
  // The library does not always see at once that a client has gone; the deadline of the body does.
  settings_.body_seconds = 1;
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  {
    Wire half(port());
    half.send("POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\n" + officer.headers() +
              "Content-Type: text/csv\r\nContent-Length: 1000\r\n\r\ncode,kind\nX,");
    while (std::filesystem::is_empty(folder_.path)) std::this_thread::yield();
  }
  for (int i = 0; i < 250 && server_->connections() > 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const std::string uploads = path_ + "-uploads";
  EXPECT_TRUE(!std::filesystem::exists(uploads) || std::filesystem::is_empty(uploads));
  EXPECT_NE(ask("GET", "/api/v1/imports", officer.headers()).body.find("\"items\":[]"), std::string::npos);
}

TEST_F(ServerTest, who_asks_too_often_is_told_to_wait_and_nobody_else) {
  settings_.requests_per_minute = 6;
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  const auto keeper = account("keeper", {access::Role::stock_keeper}, "POLICE");
  const auto asks_often = [&](const std::string& path, const std::string& headers) {
    int status = 0;
    for (int i = 0; i < 100 && status != 429; ++i) status = ask("GET", path, headers).status;
    return status;
  };
  // A cookie that no session has does not make another of an address.
  const std::string no_session = "Cookie: lotline_session=none\r\n";
  EXPECT_EQ(asks_often("/healthz", no_session), 429);
  EXPECT_EQ(ask("GET", "/healthz").status, 429);
  EXPECT_EQ(asks_often("/api/v1/lots", officer.headers()), 429);
  EXPECT_EQ(ask("GET", "/api/v1/lots", keeper.headers()).status, 200);
}

TEST_F(ServerTest, a_trace_needs_the_right_and_its_case_and_is_in_the_access_log) {
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  const auto keeper = account("keeper", {access::Role::stock_keeper}, "POLICE");
  const std::string body = R"({"headstamp":"CBC 17","calibre":"7.62x51"})";
  EXPECT_EQ(ask("POST", "/api/v1/traces", "", body).status, 401);
  EXPECT_EQ(ask("POST", "/api/v1/traces", keeper.headers(), body).status, 403);
  EXPECT_EQ(ask("POST", "/api/v1/traces", "Cookie: lotline_session=" + officer.session + "\r\n", body).status, 403)
      << "without the session's mark";
  EXPECT_NE(ask("POST", "/api/v1/traces", officer.headers(), body).body.find("\"number\":1703"), std::string::npos)
      << "also one who reads the whole State's records says what for";
  const Answer traced = ask("POST", "/api/v1/traces", officer.headers() + "Lotline-Case: C-6\r\n", body);
  EXPECT_EQ(traced.status, 200) << traced.body;
  EXPECT_NE(traced.body.find("\"none_on_record\""), std::string::npos);
  const auto entries = service::list_access(house_->access(), access::keeper_of_the_file(), 0, 1, {}).value();
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].entry.who, "officer");
  EXPECT_EQ(entries[0].entry.what, "POST /api/v1/traces");
  EXPECT_EQ(entries[0].entry.object, "headstamp CBC 17, calibre 7.62x51");
  EXPECT_EQ(entries[0].entry.case_number, "C-6");
}

TEST_F(ServerTest, a_trace_across_organisations_names_its_case_and_shows_the_second_factor) {
  start();
  const auto investigator = account("investigator", {access::Role::investigator}, "POLICE");
  const std::string body = R"({"headstamp":"CBC 17"})";
  const Answer nameless = ask("POST", "/api/v1/traces", investigator.headers(), body);
  EXPECT_EQ(nameless.status, 403);
  EXPECT_NE(nameless.body.find("\"number\":1703"), std::string::npos);
  const Answer named = ask("POST", "/api/v1/traces", investigator.headers() + "Lotline-Case: C-7\r\n", body);
  // Who has none is told to begin one; there is no way round it.
  EXPECT_NE(named.body.find("\"number\":1716"), std::string::npos) << named.body;
  EXPECT_NE(named.body.find("begin one"), std::string::npos) << named.body;
  const auto enrolment = service::enrol_second_factor(house_->access(), investigator.session).value();
  const auto code = [&] { return access::code_at(enrolment.secret, clock_.moment); };
  ASSERT_TRUE(service::confirm_second_factor(house_->access(), investigator.session, code()));
  clock_.moment.seconds += access::kStepUpSeconds + 1;
  const Answer later = ask("POST", "/api/v1/traces", investigator.headers() + "Lotline-Case: C-7\r\n", body);
  EXPECT_NE(later.body.find("\"number\":1704"), std::string::npos) << later.body;
  // What was refused is in the access log as well.
  const auto entries = service::list_access(house_->access(), access::keeper_of_the_file(), 0, 1, {}).value();
  EXPECT_EQ(entries.at(0).entry.refused, 1704);
  EXPECT_EQ(entries.at(0).entry.case_number, "C-7");
}

TEST_F(ServerTest, where_it_is_required_nobody_sees_what_is_another_s_before_having_a_second_factor) {
  settings_.require_second_factor = true;
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  const auto keeper = account("keeper", {access::Role::stock_keeper}, "POLICE");
  EXPECT_EQ(ask("GET", "/api/v1/lots", keeper.headers()).status, 200) << "what is its own";
  const Answer lacking = ask("GET", "/api/v1/lots", officer.headers());
  EXPECT_NE(lacking.body.find("\"number\":1716"), std::string::npos) << lacking.body;
  EXPECT_EQ(ask("POST", "/api/v1/session/second-factor", officer.headers(), "{}").status, 200);
  const auto begun = service::enrol_second_factor(house_->access(), officer.session).value();
  const std::string code = access::code_at(begun.secret, clock_.moment);
  ASSERT_TRUE(service::confirm_second_factor(house_->access(), officer.session, code));
  EXPECT_EQ(ask("GET", "/api/v1/lots", officer.headers()).status, 200);
}

TEST_F(ServerTest, the_same_act_with_the_same_key_is_recorded_once) {
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  const std::string key = officer.headers() + "Idempotency-Key: act-1\r\n";
  const std::string body = R"({"code":"NEWCLUB","kind":"club","name":"Club","country":"BR"})";
  const Answer first = ask("POST", "/api/v1/records/parties", key, body);
  EXPECT_EQ(first.status, 201) << first.body;
  const Answer second = ask("POST", "/api/v1/records/parties", key, body);
  EXPECT_EQ(second.status, 200) << second.body;
  EXPECT_EQ(first.header("Location"), second.header("Location"));
  const Answer other =
      ask("POST", "/api/v1/records/parties", key, R"({"code":"OTHER","kind":"club","name":"O","country":"BR"})");
  EXPECT_EQ(other.status, 422) << other.body;
  EXPECT_NE(other.body.find("\"number\":8118"), std::string::npos) << other.body;
}

TEST_F(ServerTest, an_import_is_a_job_that_can_be_followed) {
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  const std::string csv =
      "issuer,ref,code,kind,name,country\nREG,1,CLUB-A,club,Club A,BR\nREG,2,CLUB-B,nonsense,B,BR\n";
  Wire wire(port());
  wire.send(
      fmt::format("POST /api/v1/imports?file=clubs.csv&on_error=proceed HTTP/1.1\r\nHost: localhost\r\n{}"
                  "Connection: close\r\nContent-Type: text/csv\r\nContent-Length: {}\r\n\r\n{}",
                  officer.headers(), csv.size(), csv));
  const Answer begun(wire.read_all());
  ASSERT_EQ(begun.status, 202) << begun.body;
  const std::string where = begun.header("Location");
  Answer job = ask("GET", where, officer.headers());
  for (int i = 0; i < 200 && job.body.find("\"state\":\"done\"") == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    job = ask("GET", where, officer.headers());
  }
  EXPECT_NE(job.body.find("\"state\":\"done\""), std::string::npos) << job.body;
  EXPECT_NE(job.body.find("\"recorded\":1"), std::string::npos) << job.body;
  EXPECT_EQ(job.body.find(folder_.path), std::string::npos) << "a path of the service's disk";
  const Answer rows = ask("GET", where + "/refused.csv", officer.headers());
  EXPECT_EQ(rows.status, 200) << rows.body;
  EXPECT_NE(rows.body.find("CLUB-B"), std::string::npos);
  const auto other = account("other", {access::Role::licensing_officer});
  EXPECT_EQ(ask("GET", where, other.headers()).status, 404);
}

TEST_F(ServerTest, an_import_that_was_not_finished_begins_again) {
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  stop();
  // As a service that was killed leaves it: the file, and the word that it was being taken in.
  const std::string jobs = path_ + "-jobs/";
  std::ofstream(jobs + "j1.csv") << "issuer,ref,code,kind,name,country\nREG,1,CLUB-A,club,Club A,BR\n";
  std::ofstream(jobs + "j1.json")
      << R"({"id":"j1","state":"running","file":"clubs.csv","key":"","by":"officer","organisation":0,)"
      << R"("rights":["keep_register"],"proceed":false,"at":)" << clock_.now().seconds
      << R"(,"bytes_total":70,"bytes_done":0,"rows":0,"report":"","refused":null,"refused_rows":false})";
  start();
  Answer job = ask("GET", "/api/v1/imports/j1", officer.headers());
  for (int i = 0; i < 200 && job.body.find("\"state\":\"done\"") == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    job = ask("GET", "/api/v1/imports/j1", officer.headers());
  }
  EXPECT_NE(job.body.find("\"recorded\":1"), std::string::npos) << job.body;
  EXPECT_FALSE(std::filesystem::exists(jobs + "j1.csv")) << "what came in may hold personal values";
}

TEST_F(ServerTest, events_come_as_they_happen_and_a_stop_ends_them) {
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  Wire stream(port());
  stream.send("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n" + officer.headers() + "\r\n");
  EXPECT_NE(stream.read_until("retry: 3000").find("text/event-stream"), std::string::npos);
  const std::string body = R"({"code":"NEWCLUB","kind":"club","name":"Club","country":"BR"})";
  EXPECT_EQ(ask("POST", "/api/v1/records/parties", officer.headers(), body).status, 201);
  EXPECT_NE(stream.read_until("party").find("event: record"), std::string::npos);
  const auto began = std::chrono::steady_clock::now();
  stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(3));
  stream.read_all();
}

TEST_F(ServerTest, a_stream_does_not_outlive_its_session) {
  settings_.heartbeat_seconds = 1;
  start();
  const auto officer = account("officer", {access::Role::registry_officer});
  Wire stream(port());
  stream.send("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n" + officer.headers() + "\r\n");
  stream.read_until(": alive");
  EXPECT_EQ(house_->events().count(), 1U);
  EXPECT_EQ(ask("DELETE", "/api/v1/sessions", officer.headers()).status, 204);
  stream.read_until("0\r\n\r\n");
  for (int i = 0; i < 100 && house_->events().count() > 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(house_->events().count(), 0U);
}

TEST_F(ServerTest, the_description_names_every_route) {
  start();
  const Answer answer = ask("GET", "/api/openapi.json");
  EXPECT_EQ(answer.status, 200);
  for (const auto& route : http::routes())
    EXPECT_NE(answer.body.find("\"" + std::string{route.path} + "\""), std::string::npos) << route.path;
}

TEST_F(ServerTest, figures_are_for_callers_of_this_machine) {
  settings_.trusted_proxies = {"127.0.0.1"};
  start();
  ask("BREW", "/healthz");
  const Answer figures = ask("GET", "/metrics");
  EXPECT_EQ(figures.status, 200);
  EXPECT_NE(figures.body.find("method=\"OTHER\""), std::string::npos);
  EXPECT_EQ(figures.body.find("BREW"), std::string::npos) << "a client makes no series of its own";
  EXPECT_EQ(ask("GET", "/metrics", "X-Forwarded-For: 203.0.113.9\r\n").status, 401);
}

}  // namespace
}  // namespace lotline
