#pragma once
// Chance with a fixed definition, so that a seed gives the same thing on every machine: integers only, no standard
// distribution, no floating point.
//
// xoshiro256** 1.0 (David Blackman and Sebastiano Vigna, prng.di.unimi.it), its 256 bits filled by SplitMix64.

#include <array>
#include <cstdint>
#include <string_view>

namespace lotline {

class Generator {
 public:
  /// Each stream of a seed is a sequence of its own, so that more use of one leaves the others as they were.
  Generator(std::uint64_t seed, std::string_view stream);

  std::uint64_t next();
  /// 0 to n-1, each as likely as another. REQUIRES n > 0.
  std::uint64_t below(std::uint64_t n);
  /// An index of a list that long. REQUIRES size > 0.
  std::size_t index(std::size_t size) { return static_cast<std::size_t>(below(size)); }
  /// least to most, both included. REQUIRES least <= most.
  std::int64_t between(std::int64_t least, std::int64_t most);
  /// A multiple of `step` from least to most. REQUIRES that both are multiples of it.
  std::int64_t stepped(std::int64_t least, std::int64_t most, std::int64_t step);
  /// Happens so many times in a thousand.
  bool chance(int per_mille) { return below(1000) < static_cast<std::uint64_t>(per_mille); }

 private:
  std::array<std::uint64_t, 4> state_{};
};

/// SplitMix64: the next number, and the state moved on.
std::uint64_t split_mix(std::uint64_t& state);

}  // namespace lotline
