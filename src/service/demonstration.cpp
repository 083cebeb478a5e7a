#include "service/demonstration.h"

#include "access/refusals.h"
#include "access/secret.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

constexpr std::string_view kName = "demonstration";

}  // namespace

Demonstration::Demonstration() : secret_(access::new_secret()) {}

Result<std::unique_ptr<Demonstration>> Demonstration::begin(AccessDesk& desk, bool simulated) {
  if (!simulated) return refuse(true_register);
  const Instant now = desk.clock.now();
  TRY(desk.store.write([&](AccessWork& work) -> Result<void> {
    if (access::account_of(work.accounts(), kName)) return {};
    auto account = TRY(access::decide_new_account(
        work.accounts(),
        {std::string{kName}, "Demonstration", {}, {access::Role::registry_officer, access::Role::examiner}}, now));
    account.must_change_password = false;
    work.accounts().accounts.put(account);
    access::Entry entry;
    entry.at = now;
    entry.what = "account made";
    entry.object = kName;
    entry.change = "for a demonstration";
    work.note(entry);
    return {};
  }));
  return std::unique_ptr<Demonstration>(new Demonstration);
}

Result<SignedIn> Demonstration::sign_in(AccessDesk& desk, std::string_view secret, const SignIn& asked) {
  {
    const std::lock_guard lock(mutex_);
    const bool wrong = used_ || !access::same_secret(secret_, secret);
    if (wrong) return refuse(access::sign_in_refused);
    used_ = true;
  }
  SignedIn made;
  TRY(desk.store.write([&](AccessWork& work) -> Result<void> {
    const auto account = access::account_of(work.accounts(), kName);
    const bool gone = !account || account->disabled;
    if (gone) return refuse(access::sign_in_refused);
    made = open_session(work, *account, asked, desk.clock.now());
    return {};
  }));
  return made;
}

}  // namespace lotline::service
