#include "base/date.h"

#include <fmt/format.h>

#include <charconv>

#include "base/refusals.h"

namespace lotline {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day calendar(Day day) { return year_month_day{sys_days{days{day.count}}}; }

/// Exactly `width` digits as a number, or -1.
int digits(std::string_view text, std::size_t at, std::size_t width) {
  if (at + width > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(at, width)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

Day last_of_month(int year, unsigned month) {
  const std::chrono::year_month_day_last last{std::chrono::year{year},
                                              std::chrono::month_day_last{std::chrono::month{month}}};
  return Day{static_cast<std::int32_t>(sys_days{last}.time_since_epoch().count())};
}

/// One end of an interval: a day, a month or a year.
Result<When> parse_one(std::string_view text) {
  const int year = digits(text, 0, 4);
  if (year < 1800 || year > 2200) return refuse(bad_date, "\"{}\"", text);
  if (text.size() == 4) return When{day_of(year, 1, 1), day_of(year, 12, 31)};

  const int month = digits(text, 5, 2);
  if (text[4] != '-' || month < 1 || month > 12) return refuse(bad_date, "\"{}\"", text);
  const auto m = static_cast<unsigned>(month);
  if (text.size() == 7) return When{day_of(year, m, 1), last_of_month(year, m)};

  const int day = digits(text, 8, 2);
  const year_month_day date{std::chrono::year{year}, std::chrono::month{m},
                            std::chrono::day{static_cast<unsigned>(day < 0 ? 0 : day)}};
  if (text.size() != 10 || text[7] != '-' || !date.ok()) return refuse(bad_date, "\"{}\"", text);
  const Day exact = day_of(year, m, static_cast<unsigned>(day));
  return When{exact, exact};
}

void put_two_digits(std::string& text, std::size_t at, unsigned number) {
  text[at] = static_cast<char>('0' + number / 10);
  text[at + 1] = static_cast<char>('0' + number % 10);
}

}  // namespace

Day years_after(Day day, int years) {
  const year_month_day later = calendar(day) + std::chrono::years{years};
  // sys_days takes the 29 February of a year that has none for the day after the 28th.
  return Day{static_cast<std::int32_t>(sys_days{later}.time_since_epoch().count())};
}

int Day::year() const { return static_cast<int>(calendar(*this).year()); }

Day day_of(int year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return Day{static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count())};
}

std::string to_text(Day day) {
  const auto date = calendar(day);
  const int year = static_cast<int>(date.year());
  if (year < 0 || year > 9999)
    return fmt::format("{:04}-{:02}-{:02}", year, static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
  std::string text = "0000-00-00";  // every record holds several: written by hand, several times as fast
  put_two_digits(text, 0, static_cast<unsigned>(year) / 100);
  put_two_digits(text, 2, static_cast<unsigned>(year) % 100);
  put_two_digits(text, 5, static_cast<unsigned>(date.month()));
  put_two_digits(text, 8, static_cast<unsigned>(date.day()));
  return text;
}

Result<When> parse_when(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return parse_one(text);
  const When from = TRY(parse_one(text.substr(0, slash)));
  const When to = TRY(parse_one(text.substr(slash + 1)));
  if (to.last < from.first) return refuse(bad_date, "\"{}\" ends before it begins", text);
  return When{from.first, to.last};
}

Result<Day> parse_day(std::string_view text) {
  const When when = TRY(parse_when(text));
  if (!when.exact()) return refuse(bad_date, "\"{}\" is not one day", text);
  return when.first;
}

std::string to_text(const When& when) {
  if (when.exact()) return to_text(when.first);
  const auto from = calendar(when.first);
  const int year = static_cast<int>(from.year());
  const auto month = static_cast<unsigned>(from.month());
  if (when == When{day_of(year, 1, 1), day_of(year, 12, 31)}) return fmt::format("{:04}", year);
  if (when == When{day_of(year, month, 1), last_of_month(year, month)}) return fmt::format("{:04}-{:02}", year, month);
  return to_text(when.first) + "/" + to_text(when.last);
}

Day Instant::day() const {
  const auto floor = seconds >= 0 ? seconds / 86400 : -((-seconds + 86399) / 86400);
  return Day{static_cast<std::int32_t>(floor)};
}

std::string to_text(Instant instant) {
  const auto in_day = static_cast<unsigned>(instant.seconds - std::int64_t{instant.day().count} * 86400);
  std::string text = to_text(instant.day());
  const std::size_t at = text.size();
  text += "T00:00:00Z";
  put_two_digits(text, at + 1, in_day / 3600);
  put_two_digits(text, at + 4, in_day / 60 % 60);
  put_two_digits(text, at + 7, in_day % 60);
  return text;
}

Result<Instant> parse_instant(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return refuse(bad_date, "\"{}\" is not a moment like 2019-05-01T13:45:00Z", text);
  const Day day = TRY(parse_day(text.substr(0, 10)));
  const int hour = digits(text, 11, 2);
  const int minute = digits(text, 14, 2);
  const int second = digits(text, 17, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return refuse(bad_date, "\"{}\"", text);
  return Instant{std::int64_t{day.count} * 86400 + hour * 3600 + minute * 60 + second};
}

Instant SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return Instant{std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

}  // namespace lotline
