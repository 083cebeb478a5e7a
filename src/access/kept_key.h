#pragma once
// What an Idempotency-Key was used for, so that the same request again is answered and not done again. Kept in the
// transaction of what was done. The answer may hold what is shown once (a password, a token): it is sealed with a key
// that only who sent the request can give again.

#include <array>
#include <string>

#include "base/date.h"
#include "base/table.h"

namespace lotline::access {

inline constexpr std::int64_t kKeySeconds = 24 * 60 * 60;  ///< that a key is known

struct KeptKeyRow {
  static constexpr std::string_view table = "kept_keys";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  std::string key;     ///< SHA-256 of account, address and key, hexadecimal
  std::string body;    ///< SHA-256 of what was asked, hexadecimal
  Instant at;          ///< when it was done
  std::string answer;  ///< sealed (sealed_answer.h), in base64; empty until the answer was given

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("key", self.key);
    visit("body", self.body);
    visit("at", self.at);
    visit("answer", self.answer);
  }
};

[[nodiscard]] inline bool lives(const KeptKeyRow& kept, Instant now) {
  return now.seconds < kept.at.seconds + kKeySeconds;
}

}  // namespace lotline::access
