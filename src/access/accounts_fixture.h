#pragma once
// Accounts in memory, for tests.

#include "access/accounts.h"
#include "base/memory_table.h"

namespace lotline::access {

inline constexpr Instant kNoon{1'795'694'400};  // 2026-11-26T12:00:00Z

struct MemoryAccounts {
  MemoryTable<AccountRow> account_rows;
  MemoryTable<RecoveryCodeRow> recovery_rows;
  MemoryTable<SessionRow> session_rows;
  MemoryTable<TokenRow> token_rows;
  MemoryTable<AttemptRow> attempt_rows;
  MemoryTable<KeptKeyRow> key_rows;
  Accounts accounts{account_rows, recovery_rows, session_rows, token_rows, attempt_rows, key_rows};

  AccountRow make(const std::string& name, std::vector<Role> roles, PartyId organisation = {}) {
    const AccountRow account =
        decide_new_account(accounts, {name, "Person " + name, organisation, std::move(roles)}, kNoon).value();
    account_rows.put(account);
    return account;
  }
};

/// A visitor with the account's rights.
inline Visitor visitor_as(const AccountRow& account) {
  Visitor visitor;
  visitor.name = account.name;
  visitor.organisation = account.organisation;
  visitor.rights = rights_of(account);
  visitor.account = account.id;
  return visitor;
}

inline Instant after(Instant instant, std::int64_t seconds) { return {instant.seconds + seconds}; }

/// Number of the refusal; 0 when there is none.
template <class T>
int refused(const Result<T>& result) {
  return result ? 0 : result.error().number;
}

}  // namespace lotline::access
