#include "access/accounts.h"

#include <algorithm>

#include "access/refusals.h"

namespace lotline::access {

namespace {

constexpr std::size_t kShortestName = 2;
constexpr std::size_t kLongestName = 64;

bool is_account_name(std::string_view name) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  constexpr std::string_view others = "._-@";
  if (name.size() < kShortestName || name.size() > kLongestName) return false;
  if (letters.find(name.front()) == std::string_view::npos) return false;
  return std::ranges::all_of(name, [&](char c) {
    return letters.find(c) != std::string_view::npos || others.find(c) != std::string_view::npos;
  });
}

bool has(const std::vector<Role>& roles, Role role) { return std::ranges::find(roles, role) != roles.end(); }

/// In the order of the vocabulary, each once.
std::string text_of(const std::vector<Role>& roles) {
  std::string text;
  for (const auto& role : Words<Role>::all) {
    if (!has(roles, role.value)) continue;
    if (!text.empty()) text += ';';
    text += role.text;
  }
  return text;
}

template <class Row, class Number>
std::int64_t next_number(const Table<Row>& table, const Number& number_of) {
  std::int64_t newest = 0;
  table.scan({}, [&](const Row& row) { return newest = std::max(newest, number_of(row)), true; });
  return newest + 1;
}

std::string number_or_none(PartyId party) { return party ? std::to_string(party.number) : "none"; }

}  // namespace

std::optional<AccountRow> account_of(const Accounts& accounts, std::string_view name) {
  return accounts.accounts.first_by("name", to_lower_ascii(name));
}

Result<AccountRow> find_account(const Accounts& accounts, std::string_view name) {
  auto account = account_of(accounts, name);
  if (!account) return refuse(unknown_account, "{}", name);
  return *std::move(account);
}

bool administrator_besides(const Accounts& accounts, AccountId account) {
  bool found = false;
  accounts.accounts.scan({}, [&](const AccountRow& row) {
    found = row.id != account && !row.disabled && has_role(row, Role::administrator);
    return !found;
  });
  return found;
}

Result<void> check_roles(const std::vector<Role>& roles, PartyId organisation) {
  if (roles.empty()) return refuse(roles_missing);
  const bool both = has(roles, Role::licensing_officer) && has(roles, Role::licensing_approver);
  if (both) return refuse(roles_apart, "licensing_officer and licensing_approver");
  for (const Role role : {Role::stock_keeper, Role::trader}) {
    const bool lacking = has(roles, role) && !organisation;
    if (lacking) return refuse(organisation_missing, "{}", word(role));
  }
  return {};
}

Result<AccountRow> decide_new_account(const Accounts& accounts, const AccountOrder& order, Instant now) {
  const std::string name = to_lower_ascii(order.name);
  if (!is_account_name(name)) return of_field<AccountRow>("name", refuse(bad_account_name, "\"{}\"", order.name));
  if (account_of(accounts, name)) return of_field<AccountRow>("name", refuse(account_exists, "{}", name));
  TRY(of_field("roles", check_roles(order.roles, order.organisation)));
  AccountRow account;
  account.id.number = next_number(accounts.accounts, [](const AccountRow& row) { return row.id.number; });
  account.name = name;
  account.display_name = TRY(clean_text(order.display_name, "display_name"));
  if (account.display_name.empty()) return of_field<AccountRow>("display_name", refuse(display_name_missing));
  account.organisation = order.organisation;
  account.roles = text_of(order.roles);
  account.made = now;
  return account;
}

Result<AccountRow> decide_change(const Accounts& accounts, const Visitor& visitor, const AccountRow& account,
                                 const AccountChange& change) {
  const bool stale = change.version != 0 && change.version != account.version;
  if (stale) return refuse(account_changed, "it is of version {}", account.version);
  AccountRow changed = account;
  if (change.display_name) changed.display_name = TRY(clean_text(*change.display_name, "display_name"));
  if (changed.display_name.empty()) return of_field<AccountRow>("display_name", refuse(display_name_missing));
  changed.organisation = change.organisation.value_or(account.organisation);
  if (change.roles) changed.roles = text_of(*change.roles);
  changed.disabled = change.disabled.value_or(account.disabled);
  const bool own_account = visitor.account == account.id;
  if (own_account && !same_rights(account, changed)) return refuse(own_roles, "{}", account.name);
  TRY(of_field("roles", check_roles(roles_of(changed), changed.organisation)));
  const bool governs_no_more = !account.disabled && has_role(account, Role::administrator) &&
                               (changed.disabled || !has_role(changed, Role::administrator));
  const bool last = governs_no_more && !administrator_besides(accounts, account.id);
  if (last) return refuse(last_administrator, "{}", account.name);
  if (!difference(account, changed).empty()) ++changed.version;
  return changed;
}

