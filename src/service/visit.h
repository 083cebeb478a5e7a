#pragma once
// Who a request comes from: the visitor of a session or of a machine's token.

#include <mutex>
#include <unordered_map>

#include "service/access_ports.h"

namespace lotline::service {

/// What a request shows of itself.
struct Credentials {
  std::string session;      ///< value of the cookie; empty when not sent
  std::string token;        ///< after "Authorization: Bearer"; empty when not sent. It counts before the session
  std::string case_number;  ///< of the header Lotline-Case
};

struct Visit {
  access::Visitor visitor;
  std::string display_name;
  std::vector<access::Role> roles;
  std::string csrf;  ///< what a write of this session has to carry; empty for a token
  bool by_token = false;
  bool second_factor = false;         ///< the account has one
  bool must_change_password = false;  ///< until then the visitor has no rights
};

/// Remembers visits of the present second, so that a busy session is not read from the file for each of its requests.
/// What this process changes of accounts counts at once, what another does within a second. Used by many threads.
class Visits {
 public:
  explicit Visits(AccessDesk& desk) : desk_(desk) {}

  /// Refuses (not_signed_in, token_refused) what does not live or belongs to nobody who may sign in.
  Result<Visit> visitor_of(const Credentials& shown);
  /// Whether the same would be let in now. No use of the session: an open stream does not keep it from going idle.
  [[nodiscard]] bool lives(const Credentials& shown);

 private:
  struct Remembered {
    Visit visit;
    Instant at;
    std::int64_t commits = 0;
  };
  AccessDesk& desk_;
  std::mutex mutex_;
  std::unordered_map<std::string, Remembered> remembered_;
};

/// Refuses a write of a session that does not carry the session's value. A token is never sent by a browser unasked and
/// needs none.
Result<void> check_csrf(const Visit& visit, std::string_view csrf);

}  // namespace lotline::service
