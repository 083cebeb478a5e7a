#include "surface/file_digest.h"

#include <openssl/evp.h>

#include <array>
#include <string_view>

#include "base/check.h"

namespace lotline::surface {

namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

std::string digest_of(DigestKind kind, std::span<const std::byte> bytes) {
  return FileDigest(kind).update(bytes).finish();
}

}  // namespace

struct FileDigest::Context {
  std::unique_ptr<EVP_MD_CTX, FreeContext> evp{EVP_MD_CTX_new()};
};

FileDigest::FileDigest(DigestKind kind) : context_(std::make_unique<Context>()) {
  const EVP_MD* const algorithm = kind == DigestKind::md5 ? EVP_md5() : EVP_sha256();
  CHECK(context_->evp != nullptr && EVP_DigestInit_ex(context_->evp.get(), algorithm, nullptr) == 1);
}
FileDigest::FileDigest(FileDigest&&) noexcept = default;
FileDigest& FileDigest::operator=(FileDigest&&) noexcept = default;
FileDigest::~FileDigest() = default;

FileDigest& FileDigest::update(std::span<const std::byte> bytes) {
  CHECK(EVP_DigestUpdate(context_->evp.get(), bytes.data(), bytes.size()) == 1);
  return *this;
}

std::string FileDigest::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  CHECK(EVP_DigestFinal_ex(context_->evp.get(), digest.data(), &size) == 1);
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    hex.push_back(kDigits[digest[i] >> 4]);
    hex.push_back(kDigits[digest[i] & 15]);
  }
  return hex;
}

std::string md5_of(std::span<const std::byte> bytes) { return digest_of(DigestKind::md5, bytes); }
std::string sha256_of(std::span<const std::byte> bytes) { return digest_of(DigestKind::sha256, bytes); }

}  // namespace lotline::surface
