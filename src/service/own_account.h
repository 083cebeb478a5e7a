#pragma once
// What people do to their own account: its password, its second factor, showing it again. Told by their session.

#include "service/access_ports.h"

namespace lotline::service {

/// Ends the account's other sessions. Refuses a wrong old password (counted as an attempt), the old one again, and what
/// access::check_password refuses.
Result<void> change_password(AccessDesk& desk, std::string_view session, const std::string& old_password,
                             const std::string& new_password);

struct Enrolment {
  std::string secret;  ///< base32, for typing
  std::string uri;     ///< for a QR code
};
/// A secret for an authenticator; it counts from confirm_second_factor() on. Where there is a second factor already, it
/// must have been shown just now.
Result<Enrolment> enrol_second_factor(AccessDesk& desk, std::string_view session);
/// The first code of the enrolled secret: from now on it is asked for. Gives the recovery codes, which are shown this
/// once.
Result<std::vector<std::string>> confirm_second_factor(AccessDesk& desk, std::string_view session,
                                                       std::string_view code);
/// Shows the second factor again: for ten minutes the session may look across organisations. Attempts are counted.
Result<void> step_up(AccessDesk& desk, std::string_view session, std::string_view code);

}  // namespace lotline::service
