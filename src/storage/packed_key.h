#pragma once
// A key as bytes whose order is the key's own: compared with one memcmp, and a prefix of a key is a prefix of its
// bytes.

#include <string>

#include "base/table.h"

namespace lotline::storage {

/// Whole numbers as eight bytes, the most significant first, the sign turned; texts with a NUL behind them (a text of a
/// register never holds one).
inline std::string packed(const Key& key) {
  std::string bytes;
  bytes.reserve(key.size() * 9);
  for (const Cell& cell : key) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      bytes += *text;
      bytes.push_back('\0');
      continue;
    }
    const auto number = static_cast<std::uint64_t>(std::get<std::int64_t>(cell)) ^ (std::uint64_t{1} << 63);
    for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(number >> shift & 0xFF));
  }
  return bytes;
}

}  // namespace lotline::storage
