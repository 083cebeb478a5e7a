#include "base/generator.h"

#include "base/check.h"

namespace lotline {

namespace {

constexpr std::uint64_t rotated(std::uint64_t x, int by) { return x << by | x >> (64 - by); }

/// FNV-1a: the name of a stream as a number.
std::uint64_t number_of(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

__extension__ using Wide = unsigned __int128;

}  // namespace

std::uint64_t split_mix(std::uint64_t& state) {
  std::uint64_t z = state += 0x9e3779b97f4a7c15;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

Generator::Generator(std::uint64_t seed, std::string_view stream) {
  std::uint64_t state = seed;
  state = split_mix(state) ^ number_of(stream);
  for (auto& word : state_) word = split_mix(state);
}

std::uint64_t Generator::next() {
  const std::uint64_t result = rotated(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = rotated(state_[3], 45);
  return result;
}

// Daniel Lemire, "Fast Random Integer Generation in an Interval" (2019): the high half of a product, with the few
// values that would be too likely thrown away.
std::uint64_t Generator::below(std::uint64_t n) {
  CHECK(n > 0);
  Wide product = Wide{next()} * n;
  if (static_cast<std::uint64_t>(product) < n) {
    const std::uint64_t too_likely = (0 - n) % n;
    while (static_cast<std::uint64_t>(product) < too_likely) product = Wide{next()} * n;
  }
  return static_cast<std::uint64_t>(product >> 64);
}

std::int64_t Generator::between(std::int64_t least, std::int64_t most) {
  CHECK(least <= most);
  return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least) + 1));
}

std::int64_t Generator::stepped(std::int64_t least, std::int64_t most, std::int64_t step) {
  return step * between(least / step, most / step);
}

}  // namespace lotline
