#pragma once
// An answer kept for whoever asked: sealed with a key worked out of what only they can send again, so that whoever
// reads the file of accounts learns neither a password nor a token from it. XSalsa20-Poly1305 and BLAKE2b, from
// libsodium.

#include <optional>
#include <string>
#include <string_view>

namespace lotline::access {

/// In base64url.
std::string sealed_answer(std::string_view answer, std::string_view secret);
/// Nothing where the secret is another or the text was altered.
std::optional<std::string> opened_answer(std::string_view sealed, std::string_view secret);

}  // namespace lotline::access
