#pragma once
// The file of accounts in a temporary folder, with a desk before it, on a clock of the test's choosing.

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "access/one_time_code.h"
#include "access/refusals.h"
#include "service/access_log.h"
#include "service/accounts.h"
#include "service/own_account.h"
#include "service/sign_in.h"
#include "service/visit.h"
#include "storage/access_store.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

/// While it lives no file of this process grows beyond so many bytes, as on a full disk.
class NoRoom {
 public:
  explicit NoRoom(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~NoRoom() { setrlimit(RLIMIT_FSIZE, &before_); }
  NoRoom(const NoRoom&) = delete;
  NoRoom& operator=(const NoRoom&) = delete;

 private:
  rlimit before_{};
};

class AccessTest : public ::testing::Test {
 protected:
  static constexpr const char* kLog = "0123456789abcdef0123456789abcdef";
  static constexpr const char* kHome = "192.0.2.7";

  AccessTest() { open(); }

  void open(storage::OpenMode mode = storage::OpenMode::write) {
    visits_.reset();
    desk_.reset();
    file_.reset();
    file_ = storage::AccessFile::open(path_, mode, kLog, clock_).value();
    // As cheap as it gets: what a hash costs is measured elsewhere.
    desk_ = std::make_unique<service::AccessDesk>(*file_, clock_, access::PasswordCost{1, 8192});
    visits_ = std::make_unique<service::Visits>(*desk_);
  }
  void pass(std::int64_t seconds) { clock_.moment.seconds += seconds; }

  /// An account whose person has set a password of their own: "password of NAME, long enough".
  void account(const std::string& name, std::vector<access::Role> roles, PartyId organisation = {}) {
    const auto given =
        service::make_account(*desk_, access::keeper_of_the_file(), {name, "Person", organisation, std::move(roles)});
    ASSERT_TRUE(given.has_value()) << given.error().text;
    const std::string session = service::sign_in(*desk_, {name, given->password, "", kHome, "", ""}).value().session;
    ASSERT_TRUE(service::change_password(*desk_, session, given->password, password_of(name)));
    ASSERT_TRUE(service::sign_out(*desk_, session));
  }
  static std::string password_of(const std::string& name) { return "password of " + name + ", long enough"; }

  Result<service::SignedIn> sign_in(const std::string& name, const std::string& password, const std::string& code = "",
                                    const std::string& peer = kHome) {
    return service::sign_in(*desk_, {name, password, code, peer, "a browser", "request-1"});
  }
  std::string session_of(const std::string& name) { return sign_in(name, password_of(name)).value().session; }
  Result<service::Visit> visit(const std::string& session, const std::string& case_number = "") {
    auto found = visits_->visitor_of({session, "", case_number});
    // What it noted without waiting is done before this is.
    EXPECT_TRUE(file_->write([](service::AccessWork&) -> Result<void> { return {}; }));
    return found;
  }
  /// Enrols a second factor for the account; its secret. The code of this moment is used then.
  std::string second_factor(const std::string& session, std::vector<std::string>* recovery = nullptr) {
    const auto enrolment = service::enrol_second_factor(*desk_, session).value();
    auto codes =
        service::confirm_second_factor(*desk_, session, access::code_at(enrolment.secret, clock_.moment)).value();
    if (recovery != nullptr) *recovery = std::move(codes);
    return enrolment.secret;
  }
  std::vector<service::LoggedEntry> entries(const service::EntryFilter& filter = {}) {
    return service::list_access(*desk_, access::keeper_of_the_file(), 0, 1000, filter).value();
  }
  /// Number of the refusal; 0 when there is none.
  template <class T>
  static int refused(const Result<T>& result) {
    return result ? 0 : result.error().number;
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.path + "/register.lotline-access";
  ClockAt clock_;
  std::unique_ptr<storage::AccessFile> file_;
  std::unique_ptr<service::AccessDesk> desk_;
  std::unique_ptr<service::Visits> visits_;
};

}  // namespace lotline
