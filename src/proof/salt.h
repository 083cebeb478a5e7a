#pragma once
// Salts: 32 bytes that go into a leaf or a committed value, so that a hash given away lets nobody guess what it stands
// for.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "proof/sha256.h"

namespace lotline::proof {

using Salt = std::array<std::uint8_t, 32>;

/// Where salts come from, so that tests and simulated registers can be made twice the same.
class SaltSource {
 public:
  virtual ~SaltSource() = default;
  virtual Salt next() = 0;
  /// Whether anybody can work them out; such salts are for simulated registers only.
  [[nodiscard]] virtual bool guessable() const { return false; }
};

/// Salts that nobody can guess, from the operating system (getrandom, 64 KiB at a time).
class SystemSalts final : public SaltSource {
 public:
  SystemSalts();
  Salt next() override;

 private:
  void refill();
  std::vector<std::uint8_t> bytes_;
  std::size_t used_;
};

/// Salts that follow from a number: for simulated registers and tests only, since anybody can work them out.
class SeededSalts final : public SaltSource {
 public:
  explicit SeededSalts(std::uint64_t seed) : seed_(seed) {}
  Salt next() override;
  [[nodiscard]] bool guessable() const override { return true; }

 private:
  std::uint64_t seed_;
  std::uint64_t count_ = 0;
  Sha256 hash_;
};

}  // namespace lotline::proof
