#include "service/visit.h"

#include "access/refusals.h"
#include "access/secret.h"

namespace lotline::service {

namespace {

/// Sessions in use within one second; beyond, what was remembered is forgotten.
constexpr std::size_t kMostRemembered = 10'000;

Visit visit_of(const access::AccountRow& account) {
  Visit visit;
  visit.visitor.name = account.name;
  visit.visitor.organisation = account.organisation;
  visit.visitor.account = account.id;
  visit.visitor.rights = access::rights_of(account);
  visit.display_name = account.display_name;
  visit.roles = access::roles_of(account);
  visit.second_factor = account.totp_confirmed;
  visit.must_change_password = account.must_change_password;
  if (visit.must_change_password) visit.visitor.rights = {};
  return visit;
}

std::optional<access::AccountRow> living_account(const access::Accounts& accounts, access::AccountId id) {
  auto account = accounts.accounts.find(make_key(id));
  return account && !account->disabled ? account : std::nullopt;
}

std::optional<Visit> token_visit(const access::Accounts& accounts, const std::string& hash, Instant now) {
  const auto token = accounts.tokens.first_by("hash", hash);
  const auto account = token ? living_account(accounts, token->account) : std::nullopt;
  if (!account || !access::lives(*token, now)) return std::nullopt;
  Visit visit = visit_of(*account);
  visit.visitor.name += "/" + token->name;
  visit.visitor.rights = visit.visitor.rights & access::rights_of(*token, *account);
  visit.visitor.stepped_up = token->steps_up;
  visit.visitor.account = {};  // nobody's own account: a token gives no further tokens
  visit.by_token = true;
  return visit;
}

struct FoundSession {
  Visit visit;
  access::SessionRow row;
};
std::optional<FoundSession> session_visit(const access::Accounts& accounts, const std::string& hash, Instant now) {
  const auto session = accounts.sessions.find(make_key(hash));
  const auto account = session ? living_account(accounts, session->account) : std::nullopt;
  if (!account || !access::lives(*session, now)) return std::nullopt;
  FoundSession found{visit_of(*account), *session};
  found.visit.visitor.stepped_up = access::stepped_up(*session, now);
  found.visit.csrf = session->csrf;
  return found;
}

/// Written at most once a minute for a session, so that it does not go idle. No request waits for it.
void note_use(AccessDesk& desk, const access::SessionRow& session, Instant now) {
  if (now.seconds < session.last_used.seconds + access::kUseNotedEvery) return;
  desk.store.write_soon([hash = session.hash, now](AccessWork& work) -> Result<void> {
    auto row = work.accounts().sessions.find(make_key(hash));
    if (!row) return {};  // ended meanwhile
    row->last_used = now;
    work.accounts().sessions.put(*row);
    return {};
  });
}

}  // namespace

Result<Visit> Visits::visitor_of(const Credentials& shown) {
  const bool by_token = !shown.token.empty();
  const Instant now = desk_.clock.now();
  const std::string hash = access::hash_of_secret(by_token ? shown.token : shown.session);
  const std::string name = (by_token ? "t" : "s") + hash;
  const std::string case_number = TRY(clean_text(trim(shown.case_number), "Lotline-Case"));
  const std::int64_t commits = desk_.store.commits();
  {
    const std::lock_guard lock(mutex_);
    const auto at = remembered_.find(name);
    if (at != remembered_.end() && at->second.at == now && at->second.commits == commits) {
      Visit visit = at->second.visit;
      visit.visitor.case_number = case_number;
      return visit;
    }
  }
  std::optional<Visit> visit;
  std::optional<access::SessionRow> session;
  desk_.store.read([&](const access::Accounts& accounts) {
    if (by_token) {
      visit = token_visit(accounts, hash, now);
    } else if (auto found = session_visit(accounts, hash, now)) {
      visit = std::move(found->visit);
      session = std::move(found->row);
    }
  });
  const bool unknown_token = !visit && by_token;
  if (unknown_token) return refuse(access::token_refused);
  if (!visit) return refuse(access::not_signed_in);
  if (session) note_use(desk_, *session, now);
  {
    const std::lock_guard lock(mutex_);
    if (remembered_.size() >= kMostRemembered) remembered_.clear();
    remembered_.insert_or_assign(name, Remembered{*visit, now, commits});
  }
  visit->visitor.case_number = case_number;
  return *std::move(visit);
}

bool Visits::lives(const Credentials& shown) {
  const Instant now = desk_.clock.now();
  const bool by_token = !shown.token.empty();
  const std::string hash = access::hash_of_secret(by_token ? shown.token : shown.session);
  bool found = false;
  desk_.store.read([&](const access::Accounts& accounts) {
    found = by_token ? token_visit(accounts, hash, now).has_value() : session_visit(accounts, hash, now).has_value();
  });
  return found;
}

Result<void> check_csrf(const Visit& visit, std::string_view csrf) {
  if (visit.by_token) return {};
  const bool same = access::same_secret(visit.csrf, csrf);
  if (!same) return refuse(access::csrf_refused);
  return {};
}

}  // namespace lotline::service
