#pragma once
// Failed attempts to sign in, and how long each makes the next one wait.
//
// Three counts are kept: of a name from an address, of an address whatever the name, and of a name whatever the
// address. Each makes attempts wait, none ever disables an account. An address from which the account signed in well
// before answers for itself alone: nothing that others do elsewhere makes it wait, so that nobody is locked out by
// another. The name is kept as its hash, because people type passwords into the field of the name.

#include <array>
#include <string>

#include "base/date.h"
#include "base/refusal.h"
#include "base/table.h"

namespace lotline::access {

struct AttemptRow {
  static constexpr std::string_view table = "attempts";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  std::string name;     ///< SHA-256 of the sign-in name; empty: of any name
  std::string address;  ///< as address_of gives it; empty: of any address
  std::int64_t failures = 0;
  Instant last_failure;
  Instant last_success;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("name", self.name);
    visit("address", self.address);
    visit("failures", self.failures);
    visit("last_failure", self.last_failure);
    visit("last_success", self.last_success);
  }
};

struct ThrottleRules {
  // How many may fail before waiting begins. A person mistypes five times; twenty persons share an office's address;
  // of a name that many addresses try, somebody is guessing.
  std::int64_t free_of_pair = 5;
  std::int64_t free_of_address = 20;
  std::int64_t free_of_name = 50;
  std::int64_t first_wait = 30;              ///< seconds; doubled with each further failure
  std::int64_t longest_wait = 15 * 60;       ///< seconds
  std::int64_t longest_wait_known = 60;      ///< of an address that is known to the account, and of a name
  std::int64_t forgotten_after = 24 * 3600;  ///< seconds after the last failure
  std::int64_t known_for = 90 * 24 * 3600;   ///< seconds after signing in well
};

/// The part of an address that counts as one place: all of IPv4, the first 64 bits of IPv6, of which one subscriber has
/// all the others. Other text as it is.
std::string address_of(std::string_view peer);

/// Counts an attempt as failed before anything is compared, so that many at once cannot outrun the count. Refuses
/// (too_many_attempts) while one has to wait, saying for how many seconds.
Result<void> begin_attempt(Table<AttemptRow>& attempts, std::string_view name, std::string_view peer, Instant now,
                           const ThrottleRules& rules = {});
/// The attempt signed in: it was no failure, and the address is known from now on.
void attempt_succeeded(Table<AttemptRow>& attempts, std::string_view name, std::string_view peer, Instant now);
/// Takes rows away that no longer count.
void forget_attempts(Table<AttemptRow>& attempts, Instant now, const ThrottleRules& rules = {});

}  // namespace lotline::access
