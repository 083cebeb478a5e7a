// Accounts and tokens as administrators keep them, and what the access log says of it.

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "base/refusals.h"
#include "service/refusals.h"
#include "storage/refusals.h"
#include "storage/secret_file.h"
#include "tests/accounts/access_fixture.h"

namespace lotline {

using access::Right;
using access::Role;

class AccountsTest : public AccessTest {
 protected:
  access::Visitor admin() {
    account("admin", {Role::administrator});
    return visit(session_of("admin")).value().visitor;
  }
};

TEST_F(AccountsTest, who_may_not_manage_accounts_does_nothing_to_them) {
  account("amara", {Role::registry_officer});
  const access::Visitor visitor = visit(session_of("amara")).value().visitor;
  const int missing = access::right_missing.number;
  EXPECT_EQ(refused(service::make_account(*desk_, visitor, {"bruno", "Bruno", {}, {Role::court}})), missing);
  EXPECT_EQ(refused(service::change_account(*desk_, visitor, "amara", {})), missing);
  EXPECT_EQ(refused(service::reset_account(*desk_, visitor, "amara", false)), missing);
  EXPECT_EQ(refused(service::first_administrator(*desk_, visitor, {})), missing);
  EXPECT_EQ(refused(service::account_card(*desk_, visitor, "amara")), missing);
  EXPECT_EQ(refused(service::list_accounts(*desk_, visitor, 0, 10)), missing);
  EXPECT_EQ(refused(service::list_access(*desk_, visitor, 0, 10, {})), missing);
  EXPECT_EQ(refused(service::give_token(*desk_, visitor, "nobody", {"x", {Right::read_marks}, clock_.moment.day()})),
            missing)
      << "and is not told that there is no such account";
  EXPECT_EQ(refused(service::withdraw_token(*desk_, visitor, 1)), missing);
}

TEST_F(AccountsTest, every_change_of_an_account_is_an_entry_of_the_access_log) {
  const access::Visitor visitor = admin();
  ASSERT_TRUE(service::make_account(*desk_, visitor, {"bruno", "Bruno", PartyId{5}, {Role::trader}}, "r-1"));
  access::AccountChange change;
  change.roles = std::vector<Role>{Role::court};
  ASSERT_TRUE(service::change_account(*desk_, visitor, "bruno", change, "r-2"));
  ASSERT_TRUE(service::reset_account(*desk_, visitor, "bruno", true, "r-3"));
  const auto told = entries({"admin", "", "bruno"});
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told[0].entry.what + ": " + told[0].entry.change, "account reset: password; second factor");
  EXPECT_EQ(told[1].entry.what + ": " + told[1].entry.change, "account changed: roles trader -> court");
  EXPECT_EQ(told[2].entry.what, "account made");
  EXPECT_EQ(told[2].entry.change, "display name; organisation none -> 5; roles  -> trader");
  EXPECT_EQ(told[2].entry.request, "r-1");
}

TEST_F(AccountsTest, an_administrator_gives_itself_no_rights) {
  const access::Visitor visitor = admin();
  account("second", {Role::administrator});
  access::AccountChange change;
  change.roles = std::vector<Role>{Role::administrator, Role::registry_officer};
  EXPECT_EQ(refused(service::change_account(*desk_, visitor, "admin", change)), access::own_roles.number);
}

TEST_F(AccountsTest, a_change_of_rights_ends_the_sessions_of_the_account) {
  const access::Visitor visitor = admin();
  account("amara", {Role::court});
  std::string session = session_of("amara");
  access::AccountChange rename;
  rename.display_name = "A. Diallo";
  ASSERT_TRUE(service::change_account(*desk_, visitor, "amara", rename));
  EXPECT_TRUE(visit(session));
  access::AccountChange change;
  change.roles = std::vector<Role>{Role::auditor};
  ASSERT_TRUE(service::change_account(*desk_, visitor, "amara", change));
  EXPECT_FALSE(visit(session));
  session = session_of("amara");
  change = {};
  change.disabled = true;
  ASSERT_TRUE(service::change_account(*desk_, visitor, "amara", change));
  EXPECT_FALSE(visit(session));
}

TEST_F(AccountsTest, a_reset_gives_a_new_password_and_takes_the_second_factor_only_when_asked) {
  const access::Visitor visitor = admin();
  account("amara", {Role::court});
  const std::string session = session_of("amara");
  second_factor(session);
  const auto given = service::reset_account(*desk_, visitor, "amara", false).value();
  EXPECT_FALSE(visit(session));
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"))), access::sign_in_refused.number);
  EXPECT_EQ(refused(sign_in("amara", given.password)), access::second_factor_needed.number);
  const auto again = service::reset_account(*desk_, visitor, "amara", true).value();
  EXPECT_EQ(refused(sign_in("amara", again.password)), 0);
}

