#include "service/sign_in.h"

#include "access/one_time_code.h"
#include "access/refusals.h"
#include "access/secret.h"
#include "service/access_log.h"
#include "service/kept_keys.h"

namespace lotline::service {

namespace {

constexpr std::size_t kLongestAgent = 200;
constexpr std::size_t kLongestPasswordBytes = 4 * access::kLongestPassword;

access::Entry attempt_entry(const SignIn& asked, Instant now) {
  access::Entry entry;
  entry.at = now;
  entry.what = "sign in";
  entry.change = "from " + access::address_of(asked.peer);
  entry.request = asked.request;
  return entry;
}

/// Only a name that an account has is written down: people type passwords into the field of the name.
void name_account(access::Entry& entry, const std::optional<access::AccountRow>& account) {
  if (!account) return;
  entry.who = account->name;
  entry.organisation = account->organisation;
}

/// Whether the account may sign in, if the password is right.
bool may_sign_in(const access::AccountRow& account, Instant now) {
  const bool ran_out = account.one_time_until.seconds != 0 && account.one_time_until <= now;
  return !account.disabled && !ran_out && !account.password.empty();
}

/// The refusal, once it is an entry.
Result<void> refused_and_noted(AccessDesk& desk, const SignIn& asked, const std::optional<access::AccountRow>& account,
                               const Refusal& refusal) {
  access::Entry entry = attempt_entry(asked, desk.clock.now());
  name_account(entry, account);
  entry.refused = refusal.number;
  TRY(note_access(desk, entry));
  return std::unexpected(refusal);
}

/// Opens the session of an account whose password was right. Whether it may sign in, and its second factor, are asked
/// within the same unit of work, so that a code is good once.
Result<SignedIn> begin_session(AccessWork& work, const SignIn& asked, access::AccountId id, Instant now) {
  access::Accounts& accounts = work.accounts();
  auto account = accounts.accounts.find(make_key(id));
  const bool gone = !account || !may_sign_in(*account, now);
  if (gone) return refuse(access::sign_in_refused);
  SignedIn made;
  const bool code_lacking = account->totp_confirmed && asked.code.empty();
  if (code_lacking) return refuse(access::second_factor_needed);
  if (account->totp_confirmed) {
    TRY(use_code(accounts, *account, asked.code, now));
    made.stepped_up = true;
  }
  made = open_session(work, *account, asked, now, made.stepped_up);
  access::attempt_succeeded(accounts.attempts, asked.name, asked.peer, now);
  return made;
}

/// Takes away what no longer lives, whenever somebody signs in.
void sweep(access::Accounts& accounts, Instant now) {
  std::vector<Key> ended;
  accounts.sessions.scan({}, [&](const access::SessionRow& row) {
    if (!access::lives(row, now)) ended.push_back(key_of(row));
    return true;
  });
  for (const Key& key : ended) accounts.sessions.erase(key);
  access::forget_attempts(accounts.attempts, now);
  sweep_keys(accounts, now);
}

}  // namespace

SignedIn open_session(AccessWork& work, const access::AccountRow& account, const SignIn& asked, Instant now,
                      bool stepped_up) {
  SignedIn made{access::new_secret(), access::new_secret(), account, stepped_up};
  access::SessionRow session{
      access::hash_of_secret(made.session), account.id, now, now, made.csrf, {}, asked.agent.substr(0, kLongestAgent),
      access::address_of(asked.peer)};
  if (stepped_up) session.stepped_up_until.seconds = now.seconds + access::kStepUpSeconds;
  work.accounts().sessions.put(session);
  access::Entry entry = attempt_entry(asked, now);
  name_account(entry, account);
  work.note(entry);
  return made;
}

Result<void> use_code(const access::Accounts& accounts, access::AccountRow& account, std::string_view code,
                      Instant now) {
  const auto step = access::step_of_code(account.totp_secret, code, now, account.totp_last_step);
  if (step) {
    account.totp_last_step = *step;
    accounts.accounts.put(account);
    return {};
  }
  const Key recovery = make_key(account.id, access::hash_of_recovery_code(code));
  const bool unknown = !accounts.recovery_codes.find(recovery);
  if (unknown) return refuse(access::code_refused);
  accounts.recovery_codes.erase(recovery);
  return {};
}

Result<SignedIn> sign_in(AccessDesk& desk, const SignIn& asked) {
  const Instant now = desk.clock.now();
  std::optional<access::AccountRow> account;
  const auto begun = desk.store.write([&](AccessWork& work) -> Result<void> {
    account = access::account_of(work.accounts(), asked.name);
    return access::begin_attempt(work.accounts().attempts, asked.name, asked.peer, now);
  });
  if (!begun) TRY(refused_and_noted(desk, asked, account, begun.error()));

  // The same work whether there is such an account or not.
  const bool comparable = account && !account->password.empty();
  const std::string& nobody = access::hash_of_nobody(desk.password_cost);
  const std::string_view password = std::string_view{asked.password}.substr(0, kLongestPasswordBytes);
  const bool right = access::is_password(comparable ? account->password : nobody, password) && comparable;
  if (!right) TRY(refused_and_noted(desk, asked, account, refuse(access::sign_in_refused).error()));

  SignedIn made;
  const auto opened = desk.store.write([&](AccessWork& work) -> Result<void> {
    sweep(work.accounts(), now);
    made = TRY(begin_session(work, asked, account->id, now));
    return {};
  });
  if (!opened) TRY(refused_and_noted(desk, asked, account, opened.error()));
  return made;
}

Result<void> sign_out(AccessDesk& desk, std::string_view session) {
  return desk.store.write([&](AccessWork& work) -> Result<void> {
    access::Accounts& accounts = work.accounts();
    const Key key = make_key(access::hash_of_secret(session));
    const auto row = accounts.sessions.find(key);
    if (!row) return {};
    access::Entry entry;
    entry.at = desk.clock.now();
    entry.what = "sign out";
    name_account(entry, accounts.accounts.find(make_key(row->account)));
    accounts.sessions.erase(key);
    work.note(entry);
    return {};
  });
}

Result<std::int64_t> sign_out_everywhere(AccessDesk& desk, std::string_view session) {
  std::int64_t ended = 0;
  TRY(desk.store.write([&](AccessWork& work) -> Result<void> {
    access::Accounts& accounts = work.accounts();
    const auto row = accounts.sessions.find(make_key(access::hash_of_secret(session)));
    const bool nobody = !row || !access::lives(*row, desk.clock.now());
    if (nobody) return refuse(access::not_signed_in);
    ended = access::end_sessions(accounts, row->account);
    access::Entry entry;
    entry.at = desk.clock.now();
    entry.what = "sign out everywhere";
    entry.change = fmt::format("{} sessions", ended);
    name_account(entry, accounts.accounts.find(make_key(row->account)));
    work.note(entry);
    return {};
  }));
  return ended;
}

}  // namespace lotline::service
