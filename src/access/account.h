#pragma once
// Accounts: people who sign in, as the file of accounts keeps them. An account is never deleted, because records and
// the access log name it; it is disabled.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "access/right.h"
#include "base/table.h"

namespace lotline::access {

/// Counted from 1 in the order of their making; 0 is nobody's.
using AccountId = Id<struct AccountTag>;

struct AccountRow {
  static constexpr std::string_view table = "accounts";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"name"};

  AccountId id;
  std::string name;          ///< signed in with; lower case, unique
  std::string display_name;  ///< of the person
  PartyId organisation;      ///< none for the State's own office
  std::string roles;         ///< words of Role, separated by ';'
  std::string password;      ///< Argon2id, as libsodium writes it with its salt and cost
  bool must_change_password = false;
  Instant one_time_until;           ///< of a password given by another: until when it signs in; 0 for one's own
  std::string totp_secret;          ///< base32; empty without a second factor
  bool totp_confirmed = false;      ///< a code of it was shown: from then on one is asked for
  std::int64_t totp_last_step = 0;  ///< of the newest code that was used
  std::string totp_enrolling;       ///< base32; a new secret, until a code of it is shown
  Instant made;
  bool disabled = false;
  std::int64_t version = 1;  ///< counts the changes that others see

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("name", self.name);
    visit("display_name", self.display_name);
    visit("organisation", self.organisation);
    visit("roles", self.roles);
    visit("password", self.password);
    visit("must_change_password", self.must_change_password);
    visit("one_time_until", self.one_time_until);
    visit("totp_secret", self.totp_secret);
    visit("totp_confirmed", self.totp_confirmed);
    visit("totp_last_step", self.totp_last_step);
    visit("totp_enrolling", self.totp_enrolling);
    visit("made", self.made);
    visit("disabled", self.disabled);
    visit("version", self.version);
  }
};

/// A recovery code not used yet: its SHA-256. It is erased when it is used.
struct RecoveryCodeRow {
  static constexpr std::string_view table = "recovery_codes";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  AccountId account;
  std::string hash;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("account", self.account);
    visit("hash", self.hash);
  }
};

/// The roles of an account. Words that this program does not know bring nothing.
std::vector<Role> roles_of(const AccountRow& account);
/// What they bring together.
Rights rights_of(const AccountRow& account);
[[nodiscard]] bool has_role(const AccountRow& account, Role role);

/// The rights that are set, as words in the order of `Right`.
std::vector<std::string_view> words_of(Rights rights);

}  // namespace lotline::access
