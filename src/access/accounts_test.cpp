#include "access/accounts.h"

#include <gtest/gtest.h>

#include "access/accounts_fixture.h"
#include "access/refusals.h"

namespace lotline::access {
namespace {

using Roles = std::vector<Role>;

TEST(Accounts, are_numbered_in_the_order_of_their_making_and_found_whatever_the_case_of_the_name) {
  MemoryAccounts kept;
  EXPECT_EQ(kept.make("amara", {Role::court}).id.number, 1);
  EXPECT_EQ(kept.make("bruno", {Role::court}).id.number, 2);
  EXPECT_EQ(find_account(kept.accounts, "AMARA").value().name, "amara");
  EXPECT_EQ(refused(find_account(kept.accounts, "chen")), unknown_account.number);
}

TEST(Accounts, a_name_is_given_once_and_written_in_plain_letters) {
  MemoryAccounts kept;
  kept.make("amara", {Role::court});
  const auto named = [&](const std::string& name) {
    return refused(decide_new_account(kept.accounts, {name, "Somebody", {}, {Role::court}}, kNoon));
  };
  EXPECT_EQ(named("Amara"), account_exists.number);
  for (const char* bad : {"", "a", ".dot", "two words", "na\xC3\xAFve", "semi;colon", "tab\there"})
    EXPECT_EQ(named(bad), bad_account_name.number) << bad;
  EXPECT_EQ(named(std::string(65, 'a')), bad_account_name.number);
  EXPECT_EQ(named(std::string(64, 'a')), 0);
  EXPECT_EQ(named("d.okafor-1@registry_office"), 0);
}

TEST(Accounts, name_their_person_and_have_a_role) {
  MemoryAccounts kept;
  EXPECT_EQ(refused(decide_new_account(kept.accounts, {"amara", "", {}, {Role::court}}, kNoon)),
            display_name_missing.number);
  EXPECT_EQ(refused(decide_new_account(kept.accounts, {"amara", "Amara", {}, {}}, kNoon)), roles_missing.number);
}

TEST(Accounts, one_person_does_not_prepare_and_approve_licences) {
  EXPECT_EQ(refused(check_roles({Role::licensing_officer, Role::licensing_approver}, {})), roles_apart.number);
  EXPECT_EQ(refused(check_roles({Role::licensing_officer, Role::registry_officer}, {})), 0);
  EXPECT_EQ(refused(check_roles({Role::licensing_approver}, {})), 0);
}

TEST(Accounts, who_keeps_stock_or_trades_does_so_for_an_organisation) {
  for (const Role role : {Role::stock_keeper, Role::trader}) {
    EXPECT_EQ(refused(check_roles({role}, {})), organisation_missing.number) << word(role);
    EXPECT_EQ(refused(check_roles({role}, PartyId{7})), 0) << word(role);
  }
}

TEST(Accounts, the_last_administrator_is_neither_disabled_nor_demoted) {
  MemoryAccounts kept;
  const AccountRow first = kept.make("first", {Role::administrator});
  const AccountRow other = kept.make("other", {Role::auditor});
  const Visitor visitor = keeper_of_the_file();
  AccountChange disable;
  disable.disabled = true;
  AccountChange demote;
  demote.roles = Roles{Role::auditor};
  EXPECT_EQ(refused(decide_change(kept.accounts, visitor, first, disable)), last_administrator.number);
  EXPECT_EQ(refused(decide_change(kept.accounts, visitor, first, demote)), last_administrator.number);

  AccountChange promote;
  promote.roles = Roles{Role::administrator};
  kept.account_rows.put(decide_change(kept.accounts, visitor, other, promote).value());
  EXPECT_EQ(refused(decide_change(kept.accounts, visitor, first, disable)), 0);
  EXPECT_EQ(refused(decide_change(kept.accounts, visitor, first, demote)), 0);
}

TEST(Accounts, a_disabled_administrator_counts_as_none) {
  MemoryAccounts kept;
  const AccountRow first = kept.make("first", {Role::administrator});
  AccountRow second = kept.make("second", {Role::administrator});
  AccountChange disable;
  disable.disabled = true;
  second = decide_change(kept.accounts, keeper_of_the_file(), second, disable).value();
  kept.account_rows.put(second);
  EXPECT_FALSE(administrator_besides(kept.accounts, first.id));
  EXPECT_EQ(refused(decide_change(kept.accounts, keeper_of_the_file(), first, disable)), last_administrator.number);
}

TEST(Accounts, nobody_changes_their_own_roles_organisation_or_end) {
  MemoryAccounts kept;
  const AccountRow first = kept.make("first", {Role::administrator});
  kept.make("second", {Role::administrator});
  const Visitor self = visitor_as(first);
  AccountChange roles;
  roles.roles = Roles{Role::administrator, Role::registry_officer};
  AccountChange organisation;
  organisation.organisation = PartyId{3};
  AccountChange disable;
  disable.disabled = true;
  for (const AccountChange& change : {roles, organisation, disable})
    EXPECT_EQ(refused(decide_change(kept.accounts, self, first, change)), own_roles.number);
  AccountChange name;
  name.display_name = "First of all";
  EXPECT_EQ(decide_change(kept.accounts, self, first, name).value().display_name, "First of all");
}

TEST(Accounts, a_change_leaves_nobody_without_a_name) {
  MemoryAccounts kept;
  const AccountRow account = kept.make("amara", {Role::court});
  AccountChange change;
  change.display_name = "";
  EXPECT_EQ(refused(decide_change(kept.accounts, keeper_of_the_file(), account, change)), display_name_missing.number);
}

TEST(Accounts, a_change_of_what_somebody_else_changed_meanwhile_is_refused) {
  MemoryAccounts kept;
  const AccountRow account = kept.make("amara", {Role::court});
  AccountChange change;
  change.display_name = "A. Diallo";
  change.version = 1;
  const AccountRow changed = decide_change(kept.accounts, keeper_of_the_file(), account, change).value();
  EXPECT_EQ(changed.version, 2);
  EXPECT_EQ(refused(decide_change(kept.accounts, keeper_of_the_file(), changed, change)), account_changed.number);
}

TEST(Accounts, a_change_says_what_it_did) {
  AccountRow before;
  before.roles = "court";
  AccountRow after = before;
  EXPECT_EQ(difference(before, after), "");
  after.roles = "court;examiner";
  after.organisation = PartyId{12};
  after.disabled = true;
  EXPECT_EQ(difference(before, after), "organisation none -> 12; roles court -> court;examiner; disabled");
  EXPECT_FALSE(same_rights(before, after));
}

TEST(Tokens, have_some_of_their_accounts_rights_and_govern_nobody) {
  MemoryAccounts kept;
  const AccountRow trader = kept.make("till", {Role::trader}, PartyId{5});
  const AccountRow admin = kept.make("admin", {Role::administrator});
  const Visitor visitor = visitor_as(admin);
  const auto given = [&](const AccountRow& account, std::vector<Right> rights) {
    return refused(decide_token(kept.accounts, visitor, account, {"till 7", std::move(rights), kNoon.day()}, kNoon));
  };
  EXPECT_EQ(given(trader, {Right::record_trade}), 0);
  EXPECT_EQ(given(trader, {}), token_rights.number);
  EXPECT_EQ(given(trader, {Right::read_all}), token_rights.number);
  EXPECT_EQ(given(admin, {Right::manage_accounts}), token_rights.number);
  EXPECT_EQ(refused(decide_token(kept.accounts, visitor, trader, {"", {Right::record_trade}, kNoon.day()}, kNoon)),
            token_name_missing.number);
}

TEST(Tokens, end_on_a_day_within_a_year) {
  MemoryAccounts kept;
  const AccountRow trader = kept.make("till", {Role::trader}, PartyId{5});
  const auto until = [&](std::int32_t days) {
    return refused(decide_token(kept.accounts, keeper_of_the_file(), trader,
                                {"till 7", {Right::record_trade}, Day{kNoon.day().count + days}}, kNoon));
  };
  EXPECT_EQ(until(-1), token_term.number);
  EXPECT_EQ(until(0), 0);
  EXPECT_EQ(until(kLongestTokenDays), 0);
  EXPECT_EQ(until(kLongestTokenDays + 1), token_term.number);
}

TEST(Tokens, that_trace_across_organisations_are_given_after_a_second_factor) {
  MemoryAccounts kept;
  const AccountRow laboratory = kept.make("laboratory", {Role::investigator});
  Visitor visitor = visitor_as(laboratory);
  const TokenOrder order{"case system", {Right::trace}, kNoon.day()};
  EXPECT_EQ(refused(decide_token(kept.accounts, visitor, laboratory, order, kNoon)), step_up_needed.number);
  visitor.stepped_up = true;
  EXPECT_TRUE(decide_token(kept.accounts, visitor, laboratory, order, kNoon).value().steps_up);
  const TokenOrder narrow{"case system", {Right::read_marks}, kNoon.day()};
  EXPECT_FALSE(decide_token(kept.accounts, visitor, laboratory, narrow, kNoon).value().steps_up);
}

TEST(Tokens, lose_what_their_account_loses) {
  MemoryAccounts kept;
  AccountRow account = kept.make("laboratory", {Role::investigator});
  const TokenRow token = decide_token(kept.accounts, keeper_of_the_file(), account,
                                      {"system", {Right::trace, Right::read_marks}, kNoon.day()}, kNoon)
                             .value();
  EXPECT_EQ(rights_of(token, account), (Rights{Right::trace, Right::read_marks}));
  account.roles = "examiner";
  EXPECT_EQ(rights_of(token, account), Rights{Right::read_marks});
}

TEST(Tokens, live_to_the_end_of_their_last_day_unless_they_are_withdrawn) {
  TokenRow token;
  token.ends = kNoon.day();
  EXPECT_TRUE(lives(token, kNoon));
  EXPECT_FALSE(lives(token, after(kNoon, 24 * 3600)));
  token.withdrawn = true;
  EXPECT_FALSE(lives(token, kNoon));
}

TEST(Sessions, end_after_thirty_idle_minutes_and_after_twelve_hours) {
  SessionRow session;
  session.begun = session.last_used = kNoon;
  EXPECT_TRUE(lives(session, after(kNoon, 30 * 60 - 1)));
  EXPECT_FALSE(lives(session, after(kNoon, 30 * 60)));
  session.last_used = after(kNoon, 12 * 3600 - 60);
  EXPECT_TRUE(lives(session, after(kNoon, 12 * 3600 - 1)));
  EXPECT_FALSE(lives(session, after(kNoon, 12 * 3600)));
}

TEST(Sessions, of_an_account_end_together_but_for_the_one_kept) {
  MemoryAccounts kept;
  for (const char* hash : {"a", "b", "c"}) kept.session_rows.put({hash, AccountId{1}, kNoon, kNoon, "", {}, "", ""});
  kept.session_rows.put({"d", AccountId{2}, kNoon, kNoon, "", {}, "", ""});
  EXPECT_EQ(end_sessions(kept.accounts, AccountId{1}, "b"), 2);
  EXPECT_EQ(kept.session_rows.size(), 2U);
  EXPECT_EQ(end_sessions(kept.accounts, AccountId{1}), 1);
  EXPECT_TRUE(kept.session_rows.find(make_key(std::string{"d"})).has_value());
}

}  // namespace
}  // namespace lotline::access
