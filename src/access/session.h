#pragma once
// Sessions of people, and tokens of machines. Both are told by a random secret of which only the hash is kept.

#include <array>
#include <string>

#include "access/account.h"

namespace lotline::access {

inline constexpr std::int64_t kIdleSeconds = 30 * 60;          ///< without a request, a session ends
inline constexpr std::int64_t kLongestSession = 12 * 60 * 60;  ///< seconds; then too, however busy
inline constexpr std::int64_t kStepUpSeconds = 10 * 60;        ///< that a second factor counts as just shown
inline constexpr std::int64_t kUseNotedEvery = 60;             ///< seconds: the use of a session is written no oftener
inline constexpr std::int64_t kOneTimeSeconds = 24 * 60 * 60;  ///< that a password given by another signs in
inline constexpr std::int32_t kLongestTokenDays = 366;

struct SessionRow {
  static constexpr std::string_view table = "sessions";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"account"};

  std::string hash;  ///< SHA-256 of the cookie's value, hexadecimal
  AccountId account;
  Instant begun;
  Instant last_used;
  std::string csrf;
  Instant stepped_up_until;
  std::string agent;  ///< what the browser calls itself, cut short; for the list of one's sessions
  std::string peer;   ///< address it was begun from

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("hash", self.hash);
    visit("account", self.account);
    visit("begun", self.begun);
    visit("last_used", self.last_used);
    visit("csrf", self.csrf);
    visit("stepped_up_until", self.stepped_up_until);
    visit("agent", self.agent);
    visit("peer", self.peer);
  }
};

/// Whether the session is neither idle for too long nor too old.
[[nodiscard]] inline bool lives(const SessionRow& session, Instant now) {
  return now.seconds < session.last_used.seconds + kIdleSeconds &&
         now.seconds < session.begun.seconds + kLongestSession;
}
[[nodiscard]] inline bool stepped_up(const SessionRow& session, Instant now) { return now < session.stepped_up_until; }

struct TokenRow {
  static constexpr std::string_view table = "tokens";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"hash"};

  std::int64_t number = 0;  ///< counted from 1; what it is called by
  std::string hash;         ///< SHA-256 of the token, hexadecimal
  std::string name;         ///< of the machine or program that uses it
  AccountId account;        ///< whose it is: it has no rights that this account has not
  std::string rights;       ///< words of Right, separated by ';'
  bool steps_up = false;    ///< given by somebody who had just shown a second factor: counts as if stepped up
  Instant made;
  Day ends;  ///< the last day it is good for
  bool withdrawn = false;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("number", self.number);
    visit("hash", self.hash);
    visit("name", self.name);
    visit("account", self.account);
    visit("rights", self.rights);
    visit("steps_up", self.steps_up);
    visit("made", self.made);
    visit("ends", self.ends);
    visit("withdrawn", self.withdrawn);
  }
};

[[nodiscard]] inline bool lives(const TokenRow& token, Instant now) {
  return !token.withdrawn && now.day() <= token.ends;
}
/// What a token may do: its own rights, as far as its account has them today.
Rights rights_of(const TokenRow& token, const AccountRow& account);

}  // namespace lotline::access
