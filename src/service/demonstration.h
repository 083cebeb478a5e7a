#pragma once
// A look at a register in which nothing is true of anybody, without a password: a link that opens one session of an
// account called "demonstration", a registry officer and examiner. The account has no password, so that nothing else
// opens it.

#include <mutex>
#include <string>

#include "service/sign_in.h"

namespace lotline::service {

class Demonstration {
 public:
  /// Makes the account when it is not there. Refuses a register that is not simulated.
  static Result<std::unique_ptr<Demonstration>> begin(AccessDesk& desk, bool simulated);

  /// The secret of the one link.
  [[nodiscard]] const std::string& secret() const { return secret_; }
  /// Opens the session. Refuses (sign_in_refused) another secret, and this one a second time.
  Result<SignedIn> sign_in(AccessDesk& desk, std::string_view secret, const SignIn& asked);

 private:
  Demonstration();
  std::string secret_;
  std::mutex mutex_;
  bool used_ = false;
};

}  // namespace lotline::service
