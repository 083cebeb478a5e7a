#include "access/secret.h"

#include <sodium.h>

#include <array>

#include "base/check.h"
#include "base/text.h"

namespace lotline::access {

namespace {

/// Without 0, 1, 8 and 9, which are misread: base32 of RFC 4648.
constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

void make_ready() {
  static const int ready = sodium_init();
  CHECK(ready >= 0);
}

/// Random characters of the alphabet, five bits each, with a hyphen after every `group` (0: none).
std::string random_base32(std::size_t length, std::size_t group) {
  make_ready();
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    if (group != 0 && i != 0 && i % group == 0) text.push_back('-');
    text.push_back(kBase32[randombytes_uniform(static_cast<std::uint32_t>(kBase32.size()))]);
  }
  return text;
}

}  // namespace

std::string new_secret() {
  make_ready();
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
  text.resize(text.size() - 1);  // the closing zero
  return text;
}

std::string new_one_time_password() { return random_base32(20, 5); }
std::string new_recovery_code() { return random_base32(16, 4); }
std::string new_totp_secret() { return random_base32(32, 0); }

std::string hash_of_secret(std::string_view secret) {
  make_ready();
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
  std::string hex(2 * hash.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.resize(2 * hash.size());
  return hex;
}

std::string hash_of_recovery_code(std::string_view typed) {
  std::string code;
  for (const char c : to_upper_ascii(typed))
    if (c != '-' && c != ' ') code.push_back(c);
  return hash_of_secret(code);
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace lotline::access
