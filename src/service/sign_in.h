#pragma once
// Signing in and out.
//
// An unknown name, a wrong password, a disabled account and a password given by another that has run out are answered
// alike (sign_in_refused) and in the same time. An attempt is counted before anything is compared (access/attempt.h),
// and every attempt is an entry of the access log. At most four passwords are hashed at once; others wait.

#include "service/access_ports.h"

namespace lotline::service {

struct SignIn {
  std::string name;
  std::string password;
  std::string code;     ///< of the second factor, or a recovery code; empty when not asked for yet
  std::string peer;     ///< address it comes from
  std::string agent;    ///< what the browser calls itself
  std::string request;  ///< id of the request
};

struct SignedIn {
  std::string session;  ///< the secret: value of the cookie lotline_session
  std::string csrf;
  access::AccountRow account;
  bool stepped_up = false;  ///< a second factor was shown
};

Result<SignedIn> sign_in(AccessDesk& desk, const SignIn& asked);
/// Opens a session of an account that has shown who it is, and enters that into the access log.
SignedIn open_session(AccessWork& work, const access::AccountRow& account, const SignIn& asked, Instant now,
                      bool stepped_up = false);
/// Ends the session of this secret; does nothing when there is none.
Result<void> sign_out(AccessDesk& desk, std::string_view session);
/// Ends every session of the account whose session this is; how many. Refuses (not_signed_in) where there is none.
Result<std::int64_t> sign_out_everywhere(AccessDesk& desk, std::string_view session);

/// The answer to a question put to the second factor: a one-time code or a recovery code, each good once. Marks it used
/// in the row and the tables.
Result<void> use_code(const access::Accounts& accounts, access::AccountRow& account, std::string_view code,
                      Instant now);

}  // namespace lotline::service
