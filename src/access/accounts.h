#pragma once
// What may be done to accounts, decided from the tables of them: each a pure function from the tables and what is asked
// to the row as it will be, or a refusal.

#include <optional>
#include <string>
#include <vector>

#include "access/attempt.h"
#include "access/kept_key.h"
#include "access/session.h"
#include "access/visitor.h"

namespace lotline::access {

/// The tables of the file of accounts.
struct Accounts {
  Table<AccountRow>& accounts;
  Table<RecoveryCodeRow>& recovery_codes;
  Table<SessionRow>& sessions;
  Table<TokenRow>& tokens;
  Table<AttemptRow>& attempts;
  Table<KeptKeyRow>& keys;
};

/// What an account is told to be.
struct AccountOrder {
  std::string name;
  std::string display_name;
  PartyId organisation;
  std::vector<Role> roles;
};

/// What is to change of one; what is not named stays.
struct AccountChange {
  std::optional<std::string> display_name{};
  std::optional<PartyId> organisation{};
  std::optional<std::vector<Role>> roles{};
  std::optional<bool> disabled{};
  std::int64_t version = 0;  ///< the version that was looked at; 0: whichever stands
};

struct TokenOrder {
  std::string name;
  std::vector<Right> rights;
  Day ends;
};

std::optional<AccountRow> account_of(const Accounts& accounts, std::string_view name);
/// Refuses (unknown_account) a name that nobody has.
Result<AccountRow> find_account(const Accounts& accounts, std::string_view name);
/// Whether any account that can sign in is an administrator, other than this one.
[[nodiscard]] bool administrator_besides(const Accounts& accounts, AccountId account);

/// Refuses no roles, the same person preparing and approving licences, and a role that acts for an organisation without
/// one.
Result<void> check_roles(const std::vector<Role>& roles, PartyId organisation);

/// A new account without a password. Refuses a name that is taken or no name, and what check_roles refuses.
Result<AccountRow> decide_new_account(const Accounts& accounts, const AccountOrder& order, Instant now);
/// The account as changed by the visitor. Refuses the own roles, organisation and end, the last administrator's end,
/// and another version than the one that was looked at.
Result<AccountRow> decide_change(const Accounts& accounts, const Visitor& visitor, const AccountRow& account,
                                 const AccountChange& change);
/// A token of an account. Refuses rights that the account has not or that govern accounts, and a day that is past or
/// more than a year away. The right to trace across organisations needs a second factor shown just now.
Result<TokenRow> decide_token(const Accounts& accounts, const Visitor& visitor, const AccountRow& account,
                              const TokenOrder& order, Instant now);

/// Says what a change did, for the access log: "roles court -> court;examiner; disabled". Empty for nothing.
std::string difference(const AccountRow& before, const AccountRow& after);

/// Whether both see and do the same.
[[nodiscard]] bool same_rights(const AccountRow& before, const AccountRow& after);

void forget_recovery_codes(const Accounts& accounts, AccountId account);
/// Withdraws every token of an account that lives; how many.
std::int64_t end_tokens(const Accounts& accounts, AccountId account, Instant now);
/// Ends every session of an account, but for one where its hash is given.
std::int64_t end_sessions(const Accounts& accounts, AccountId account, std::string_view but_for = {});

}  // namespace lotline::access
