#pragma once
// What administrators do with accounts and tokens. Each needs the right manage_accounts, but for one's own tokens; each
// is an entry of the access log, in the same commit.

#include "service/access_ports.h"

namespace lotline::service {

/// A password that was given to an account: it signs in for a day, and is changed first.
struct GivenPassword {
  std::string name;
  std::string password;
  Instant until;
};

Result<GivenPassword> make_account(AccessDesk& desk, const access::Visitor& visitor, const access::AccountOrder& order,
                                   std::string_view request = {});
/// What ends the account's rights or alters them ends its sessions.
Result<access::AccountRow> change_account(AccessDesk& desk, const access::Visitor& visitor, const std::string& name,
                                          const access::AccountChange& change, std::string_view request = {});
/// A new one-time password in place of a lost one; with `second_factor_too` the second factor goes as well. Ends the
/// account's sessions and withdraws its tokens.
Result<GivenPassword> reset_account(AccessDesk& desk, const access::Visitor& visitor, const std::string& name,
                                    bool second_factor_too, std::string_view request = {});
/// Keeps a password where its person finds it.
using KeepPassword = std::function<Result<void>(const GivenPassword&)>;
/// The first administrator of a register, called "administrator". The password is kept before the account is made, and
/// where it cannot be kept none is made. Refused where there is an administrator already; nobody but whoever has the
/// file in hand may do it.
Result<void> first_administrator(AccessDesk& desk, const access::Visitor& visitor, const KeepPassword& keep);
[[nodiscard]] bool has_administrator(AccessDesk& desk);

struct GivenToken {
  access::TokenRow row;
  std::string token;  ///< the secret, shown this once
};
/// Of one's own account, or of any with manage_accounts.
Result<GivenToken> give_token(AccessDesk& desk, const access::Visitor& visitor, const std::string& account,
                              const access::TokenOrder& order, std::string_view request = {});
Result<access::TokenRow> withdraw_token(AccessDesk& desk, const access::Visitor& visitor, std::int64_t number,
                                        std::string_view request = {});

/// An account as others see it.
struct AccountCard {
  access::AccountRow row;  ///< its hashes and secrets emptied
  std::int64_t sessions = 0;
  bool second_factor = false;
};
/// One account; refuses an unknown name.
Result<AccountCard> account_card(AccessDesk& desk, const access::Visitor& visitor, const std::string& name);
/// In the order of their making, after a number; at most `limit`.
Result<std::vector<AccountCard>> list_accounts(AccessDesk& desk, const access::Visitor& visitor, std::int64_t after,
                                               std::size_t limit);

struct TokenCard {
  access::TokenRow row;  ///< its hash emptied
  std::string account;   ///< sign-in name
  bool lives = false;
};
/// With manage_accounts all of them, else the visitor's own.
Result<std::vector<TokenCard>> list_tokens(AccessDesk& desk, const access::Visitor& visitor, std::int64_t after,
                                           std::size_t limit);

}  // namespace lotline::service
