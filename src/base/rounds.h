#pragma once
// Whole rounds (or, for components, whole pieces or grams, as the product says). Never fractional, never mixed.

#include <compare>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/refusal.h"

namespace lotline {

/// Largest quantity and largest integer in a record: JSON numbers are exact only below 2^53.
inline constexpr std::int64_t kLargestInteger = (std::int64_t{1} << 53) - 1;

/// A count of rounds. May be negative only as a balance of the unattributed account; sums are checked.
class Rounds {
 public:
  constexpr Rounds() = default;
  constexpr explicit Rounds(std::int64_t count) : count_(count) {}

  [[nodiscard]] constexpr std::int64_t count() const { return count_; }

  friend constexpr auto operator<=>(Rounds, Rounds) = default;
  constexpr Rounds operator-() const { return Rounds(-count_); }
  friend Rounds operator+(Rounds a, Rounds b) {
    std::int64_t sum = 0;
    CHECK(!__builtin_add_overflow(a.count_, b.count_, &sum));
    CHECK(sum <= kLargestInteger && sum >= -kLargestInteger);
    return Rounds(sum);
  }
  friend Rounds operator-(Rounds a, Rounds b) { return a + (-b); }
  Rounds& operator+=(Rounds other) { return *this = *this + other; }
  Rounds& operator-=(Rounds other) { return *this = *this - other; }

 private:
  std::int64_t count_ = 0;
};

/// A quantity as a person writes it: digits only, 1 to 2^53-1; refuses signs, fractions, exponents and overflow.
Result<Rounds> parse_rounds(std::string_view text);

}  // namespace lotline