Result<TokenRow> decide_token(const Accounts& accounts, const Visitor& visitor, const AccountRow& account,
                              const TokenOrder& order, Instant now) {
  TokenRow token;
  token.number = next_number(accounts.tokens, [](const TokenRow& row) { return row.number; });
  token.name = TRY(clean_text(order.name, "name"));
  if (token.name.empty()) return of_field<TokenRow>("name", refuse(token_name_missing));
  token.account = account.id;
  if (order.rights.empty()) return of_field<TokenRow>("rights", refuse(token_rights, "none is named"));
  // Of one's own account what one may do now, as of an account whose password is yet to be changed nothing.
  const bool own_account = visitor.account == account.id;
  const Rights all = own_account ? rights_of(account) & visitor.rights : rights_of(account);
  Rights given;
  for (const Right right : order.rights) {
    const bool not_its_own = !all.has(right) || right == Right::manage_accounts;
    if (not_its_own) return of_field<TokenRow>("rights", refuse(token_rights, "{}", word(right)));
    given = given | Rights{right};
  }
  for (const std::string_view text : words_of(given))
    token.rights += (token.rights.empty() ? "" : ";") + std::string{text};
  const bool bad_term = order.ends < now.day() || order.ends.count > now.day().count + kLongestTokenDays;
  if (bad_term) return of_field<TokenRow>("ends", refuse(token_term, "{}", to_text(order.ends)));
  const bool across = given.has(Right::trace);
  if (across && !visitor.stepped_up) return refuse(step_up_needed);
  token.steps_up = across;
  token.made = now;
  token.ends = order.ends;
  return token;
}

std::string difference(const AccountRow& before, const AccountRow& after) {
  std::string text;
  const auto say = [&](std::string what) { text += (text.empty() ? "" : "; ") + std::move(what); };
  if (before.display_name != after.display_name) say("display name");
  if (before.organisation != after.organisation)
    say(fmt::format("organisation {} -> {}", number_or_none(before.organisation), number_or_none(after.organisation)));
  if (before.roles != after.roles) say(fmt::format("roles {} -> {}", before.roles, after.roles));
  if (before.disabled != after.disabled) say(after.disabled ? "disabled" : "enabled");
  return text;
}

bool same_rights(const AccountRow& before, const AccountRow& after) {
  return before.roles == after.roles && before.organisation == after.organisation && before.disabled == after.disabled;
}

void forget_recovery_codes(const Accounts& accounts, AccountId account) {
  for (const RecoveryCodeRow& row : accounts.recovery_codes.all(make_key(account)))
    accounts.recovery_codes.erase(key_of(row));
}

std::int64_t end_tokens(const Accounts& accounts, AccountId account, Instant now) {
  std::vector<TokenRow> ended;
  accounts.tokens.scan({}, [&](const TokenRow& row) {
    if (row.account == account && lives(row, now)) ended.push_back(row);
    return true;
  });
  for (TokenRow& row : ended) {
    row.withdrawn = true;
    accounts.tokens.put(row);
  }
  return static_cast<std::int64_t>(ended.size());
}

std::int64_t end_sessions(const Accounts& accounts, AccountId account, std::string_view but_for) {
  std::vector<Key> ended;
  accounts.sessions.scan_by("account", account.number, [&](const SessionRow& row) {
    if (row.hash != but_for) ended.push_back(key_of(row));
    return true;
  });
  for (const Key& key : ended) accounts.sessions.erase(key);
  return static_cast<std::int64_t>(ended.size());
}

}  // namespace lotline::access
