#pragma once
// Passwords: a rule of length and none of composition, as NIST SP 800-63B-4 section 3.1.1.2 has it (15 characters where
// a password may be the only factor), and Argon2id (RFC 9106) through libsodium's crypto_pwhash_str. A password is
// taken as the bytes of its UTF-8; no form of it is normalised.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::access {

inline constexpr std::size_t kShortestPassword = 15;  ///< characters (code points)
inline constexpr std::size_t kLongestPassword = 200;

/// However many sign in at once, so many are hashed; others wait. This bounds the memory.
inline constexpr int kHashedAtOnce = 4;

/// What one hash costs: libsodium's "interactive" figures, a tenth of a second and 64 MiB.
struct PasswordCost {
  std::uint64_t passes = 2;
  std::size_t bytes = std::size_t{64} << 20;
};

/// Refuses one that is too short or too long, that holds the sign-in name as half of itself or more, or that is made of
/// fewer than five different characters.
Result<void> check_password(std::string_view password, std::string_view name);

/// The hash with its salt and cost as one text. Throws std::bad_alloc where the memory for it is not there.
std::string hash_password(std::string_view password, const PasswordCost& cost = {});
[[nodiscard]] bool is_password(std::string_view hash, std::string_view password);

/// A hash of nobody's password at this cost, made once: what is compared with where no account has the name, so that
/// the answer takes the same time.
const std::string& hash_of_nobody(const PasswordCost& cost = {});

}  // namespace lotline::access
