#pragma once
// Secrets that the program makes, and their hashes. A secret of full length (128 random bits and more) is kept as its
// plain SHA-256: nobody can try so many. Passwords, which people make, are kept by password.h. From libsodium.

#include <string>
#include <string_view>
#include <vector>

namespace lotline::access {

/// 32 random bytes in base64url: of a session, its CSRF value, a token.
std::string new_secret();
/// A one-time password: 20 letters and digits in groups of five, 100 random bits.
std::string new_one_time_password();
/// A recovery code: 16 letters and digits in groups of four, 80 random bits.
std::string new_recovery_code();
/// A one-time code's secret: 160 random bits in base32, as RFC 4226 recommends.
std::string new_totp_secret();

/// SHA-256, hexadecimal.
std::string hash_of_secret(std::string_view secret);
/// That of a recovery code as typed: small letters, blanks and hyphens do not matter.
std::string hash_of_recovery_code(std::string_view typed);

/// Compares in a time that does not tell where they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

}  // namespace lotline::access
