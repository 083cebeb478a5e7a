#pragma once
// The first start of a service: it makes the one administrator who makes all other accounts.

#include <optional>
#include <string>

#include "http/house.h"

namespace lotline::http {

struct FirstStart {
  std::string name;  ///< to sign in with
  std::string file;  ///< holds the one-time password; mode 0600
  Instant until;     ///< when it no longer signs in; `lotline account reset` then gives another
};

/// Nothing where the register has an administrator. Refuses where the password's file cannot be written; then no
/// account is made.
Result<std::optional<FirstStart>> make_first_administrator(House& house);

}  // namespace lotline::http
