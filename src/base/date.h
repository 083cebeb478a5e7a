#pragma once
// Days of the Gregorian calendar, and dates known only to the month or the year as intervals of days.

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline {

/// A day, counted from 1970-01-01.
struct Day {
  std::int32_t count = 0;

  [[nodiscard]] int year() const;
  friend auto operator<=>(const Day&, const Day&) = default;
};

Day day_of(int year, unsigned month, unsigned day);  ///< REQUIRES a date that exists
std::string to_text(Day day);                        ///< 2019-05-01
Day years_after(Day day, int years);                 ///< the same day of the calendar; 1 March for 29 February

/// When something happened, as precisely as it is known: some day from first to last, both included.
struct When {
  Day first;
  Day last;

  [[nodiscard]] bool exact() const { return first == last; }
  friend auto operator<=>(const When&, const When&) = default;
};

/// `2019-05-01`, `2019-05`, `2019`, or `FROM/TO` of these. Years 1800 to 2200.
Result<When> parse_when(std::string_view text);
/// Exactly one day.
Result<Day> parse_day(std::string_view text);
/// The shortest text that parse_when reads back as the same interval.
std::string to_text(const When& when);

/// A moment, UTC, in whole seconds from 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t seconds = 0;

  [[nodiscard]] Day day() const;
  friend auto operator<=>(const Instant&, const Instant&) = default;
};
std::string to_text(Instant instant);  ///< 2019-05-01T13:45:00Z
Result<Instant> parse_instant(std::string_view text);

/// Whether something happened by a day: an interval that straddles the day is possible, not certain.
enum class Likelihood { no, possible, certain };
inline Likelihood happened_by(const When& when, Day day) {
  if (when.last <= day) return Likelihood::certain;
  return when.first <= day ? Likelihood::possible : Likelihood::no;
}

/// Where the present comes from, so that tests can say what day it is.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

}  // namespace lotline
