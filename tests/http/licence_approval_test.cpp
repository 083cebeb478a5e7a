// A licence from an officer's account to an approver's, over HTTP.

#include "tests/http/server_fixture.h"

namespace lotline {

using access::Role;

class LicenceOverHttp : public ServerTest {
 protected:
  LicenceOverHttp() { start(); }

  Answer record(const SignedInAs& who, std::string_view form, std::string_view body) {
    return ask("POST", fmt::format("/api/v1/records/{}", form), who.headers(), body);
  }
  static bool has(const Answer& answer, std::string_view text) { return answer.body.contains(text); }

  static constexpr std::string_view kLicence =
      R"({"number":"T-1","kind":"trade","holder":"DEALER","issued_on":"2026-05-01","expires_on":"2027-12-31"})";
  static constexpr std::string_view kApproved = R"({"licence":"T-1","decision":"approved","basis":"Decision 1"})";
};

TEST_F(LicenceOverHttp, an_officer_prepares_it_and_an_approver_decides) {
  const auto officer = account("ana", {Role::licensing_officer});
  const auto approver = account("ben", {Role::licensing_approver});
  const Answer prepared = record(officer, "licences", kLicence);
  ASSERT_EQ(prepared.status, 201) << prepared.body;
  const std::string at = prepared.header("Location");
  EXPECT_TRUE(has(ask("GET", at, approver.headers()), R"("approval":"awaited")"));
  EXPECT_TRUE(has(ask("GET", "/api/v1/reports/licence_approvals?status=awaited", approver.headers()), R"("T-1")"));

  const Answer of_officer = record(officer, "licence_decision", kApproved);
  EXPECT_EQ(of_officer.status, 403);
  EXPECT_TRUE(has(of_officer, "right_missing")) << of_officer.body;
  EXPECT_EQ(record(approver, "licences", kLicence).status, 403);

  const Answer decided = record(approver, "licence_decision", kApproved);
  EXPECT_EQ(decided.status, 201) << decided.body;
  EXPECT_TRUE(has(ask("GET", at, officer.headers()), R"("approval":"approved")"));
  const Answer again = record(approver, "licence_decision", kApproved);
  EXPECT_EQ(again.status, 409);
  EXPECT_TRUE(has(again, "no_decision_due")) << again.body;
}

TEST_F(LicenceOverHttp, an_officer_who_became_an_approver_does_not_decide_on_what_they_prepared) {
  const auto officer = account("ana", {Role::licensing_officer});
  ASSERT_EQ(record(officer, "licences", kLicence).status, 201);
  const access::AccountChange change{.roles = std::vector{Role::licensing_approver}};
  ASSERT_TRUE(service::change_account(house_->access(), access::keeper_of_the_file(), "ana", change));
  const auto once =
      service::sign_in(house_->access(), {"ana", "password of ana, long enough", "", "127.0.0.1", "", ""});
  ASSERT_TRUE(once.has_value());
  const Answer refused = record({once->session, once->csrf}, "licence_decision", kApproved);
  EXPECT_EQ(refused.status, 403);
  EXPECT_TRUE(has(refused, "prepared_by_same")) << refused.body;
}

}  // namespace lotline
