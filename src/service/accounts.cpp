#include "service/accounts.h"

#include "access/refusals.h"
#include "access/secret.h"
#include "service/access_log.h"

namespace lotline::service {

namespace {

using access::AccountRow;
using access::Right;
using access::Visitor;

/// A password for the account, with which it signs in for a day.
GivenPassword give_password(AccountRow& account, std::string password, const std::string& hash, Instant now) {
  account.password = hash;
  account.must_change_password = true;
  account.one_time_until.seconds = now.seconds + access::kOneTimeSeconds;
  return {account.name, std::move(password), account.one_time_until};
}

access::Entry change_entry(const Visitor& visitor, Instant now, std::string what, const std::string& object,
                           std::string_view request, std::string change) {
  access::Entry entry = entry_of(visitor, now, std::move(what), object, request);
  entry.change = std::move(change);
  return entry;
}

AccountCard card_of(const access::Accounts& accounts, AccountRow row, Instant now) {
  AccountCard card;
  card.second_factor = row.totp_confirmed;
  accounts.sessions.scan_by("account", row.id.number, [&](const access::SessionRow& session) {
    if (access::lives(session, now)) ++card.sessions;
    return true;
  });
  row.password.clear();
  row.totp_secret.clear();
  row.totp_enrolling.clear();
  card.row = std::move(row);
  return card;
}

}  // namespace

namespace {

Result<void> make(AccessDesk& desk, const Visitor& visitor, const access::AccountOrder& order, std::string_view request,
                  const KeepPassword& keep) {
  TRY(access::require(visitor, Right::manage_accounts));
  const Instant now = desk.clock.now();
  std::string password = access::new_one_time_password();
  const std::string hash = access::hash_password(password, desk.password_cost);
  return desk.store.write([&](AccessWork& work) -> Result<void> {
    AccountRow account = TRY(access::decide_new_account(work.accounts(), order, now));
    TRY(keep(give_password(account, std::move(password), hash, now)));
    work.accounts().accounts.put(account);
    work.note(
        change_entry(visitor, now, "account made", account.name, request, access::difference(AccountRow{}, account)));
    return {};
  });
}

}  // namespace

Result<GivenPassword> make_account(AccessDesk& desk, const Visitor& visitor, const access::AccountOrder& order,
                                   std::string_view request) {
  GivenPassword given;
  TRY(make(desk, visitor, order, request, [&](const GivenPassword& made) -> Result<void> {
    given = made;
    return {};
  }));
  return given;
}

Result<AccountRow> change_account(AccessDesk& desk, const Visitor& visitor, const std::string& name,
                                  const access::AccountChange& change, std::string_view request) {
  TRY(access::require(visitor, Right::manage_accounts));
  const Instant now = desk.clock.now();
  AccountRow changed;
  TRY(desk.store.write([&](AccessWork& work) -> Result<void> {
    access::Accounts& accounts = work.accounts();
    const AccountRow account = TRY(access::find_account(accounts, name));
    changed = TRY(access::decide_change(accounts, visitor, account, change));
    const std::string difference = access::difference(account, changed);
    if (difference.empty()) return {};
    accounts.accounts.put(changed);
    if (!access::same_rights(account, changed)) access::end_sessions(accounts, account.id);
    work.note(change_entry(visitor, now, "account changed", account.name, request, difference));
    return {};
  }));
  return changed;
}

Result<GivenPassword> reset_account(AccessDesk& desk, const Visitor& visitor, const std::string& name,
                                    bool second_factor_too, std::string_view request) {
  TRY(access::require(visitor, Right::manage_accounts));
  const Instant now = desk.clock.now();
  std::string password = access::new_one_time_password();
  const std::string hash = access::hash_password(password, desk.password_cost);
  GivenPassword given;
  TRY(desk.store.write([&](AccessWork& work) -> Result<void> {
    access::Accounts& accounts = work.accounts();
    AccountRow account = TRY(access::find_account(accounts, name));
    given = give_password(account, std::move(password), hash, now);
    if (second_factor_too) {
      account.totp_secret.clear();
      account.totp_enrolling.clear();
      account.totp_confirmed = false;
      access::forget_recovery_codes(accounts, account.id);
    }
    ++account.version;
    accounts.accounts.put(account);
    access::end_sessions(accounts, account.id);
    // Whoever had the lost password may have given tokens with it.
    const std::int64_t tokens = access::end_tokens(accounts, account.id, now);
    std::string change = second_factor_too ? "password; second factor" : "password";
    if (tokens > 0) change += fmt::format("; {} tokens withdrawn", tokens);
    work.note(change_entry(visitor, now, "account reset", account.name, request, std::move(change)));
    return {};
  }));
  return given;
}

bool has_administrator(AccessDesk& desk) {
  bool found = false;
  desk.store.read([&](const access::Accounts& accounts) { found = access::administrator_besides(accounts, {}); });
  return found;
}

Result<void> first_administrator(AccessDesk& desk, const Visitor& visitor, const KeepPassword& keep) {
  TRY(access::require(visitor, Right::manage_accounts));
  if (visitor.account) return refuse(access::right_missing, "whoever has the file in hand makes the first account");
  const bool there = has_administrator(desk);
  if (there) return refuse(access::administrator_there);
  return make(desk, visitor, {"administrator", "Administrator", {}, {access::Role::administrator}}, {}, keep);
}

Result<GivenToken> give_token(AccessDesk& desk, const Visitor& visitor, const std::string& account_name,
                              const access::TokenOrder& order, std::string_view request) {
  const Instant now = desk.clock.now();
  GivenToken given;
  given.token = access::new_secret();
  TRY(desk.store.write([&](AccessWork& work) -> Result<void> {
    access::Accounts& accounts = work.accounts();
    const auto account = access::account_of(accounts, account_name);
    const bool own = account && account->id == visitor.account;
    if (!own) TRY(access::require(visitor, Right::manage_accounts));
    if (!account) return refuse(access::unknown_account, "{}", account_name);
    given.row = TRY(access::decide_token(accounts, visitor, *account, order, now));
    given.row.hash = access::hash_of_secret(given.token);
    accounts.tokens.put(given.row);
    work.note(change_entry(visitor, now, "token given", account->name, request,
                           fmt::format("{} {}: {}, until {}", given.row.number, given.row.name, given.row.rights,
                                       to_text(given.row.ends))));
    return {};
  }));
  given.row.hash.clear();
  return given;
}

Result<access::TokenRow> withdraw_token(AccessDesk& desk, const Visitor& visitor, std::int64_t number,
                                        std::string_view request) {
  access::TokenRow withdrawn;
  TRY(desk.store.write([&](AccessWork& work) -> Result<void> {
    access::Accounts& accounts = work.accounts();
    const auto token = accounts.tokens.find(make_key(number));
    const bool own = token && token->account == visitor.account;
    if (!own) TRY(access::require(visitor, Right::manage_accounts));
    if (!token) return refuse(access::unknown_token, "{}", number);
    withdrawn = *token;
    withdrawn.withdrawn = true;
    accounts.tokens.put(withdrawn);
    const auto account = accounts.accounts.find(make_key(token->account));
    work.note(change_entry(visitor, desk.clock.now(), "token withdrawn", account ? account->name : "", request,
                           fmt::format("{} {}", number, token->name)));
    return {};
  }));
  withdrawn.hash.clear();
  return withdrawn;
}

Result<AccountCard> account_card(AccessDesk& desk, const Visitor& visitor, const std::string& name) {
  TRY(access::require(visitor, Right::manage_accounts));
  std::optional<AccountCard> card;
  desk.store.read([&](const access::Accounts& accounts) {
    if (auto row = access::account_of(accounts, name)) card = card_of(accounts, *std::move(row), desk.clock.now());
  });
  if (!card) return refuse(access::unknown_account, "{}", name);
  return *std::move(card);
}

Result<std::vector<AccountCard>> list_accounts(AccessDesk& desk, const Visitor& visitor, std::int64_t after,
                                               std::size_t limit) {
  TRY(access::require(visitor, Right::manage_accounts));
  std::vector<AccountCard> cards;
  desk.store.read([&](const access::Accounts& accounts) {
    accounts.accounts.scan({}, [&](const AccountRow& row) {
      if (row.id.number > after) cards.push_back(card_of(accounts, row, desk.clock.now()));
      return cards.size() < limit;
    });
  });
  return cards;
}

Result<std::vector<TokenCard>> list_tokens(AccessDesk& desk, const Visitor& visitor, std::int64_t after,
                                           std::size_t limit) {
  const bool all = visitor.may(Right::manage_accounts);
  if (!all && !visitor.account) return refuse(access::right_missing, "{}", word(Right::manage_accounts));
  std::vector<TokenCard> cards;
  desk.store.read([&](const access::Accounts& accounts) {
    accounts.tokens.scan({}, [&](const access::TokenRow& row) {
      if (row.number <= after || !(all || row.account == visitor.account)) return true;
      const auto account = accounts.accounts.find(make_key(row.account));
      TokenCard card{row, account ? account->name : "", access::lives(row, desk.clock.now())};
      card.row.hash.clear();
      cards.push_back(std::move(card));
      return cards.size() < limit;
    });
  });
  return cards;
}

}  // namespace lotline::service
