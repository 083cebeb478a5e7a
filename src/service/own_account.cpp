#include "service/own_account.h"

#include "access/one_time_code.h"
#include "access/refusals.h"
#include "access/secret.h"
#include "service/access_log.h"
#include "service/sign_in.h"

namespace lotline::service {

namespace {

constexpr int kRecoveryCodes = 10;

/// The living session of a secret and whose it is.
struct Own {
  access::SessionRow session;
  access::AccountRow account;
};
Result<Own> own_of(const access::Accounts& accounts, std::string_view secret, Instant now) {
  const auto session = accounts.sessions.find(make_key(access::hash_of_secret(secret)));
  const bool ended = !session || !access::lives(*session, now);
  const auto account = ended ? std::nullopt : accounts.accounts.find(make_key(session->account));
  const bool nobody = !account || account->disabled;
  if (nobody) return refuse(access::not_signed_in);
  return Own{*session, *account};
}

access::Entry own_entry(const Own& own, Instant now, std::string what) {
  access::Entry entry;
  entry.at = now;
  entry.who = own.account.name;
  entry.organisation = own.account.organisation;
  entry.what = std::move(what);
  entry.object = own.account.name;
  return entry;
}

/// What asks a secret counts as an attempt to sign in, so that a stolen session does not guess at leisure.
Result<Own> begin_asking(AccessDesk& desk, std::string_view session, Instant now) {
  Own own;
  TRY(desk.store.write([&](AccessWork& work) -> Result<void> {
    own = TRY(own_of(work.accounts(), session, now));
    return access::begin_attempt(work.accounts().attempts, own.account.name, own.session.peer, now);
  }));
  return own;
}

Result<void> refused_and_noted(AccessDesk& desk, const Own& own, std::string what, const RefusalKind& kind) {
  access::Entry entry = own_entry(own, desk.clock.now(), std::move(what));
  entry.refused = kind.number;
  TRY(note_access(desk, entry));
  return refuse(kind);
}

}  // namespace

Result<void> change_password(AccessDesk& desk, std::string_view session, const std::string& old_password,
                             const std::string& new_password) {
  const Instant now = desk.clock.now();
  const Own own = TRY(begin_asking(desk, session, now));
  const bool right = access::is_password(own.account.password, old_password);
  if (!right) return of_field("old", refused_and_noted(desk, own, "password changed", access::sign_in_refused));
  TRY(of_field("new", access::check_password(new_password, own.account.name)));
  const bool same = old_password == new_password;
  if (same) return of_field<void>("new", refuse(access::password_same));
  const std::string hash = access::hash_password(new_password, desk.password_cost);
  return desk.store.write([&](AccessWork& work) -> Result<void> {
    access::Accounts& accounts = work.accounts();
    Own present = TRY(own_of(accounts, session, now));
    present.account.password = hash;
    present.account.must_change_password = false;
    present.account.one_time_until = {};
    ++present.account.version;
    accounts.accounts.put(present.account);
    access::end_sessions(accounts, present.account.id, present.session.hash);
    access::attempt_succeeded(accounts.attempts, present.account.name, present.session.peer, now);
    work.note(own_entry(present, now, "password changed"));
    return {};
  });
}

Result<Enrolment> enrol_second_factor(AccessDesk& desk, std::string_view session) {
  const Instant now = desk.clock.now();
  Enrolment enrolment;
  TRY(desk.store.write([&](AccessWork& work) -> Result<void> {
    Own own = TRY(own_of(work.accounts(), session, now));
    if (own.account.must_change_password) return refuse(access::password_to_change);
    const bool unshown = own.account.totp_confirmed && !access::stepped_up(own.session, now);
    if (unshown) return refuse(access::second_factor_there);
    enrolment.secret = access::new_totp_secret();
    enrolment.uri = access::enrolment_uri(own.account.name, enrolment.secret);
    own.account.totp_enrolling = enrolment.secret;
    work.accounts().accounts.put(own.account);
    work.note(own_entry(own, now, "second factor begun"));
    return {};
  }));
  return enrolment;
}

Result<std::vector<std::string>> confirm_second_factor(AccessDesk& desk, std::string_view session,
                                                       std::string_view code) {
  const Instant now = desk.clock.now();
  std::vector<std::string> codes;
  TRY(desk.store.write([&](AccessWork& work) -> Result<void> {
    access::Accounts& accounts = work.accounts();
    Own own = TRY(own_of(accounts, session, now));
    if (own.account.totp_enrolling.empty()) return refuse(access::no_second_factor, "none was begun");
    own.account.totp_last_step = TRY(of_field("code", access::step_of_code(own.account.totp_enrolling, code, now, 0)));
    own.account.totp_secret = std::exchange(own.account.totp_enrolling, {});
    own.account.totp_confirmed = true;
    ++own.account.version;
    accounts.accounts.put(own.account);
    access::forget_recovery_codes(accounts, own.account.id);
    for (int i = 0; i < kRecoveryCodes; ++i) {
      codes.push_back(access::new_recovery_code());
      accounts.recovery_codes.put({own.account.id, access::hash_of_recovery_code(codes.back())});
    }
    own.session.stepped_up_until.seconds = now.seconds + access::kStepUpSeconds;
    accounts.sessions.put(own.session);
    access::end_sessions(accounts, own.account.id, own.session.hash);
    work.note(own_entry(own, now, "second factor confirmed"));
    return {};
  }));
  return codes;
}

Result<void> step_up(AccessDesk& desk, std::string_view session, std::string_view code) {
  const Instant now = desk.clock.now();
  const Own own = TRY(begin_asking(desk, session, now));
  if (!own.account.totp_confirmed) return refuse(access::no_second_factor);
  const auto shown = desk.store.write([&](AccessWork& work) -> Result<void> {
    access::Accounts& accounts = work.accounts();
    Own present = TRY(own_of(accounts, session, now));
    TRY(use_code(accounts, present.account, code, now));
    present.session.stepped_up_until.seconds = now.seconds + access::kStepUpSeconds;
    accounts.sessions.put(present.session);
    access::attempt_succeeded(accounts.attempts, present.account.name, present.session.peer, now);
    work.note(own_entry(present, now, "step up"));
    return {};
  });
  if (!shown && shown.error().number == access::code_refused.number)
    return of_field("code", refused_and_noted(desk, own, "step up", access::code_refused));
  return shown;
}

}  // namespace lotline::service
