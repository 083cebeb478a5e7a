// Every route asked for by every role, of its own and of another organisation, with and without a case, by nobody and
// by a session that has ended, against a table of rights written by hand (rights.csv).

#include <set>

#include "access/one_time_code.h"
#include "access/refusals.h"
#include "base/csv.h"
#include "tests/http/server_fixture.h"

namespace lotline {
namespace {

using access::Role;

struct Row {
  std::string method, path, roles, kind;
};

std::vector<Row> table_of_rights() {
  auto reader = CsvReader::open(LOTLINE_SOURCE_DIR "/tests/http/rights.csv").value();
  std::vector<Row> rows;
  while (const auto row = reader.next().value())
    rows.push_back({std::string{row->fields.at(0)}, std::string{row->fields.at(1)}, std::string{row->fields.at(2)},
                    std::string{row->fields.at(3)}});
  rows.erase(rows.begin());
  return rows;
}

/// What stands for the words of a path: things of the army's, which is nobody's own here.
std::string target_of(const Row& row) {
  std::string target = row.path;
  const std::pair<std::string_view, std::string_view> words[] = {
      {"{maker}", "MAKER"}, {"{code}", "ARMY"}, {"{number}", "1"}, {"{name}", "nobody"}, {"{kind}", "parties"},
      {"{id}", "none"},     {"{a}", "1"},       {"{b}", "2"},      {"{set}", "none"},    {"{sha256}", "none"}};
  for (const auto& [word, value] : words)
    if (const auto at = target.find(word); at != std::string::npos) target.replace(at, word.size(), value);
  return target;
}

class RightsTest : public ServerTest {
 protected:
  RightsTest() { settings_.requests_per_minute = 1'000'000; }

