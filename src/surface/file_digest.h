#pragma once
// Digests as X3P files and their custody use them, in lower-case hexadecimal: MD5 inside the format, SHA-256 for what
// Lotline says of a file. Through OpenSSL.

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace lotline::surface {

enum class DigestKind : unsigned char { md5, sha256 };

/// A digest of bytes given in pieces.
class FileDigest {
 public:
  explicit FileDigest(DigestKind kind);
  FileDigest(FileDigest&&) noexcept;
  FileDigest& operator=(FileDigest&&) noexcept;
  ~FileDigest();

  FileDigest& update(std::span<const std::byte> bytes);
  std::string finish();  ///< to be asked once

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

std::string md5_of(std::span<const std::byte> bytes);
std::string sha256_of(std::span<const std::byte> bytes);

}  // namespace lotline::surface
