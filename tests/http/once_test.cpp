// A write with an Idempotency-Key is done once, whatever it writes to.

#include "http/once.h"

#include <set>

#include "access/refusals.h"
#include "answers/refusals.h"
#include "exchange/scan_files.h"
#include "service/enrol_scans.h"
#include "service/kept_keys.h"
#include "storage/scan_folder.h"
#include "tests/http/server_fixture.h"
#include "tests/scans/made_scans.h"

namespace lotline {
namespace {

using access::Role;

constexpr std::string_view kNewAccount = R"({"name":"new.one","display_name":"New","roles":["court"]})";

class OnceTest : public ServerTest {
 protected:
  SignedInAs chief() { return account("chief", {Role::administrator}); }
  static std::string with_key(const SignedInAs& who, std::string_view key = "k1") {
    return who.headers() + fmt::format("Idempotency-Key: {}\r\n", key);
  }
  static std::string number(int wanted) { return fmt::format("\"number\":{}", wanted); }
};

TEST_F(OnceTest, an_account_is_made_once_and_its_password_told_again_to_who_asked) {
  start();
  const auto who = chief();
  const Answer first = ask("POST", "/api/v1/accounts", with_key(who), kNewAccount);
  ASSERT_EQ(first.status, 201) << first.body;
  const Answer again = ask("POST", "/api/v1/accounts", with_key(who), kNewAccount);
  EXPECT_EQ(again.status, 201) << again.body;
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.header("Location"), first.header("Location"));
  EXPECT_EQ(ask("POST", "/api/v1/accounts", with_key(who, "k2"), kNewAccount).status, 409)
      << "without the key it is tried";
}

TEST_F(OnceTest, another_body_with_the_same_key_is_refused) {
  start();
  const auto who = chief();
  ASSERT_EQ(ask("POST", "/api/v1/accounts", with_key(who), kNewAccount).status, 201);
  const Answer other =
      ask("POST", "/api/v1/accounts", with_key(who), R"({"name":"other","display_name":"O","roles":["court"]})");
  EXPECT_EQ(other.status, 422);
  EXPECT_NE(other.body.find(number(answers::key_reused.number)), std::string::npos) << other.body;
  EXPECT_EQ(ask("GET", "/api/v1/accounts/other", who.headers()).status, 404);
}

TEST_F(OnceTest, a_key_is_one_account_s_at_one_address) {
  start();
  const auto who = chief();
  const auto other = account("second.chief", {Role::administrator});
  ASSERT_EQ(ask("POST", "/api/v1/accounts", with_key(who), kNewAccount).status, 201);
  EXPECT_EQ(ask("POST", "/api/v1/accounts", with_key(other), kNewAccount).status, 409) << "a request of another";
  EXPECT_EQ(ask("PUT", "/api/v1/accounts/new.one", with_key(who), R"({"disabled":true})").status, 200);
  EXPECT_EQ(ask("POST", "/api/v1/accounts/new.one/reset", with_key(who), R"({"second_factor":"false"})").status, 200);
}

TEST_F(OnceTest, a_key_is_forgotten_after_a_day) {
  start();
  const auto who = account("chief", {Role::registry_officer});
  const std::string body = R"({"name":"till 1","rights":["read_marks"],"ends":"2026-07-01"})";
  const Answer first = ask("POST", "/api/v1/tokens", with_key(who), body);
  ASSERT_EQ(first.status, 201) << first.body;
  EXPECT_EQ(ask("POST", "/api/v1/tokens", with_key(who), body).body, first.body);
  service::KeyedRequest request{"chief", "POST /api/v1/tokens", "k1", "", ""};
  using Came = service::KeptAnswer::Came;
  EXPECT_EQ(service::kept_answer(house_->access(), request).came, Came::with_another_body);
  clock_.moment.seconds += access::kKeySeconds - 1;
  EXPECT_EQ(service::kept_answer(house_->access(), request).came, Came::with_another_body);
  clock_.moment.seconds += 1;
  EXPECT_EQ(service::kept_answer(house_->access(), request).came, Came::never);
  const auto later = account("later", {Role::court});  // a sign-in sweeps
  int kept = 0;
  house_->access().store.read([&](const access::Accounts& accounts) {
    accounts.keys.scan({}, [&](const access::KeptKeyRow&) { return ++kept, true; });
  });
  EXPECT_EQ(kept, 0);
}

TEST_F(OnceTest, the_answer_is_sealed_with_what_only_the_sender_has) {
  start();
  const auto who = chief();
  const Answer first = ask("POST", "/api/v1/accounts", with_key(who), kNewAccount);
  ASSERT_EQ(first.status, 201);
  // The same account, signed in anew: nothing is done twice, and the password is not told.
  const auto again =
      service::sign_in(house_->access(), {"chief", "password of chief, long enough", "", "127.0.0.1", "", ""}).value();
  const Answer lost = ask("POST", "/api/v1/accounts", with_key({again.session, again.csrf}), kNewAccount);
  EXPECT_EQ(lost.status, 409);
  EXPECT_NE(lost.body.find(number(answers::answer_lost.number)), std::string::npos) << lost.body;
  EXPECT_EQ(lost.body.find("password\":\""), std::string::npos);
}

TEST_F(OnceTest, a_search_on_record_whose_answer_is_gone_is_not_made_again) {
  reopen();
  const auto exhibit = done("recoveries", recovery("C-1", "fired_case", "1", "crime_scene", "2021-08-20"));
  const ScanFolder files;
  const auto found =
      exchange::scan_files({files.scan("a.x3p", 1, {}, 1)}, {{"exhibit", std::to_string(exhibit)}}).value();
  const auto folder = storage::ScanFolder::open(storage::scan_folder_of(path_), true).value();
  const auto scan = service::enrol_scans(*desk_, *folder, found, {}).front().scan;
  desk_.reset();
  store_.reset();
  start();
  const auto who = account("examiner", {Role::examiner}, "LAB");
  const auto search = [&] {
    return ask("POST", fmt::format("/api/v1/scans/{}/searches", scan), with_key(who), R"({"without_lr":"yes"})");
  };
  const Answer first = search();
  ASSERT_EQ(first.status, 201) << first.body;
  EXPECT_EQ(search().body, first.body);
  // As after a power cut between the record and the answer, or after a day.
  ASSERT_TRUE(house_->access().store.write([](service::AccessWork& work) -> Result<void> {
    for (const auto& kept : work.accounts().keys.all()) work.accounts().keys.erase(make_key(kept.key));
    return {};
  }));
  const Answer again = search();
  EXPECT_EQ(again.status, 409);
  EXPECT_NE(again.body.find(number(answers::answer_lost.number)), std::string::npos) << again.body;
}

TEST_F(OnceTest, what_was_refused_may_be_tried_again_with_its_key) {
  start();
  account("keeper", {Role::court});
  const std::string headers = "Idempotency-Key: in-1\r\n";
  const std::string wrong = R"({"name":"keeper","password":"not the password of keeper"})";
  EXPECT_EQ(ask("POST", "/api/v1/session", headers, wrong).status, 401);
  const std::string right = R"({"name":"keeper","password":"password of keeper, long enough"})";
  clock_.moment.seconds += 3600;
  const Answer in = ask("POST", "/api/v1/session", headers, right);
  ASSERT_EQ(in.status, 200) << in.body;
  const Answer again = ask("POST", "/api/v1/session", headers, right);
  EXPECT_EQ(again.header("Set-Cookie"), in.header("Set-Cookie"));
}

TEST_F(OnceTest, what_changes_nothing_takes_no_key) {
  start();
  const auto who = account("officer", {Role::registry_officer});
  for (const auto* address : {"/api/v1/traces", "/api/v1/traces/report"}) {
    const Answer answer = ask("POST", address, with_key(who), R"({"headstamp":"CBC 17"})");
    EXPECT_EQ(answer.status, 400);
    EXPECT_NE(answer.body.find(number(answers::key_not_taken.number)), std::string::npos) << answer.body;
  }
  EXPECT_EQ(ask("GET", "/api/v1/lots", with_key(who)).status, 400);
}

TEST_F(OnceTest, only_questions_that_are_posted_take_none) {
  std::set<std::string_view> questions;
  for (const auto& route : http::routes())
    if (route.reads) questions.insert(route.path);
  EXPECT_EQ(questions, (std::set<std::string_view>{"/api/v1/comparisons", "/api/v1/epcis/check", "/api/v1/epcis/hash",
                                                   "/api/v1/marks/check", "/api/v1/traces", "/api/v1/traces/report",
                                                   "/api/v1/traces/seizure", "/api/v1/traces/seizure/report"}));
}

}  // namespace
}  // namespace lotline