  Answer ask_row(const Row& row, const std::string& headers) {
    const auto known = std::ranges::find_if(
        http::routes(), [&](const http::Route& route) { return route.method == row.method && route.path == row.path; });
    const bool upload = known != http::routes().end() && !known->upload.empty();
    const bool changes = row.method != "GET";
    if (row.path == "/api/v1/events") return ask_stream(row, headers);
    // A body that no handler takes: what is asked for here is who comes so far as the handler.
    if (!changes || row.method == "DELETE" || upload) return ask(row.method, target_of(row), headers);
    return ask(row.method, target_of(row), headers, "{\"nonsense\":{}}");
  }
  Answer ask_stream(const Row& row, const std::string& headers) {
    Wire wire(port());
    wire.send(fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\n{}\r\n", row.path, headers));
    return Answer(wire.read_until("\r\n\r\n"));
  }
  static std::string_view organisation_of(Role role) {
    switch (role) {
      case Role::stock_keeper:
      case Role::investigator:
      case Role::customs:
        return "POLICE";
      case Role::trader:
        return "DEALER";
      case Role::examiner:
        return "LAB";
      case Role::court:
        return "COURT";
      default:
        return "";
    }
  }
  static bool sees_all(Role role) { return access::rights_of(role).has(access::Right::read_all); }

  /// What the row expects of this role, in words; empty when the answer is as it should be.
  std::string wrong(const Row& row, std::string_view role, bool sees_whole_state, const Answer& answer,
                    bool with_case) {
    const bool in = row.roles == "open" || row.roles == "local" || row.roles == "all" ||
                    (";" + row.roles + ";").find(";" + std::string{role} + ";") != std::string::npos;
    const bool for_a_case = row.kind == "trace" || (row.kind == "case" && !sees_whole_state);
    const bool needs_case = in && for_a_case && !with_case;
    const bool hidden = in && ((row.kind == "sight" && !sees_whole_state && !with_case) ||
                               (row.kind == "record" && role != "registry_officer" && role != "auditor"));
    const bool refused = answer.status == 401 || answer.status == 403;
    if (needs_case || hidden || !in) return answer.status == 403 ? "" : "let in";
    // "own": the handler itself refuses what is not the account's own, or a secret that is not right.
    return refused && row.kind != "own" ? "kept out" : "";
  }
};

TEST_F(RightsTest, the_table_names_every_route_and_no_other) {
  std::set<std::string> told;
  for (const Row& row : table_of_rights()) EXPECT_TRUE(told.insert(row.method + " " + row.path).second);
  std::set<std::string> declared;
  for (const auto& route : http::routes()) declared.insert(fmt::format("{} {}", route.method, route.path));
  EXPECT_EQ(told, declared);
}

TEST_F(RightsTest, nobody_and_a_session_that_has_ended_come_to_what_is_open_alone) {
  start();
  const auto ended = account("gone", {Role::registry_officer});
  ASSERT_TRUE(service::sign_out(house_->access(), ended.session));
  for (const Row& row : table_of_rights()) {
    const bool open = row.roles == "open" || row.roles == "local";
    for (const std::string& headers :
         {std::string{}, ended.headers(), std::string{"Authorization: Bearer nonsense\r\n"}}) {
      const Answer answer = ask_row(row, headers);
      const bool sign_in = row.path == "/api/v1/session";
      EXPECT_TRUE(open ? answer.status != 403 && (sign_in || answer.status != 401) : answer.status == 401)
          << row.method << " " << row.path << ": " << answer.status << " " << answer.body;
    }
  }
}

TEST_F(RightsTest, every_role_comes_where_the_table_lets_it) {
  start();
  for (const auto& role : Words<Role>::all) {
    const std::string name = "a." + std::string{role.text};
    auto who = account(name, {role.value}, organisation_of(role.value));
    for (const Row& row : table_of_rights()) {
      if (row.method == "DELETE" && row.path.starts_with("/api/v1/session")) continue;  // ends the session asked with
      const Answer answer = ask_row(row, who.headers());
      EXPECT_EQ(wrong(row, role.text, sees_all(role.value), answer, false), "")
          << role.text << ": " << row.method << " " << row.path << ": " << answer.status << " " << answer.body;
    }
  }
}

TEST_F(RightsTest, with_a_case_and_the_second_factor_shown_an_investigator_sees_what_is_another_s) {
  start();
  auto& desk = house_->access();
  const auto who = account("investigator", {Role::investigator}, "POLICE");
  const auto enrolment = service::enrol_second_factor(desk, who.session).value();
  ASSERT_TRUE(service::confirm_second_factor(desk, who.session, access::code_at(enrolment.secret, clock_.moment)));
  clock_.moment.seconds += 60;
  ASSERT_TRUE(service::step_up(desk, who.session, access::code_at(enrolment.secret, clock_.moment)));
  for (const Row& row : table_of_rights()) {
    if (row.method == "DELETE" && row.path.starts_with("/api/v1/session")) continue;
    if (row.kind == "record") continue;  // of the whole State's records a case shows none but its own
    const Answer answer = ask_row(row, who.headers() + "Lotline-Case: C-12\r\n");
    EXPECT_EQ(wrong(row, "investigator", false, answer, true), "")
        << row.method << " " << row.path << ": " << answer.status << " " << answer.body;
  }
}

TEST_F(RightsTest, a_token_brings_no_more_than_it_was_given) {
  start();
  account("officer", {Role::registry_officer});
  auto& desk = house_->access();
  const access::TokenOrder order{"till", {access::Right::read_marks}, day_of(2026, 7, 1)};
  const auto token = service::give_token(desk, access::keeper_of_the_file(), "officer", order).value();
  const std::string headers = "Authorization: Bearer " + token.token + "\r\n";
  EXPECT_EQ(ask("GET", "/api/v1/marks/headstamp?text=CBC", headers).status, 200);
  EXPECT_EQ(ask("GET", "/api/v1/lots", headers).status, 403);
  EXPECT_EQ(ask("POST", "/api/v1/traces", headers, R"({"headstamp":"CBC 17"})").status, 403);
}

}  // namespace
}  // namespace lotline
