#pragma once
// SHA-256 (FIPS 180-4), through OpenSSL so that the processor's own instructions are used.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::proof {

using Digest = std::array<std::uint8_t, 32>;

/// Hashes bytes given in pieces. One object hashes many messages one after another; not shared between threads.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  Sha256& update(std::span<const std::uint8_t> bytes);
  Sha256& update(std::string_view bytes);
  /// The digest of all bytes since the last finish; the object then stands at an empty message.
  Digest finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

Digest sha256(std::span<const std::uint8_t> bytes);
Digest sha256(std::string_view bytes);

/// Lower-case hexadecimal, two digits a byte.
std::string to_hex(std::span<const std::uint8_t> bytes);
/// 64 hexadecimal digits of either case.
Result<Digest> digest_of_hex(std::string_view hex);

}  // namespace lotline::proof
