#include "storage/key_filter.h"

#include <functional>

namespace lotline::storage {

namespace {

/// 12 bits a key in blocks of 512.
constexpr std::size_t kKeysABlock = 512 / 12;

/// Spreads the hash, so that block and bits do not depend on each other (finalizer of MurmurHash3).
std::uint64_t spread(std::uint64_t hash) {
  hash ^= hash >> 33;
  hash *= 0xFF51AFD7ED558CCD;
  hash ^= hash >> 33;
  hash *= 0xC4CEB9FE1A85EC53;
  return hash ^ (hash >> 33);
}

/// Calls `visit` with the word and the bit of each of the key's places in its block, until it says false.
template <class Visit>
void each_bit(std::uint64_t hash, int bits, const Visit& visit) {
  std::uint64_t rest = spread(hash);
  for (int i = 0; i < bits; ++i, rest >>= 9) {
    const auto place = static_cast<unsigned>(rest & 511);
    if (!visit(place / 64, std::uint64_t{1} << (place % 64))) return;
  }
}

}  // namespace

KeyFilter::KeyFilter(std::size_t keys) : blocks_(keys / kKeysABlock + 1), planned_(keys) {}

void KeyFilter::add(const Packed& key) {
  const std::uint64_t hash = std::hash<Packed>{}(key);
  Block& block = blocks_[hash % blocks_.size()];
  each_bit(hash, kBitsAKey, [&](std::size_t word, std::uint64_t bit) {
    block[word] |= bit;
    return true;
  });
  ++held_;
}

bool KeyFilter::may_hold(const Packed& key) const {
  const std::uint64_t hash = std::hash<Packed>{}(key);
  const Block& block = blocks_[hash % blocks_.size()];
  bool all = true;
  each_bit(hash, kBitsAKey, [&](std::size_t word, std::uint64_t bit) {
    all = (block[word] & bit) != 0;
    return all;
  });
  return all;
}

}  // namespace lotline::storage