TEST_F(AccountsTest, a_reset_withdraws_the_tokens_of_the_account_and_of_no_other) {
  const access::Visitor visitor = admin();
  account("amara", {Role::court});
  account("bruno", {Role::court});
  const access::TokenOrder order{"machine", {Right::read_marks}, clock_.now().day()};
  for (const auto* name : {"amara", "bruno", "amara"})
    ASSERT_TRUE(service::give_token(*desk_, access::keeper_of_the_file(), name, order));
  ASSERT_TRUE(service::reset_account(*desk_, visitor, "amara", false));
  std::map<std::string, int> living;
  const auto cards = service::list_tokens(*desk_, visitor, 0, 9).value();
  for (const auto& card : cards) living[card.account] += card.lives ? 1 : 0;
  EXPECT_EQ(living["amara"], 0);
  EXPECT_EQ(living["bruno"], 1);
  const auto told = service::list_access(*desk_, visitor, 0, 1, {}).value();
  EXPECT_EQ(told[0].entry.change, "password; 2 tokens withdrawn");
}

TEST_F(AccountsTest, a_register_has_one_first_administrator_made_by_whoever_has_the_file) {
  const std::string file = folder_.path + "/first-password";
  const auto keep = [&](const service::GivenPassword& given) {
    return storage::write_secret_file(file, given.password + "\n");
  };
  EXPECT_EQ(refused(service::first_administrator(*desk_, access::Visitor{}, keep)), access::right_missing.number);
  EXPECT_FALSE(service::has_administrator(*desk_));
  ASSERT_TRUE(service::first_administrator(*desk_, access::keeper_of_the_file(), keep));
  EXPECT_TRUE(service::has_administrator(*desk_));
  EXPECT_EQ(refused(service::first_administrator(*desk_, access::keeper_of_the_file(), keep)),
            access::administrator_there.number);
  EXPECT_EQ(refused(service::first_administrator(*desk_, access::Visitor{}, keep)), access::right_missing.number)
      << "and is not told that there is one";
  struct stat status{};
  ASSERT_EQ(stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  std::string password;
  std::getline(std::ifstream(file), password);
  EXPECT_EQ(refused(sign_in("administrator", password)), 0);
  access::Visitor signed_in = access::keeper_of_the_file();
  signed_in.account = access::AccountId{1};
  EXPECT_EQ(refused(service::first_administrator(*desk_, signed_in, keep)), access::right_missing.number);
}

TEST_F(AccountsTest, where_the_first_password_cannot_be_kept_no_administrator_is_made) {
  const auto keep = [&](const service::GivenPassword& given) {
    return storage::write_secret_file(folder_.path + "/missing/first-password", given.password);
  };
  EXPECT_EQ(refused(service::first_administrator(*desk_, access::keeper_of_the_file(), keep)), unwritable_file.number);
  EXPECT_FALSE(service::has_administrator(*desk_));
}

TEST_F(AccountsTest, a_secret_that_does_not_fit_the_disk_leaves_no_file) {
  const std::string file = folder_.path + "/first-password";
  {
    const NoRoom no_room(0);
    EXPECT_EQ(refused(storage::write_secret_file(file, "secret")), unwritable_file.number);
  }
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(AccountsTest, a_secret_is_written_to_a_file_of_its_own_and_not_through_a_link) {
  const std::string file = folder_.path + "/first-password", other = folder_.path + "/other";
  std::ofstream(other) << "as it was";
  std::filesystem::create_symlink(other, file);
  ASSERT_TRUE(storage::write_secret_file(file, "secret"));
  std::string kept;
  std::getline(std::ifstream(other), kept);
  EXPECT_EQ(kept, "as it was");
  std::getline(std::ifstream(file), kept);
  EXPECT_EQ(kept, "secret");
}

TEST_F(AccountsTest, nobody_without_an_account_has_a_token) {
  EXPECT_EQ(refused(service::give_token(*desk_, access::keeper_of_the_file(), "nobody",
                                        {"system", {Right::read_marks}, clock_.moment.day()})),
            access::unknown_account.number);
}

TEST_F(AccountsTest, lists_go_on_after_a_number_and_show_no_secret) {
  const access::Visitor visitor = admin();
  for (int i = 0; i < 5; ++i) account(fmt::format("person{}", i), {Role::court});
  const auto first = service::list_accounts(*desk_, visitor, 0, 4).value();
  ASSERT_EQ(first.size(), 4U);
  const auto rest = service::list_accounts(*desk_, visitor, first.back().row.id.number, 4).value();
  ASSERT_EQ(rest.size(), 2U);
  EXPECT_EQ(rest.back().row.name, "person4");
  for (const auto& card : first) EXPECT_TRUE(card.row.password.empty() && card.row.totp_secret.empty());
  EXPECT_EQ(service::account_card(*desk_, visitor, "admin").value().sessions, 1);
  EXPECT_EQ(refused(service::account_card(*desk_, visitor, "nobody")), access::unknown_account.number);
}

TEST_F(AccountsTest, a_token_has_its_rights_until_it_ends_or_is_withdrawn_or_its_account_is_disabled) {
  const access::Visitor visitor = admin();
  account("till", {Role::trader}, PartyId{5});
  const auto give = [&] {
    return service::give_token(*desk_, visitor, "till", {"till 7", {Right::record_trade}, clock_.moment.day()}).value();
  };
  const auto visits = [&](const service::GivenToken& token) { return visits_->visitor_of({"", token.token, "K-12"}); };
  auto token = give();
  const auto found = visits(token).value();
  EXPECT_EQ(found.visitor.name, "till/till 7");
  EXPECT_EQ(found.visitor.organisation, PartyId{5});
  EXPECT_EQ(found.visitor.rights, access::Rights{Right::record_trade});
  EXPECT_FALSE(found.visitor.stepped_up);
  EXPECT_TRUE(service::check_csrf(found, ""));
  EXPECT_EQ(refused(visits_->visitor_of({"", token.token + "x", ""})), access::token_refused.number);

  ASSERT_TRUE(service::withdraw_token(*desk_, visitor, token.row.number));
  EXPECT_EQ(refused(visits(token)), access::token_refused.number);
  EXPECT_EQ(refused(service::withdraw_token(*desk_, visitor, 99)), access::unknown_token.number);

  token = give();
  pass(24 * 3600);
  EXPECT_EQ(refused(visits(token)), access::token_refused.number);

  token = give();
  ASSERT_TRUE(visits(token));
  access::AccountChange disable;
  disable.disabled = true;
  ASSERT_TRUE(service::change_account(*desk_, visitor, "till", disable));
  EXPECT_EQ(refused(visits(token)), access::token_refused.number);
}

TEST_F(AccountsTest, people_give_and_withdraw_tokens_of_their_own_and_see_no_others) {
  account("till", {Role::trader}, PartyId{5});
  account("other", {Role::trader}, PartyId{6});
  const auto self = visit(session_of("till")).value().visitor;
  const auto other = visit(session_of("other")).value().visitor;
  const access::TokenOrder order{"till 7", {Right::record_trade}, clock_.moment.day()};
  const auto token = service::give_token(*desk_, self, "till", order).value();
  EXPECT_EQ(refused(service::give_token(*desk_, self, "other", order)), access::right_missing.number);
  EXPECT_EQ(service::list_tokens(*desk_, self, 0, 10).value().size(), 1U);
  EXPECT_EQ(service::list_tokens(*desk_, other, 0, 10).value().size(), 0U);
  EXPECT_EQ(service::list_tokens(*desk_, access::keeper_of_the_file(), 0, 10).value().at(0).account, "till");
  EXPECT_EQ(refused(service::withdraw_token(*desk_, other, token.row.number)), access::right_missing.number);
  EXPECT_EQ(refused(service::withdraw_token(*desk_, self, token.row.number)), 0);
  EXPECT_FALSE(service::list_tokens(*desk_, self, 0, 10).value().at(0).lives);
}

TEST_F(AccountsTest, a_token_gives_no_further_tokens_and_sees_none) {
  account("till", {Role::trader}, PartyId{5});
  const auto self = visit(session_of("till")).value().visitor;
  const access::TokenOrder order{"till 7", {Right::record_trade}, clock_.moment.day()};
  const auto token = service::give_token(*desk_, self, "till", order).value();
  const auto machine = visits_->visitor_of({"", token.token, ""}).value().visitor;
  EXPECT_EQ(refused(service::give_token(*desk_, machine, "till", order)), access::right_missing.number);
  EXPECT_EQ(refused(service::withdraw_token(*desk_, machine, token.row.number)), access::right_missing.number);
  EXPECT_EQ(refused(service::list_tokens(*desk_, machine, 0, 10)), access::right_missing.number);
}

TEST_F(AccountsTest, who_has_yet_to_change_a_password_gives_no_tokens) {
  const auto given =
      service::make_account(*desk_, access::keeper_of_the_file(), {"amara", "Amara", {}, {Role::court}}).value();
  const auto visitor = visit(sign_in("amara", given.password).value().session).value().visitor;
  EXPECT_EQ(
      refused(service::give_token(*desk_, visitor, "amara", {"system", {Right::read_marks}, clock_.moment.day()})),
      access::token_rights.number);
}

TEST_F(AccountsTest, what_another_process_changes_counts_within_a_second) {
  account("amara", {Role::court});
  const std::string session = session_of("amara");
  ASSERT_TRUE(visit(session));
  {
    const auto another = storage::AccessFile::open(path_, storage::OpenMode::write, kLog, clock_).value();
    service::AccessDesk desk{*another, clock_};
    access::AccountChange disable;
    disable.disabled = true;
    ASSERT_TRUE(service::change_account(desk, access::keeper_of_the_file(), "amara", disable));
  }
  pass(1);
  EXPECT_EQ(refused(visit(session)), access::not_signed_in.number);
}

}  // namespace lotline
