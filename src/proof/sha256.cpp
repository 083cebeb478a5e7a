#include "proof/sha256.h"

#include <openssl/evp.h>

#include "base/check.h"
#include "proof/refusals.h"

namespace lotline::proof {

namespace {

/// Fetched once: a fetch costs as much as hashing a whole record. Lives as long as the program.
const EVP_MD* algorithm() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  CHECK(fetched != nullptr);
  return fetched;
}

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

int value_of_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

Sha256& of_this_thread() {
  thread_local Sha256 hash;
  return hash;
}

}  // namespace

struct Sha256::Context {
  std::unique_ptr<EVP_MD_CTX, FreeContext> evp{EVP_MD_CTX_new()};

  void begin() { CHECK(EVP_DigestInit_ex2(evp.get(), algorithm(), nullptr) == 1); }
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
  CHECK(context_->evp != nullptr);
  context_->begin();
}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

Sha256& Sha256::update(std::span<const std::uint8_t> bytes) {
  CHECK(EVP_DigestUpdate(context_->evp.get(), bytes.data(), bytes.size()) == 1);
  return *this;
}

Sha256& Sha256::update(std::string_view bytes) {
  CHECK(EVP_DigestUpdate(context_->evp.get(), bytes.data(), bytes.size()) == 1);
  return *this;
}

Digest Sha256::finish() {
  Digest digest;
  CHECK(EVP_DigestFinal_ex(context_->evp.get(), digest.data(), nullptr) == 1);
  context_->begin();
  return digest;
}

Digest sha256(std::span<const std::uint8_t> bytes) { return of_this_thread().update(bytes).finish(); }
Digest sha256(std::string_view bytes) { return of_this_thread().update(bytes).finish(); }

std::string to_hex(std::span<const std::uint8_t> bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    hex.push_back(kDigits[byte >> 4]);
    hex.push_back(kDigits[byte & 15]);
  }
  return hex;
}

Result<Digest> digest_of_hex(std::string_view hex) {
  Digest digest{};
  if (hex.size() != digest.size() * 2) return refuse(bad_digest, "{} characters", hex.size());
  for (std::size_t i = 0; i < digest.size(); ++i) {
    const int high = value_of_digit(hex[2 * i]);
    const int low = value_of_digit(hex[2 * i + 1]);
    if (high < 0 || low < 0) return refuse(bad_digest, "'{}' at {}", hex.substr(2 * i, 2), 2 * i);
    digest[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return digest;
}

}  // namespace lotline::proof
