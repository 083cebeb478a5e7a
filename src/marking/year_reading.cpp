#include "marking/year_reading.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "marking/glyphs.h"

namespace lotline::marking {

namespace {

constexpr double kContradiction = 0.02;  // a year outside the table's: the table may be wrong, the mark misread

constexpr std::size_t kLongestYear = 4;

/// The smallest and largest number that digits and `?` may stand for; of more digits than a year has, nothing.
struct Span {
  int first, last;
};

std::optional<Span> span_of(std::u32string_view digits) {
  if (digits.size() > kLongestYear) return std::nullopt;
  Span span{0, 0};
  bool read = false;
  for (const char32_t glyph : digits) {
    const bool digit = is_digit_glyph(glyph);
    if (!digit && glyph != kUnreadOne) return std::nullopt;
    // An unread digit before a read one leaves gaps; the span then holds more than the mark allows.
    span.first = span.first * 10 + (digit ? static_cast<int>(glyph - U'0') : 0);
    span.last = span.last * 10 + (digit ? static_cast<int>(glyph - U'0') : 9);
    read = read || digit;
  }
  return read ? std::optional(span) : std::nullopt;
}

class Readings {
 public:
  explicit Readings(const YearContext& context) : context_(context) {}

  void add(int first, int last, double weight, std::string reason) {
    last = std::min(last, context_.latest_year);
    if (first > last) return;
    YearReading reading{first, last, weight, false, std::move(reason)};
    double share = 0;
    int inside_first = last + 1;
    int inside_last = first;
    for (int year = first; year <= last; ++year) {
      const double part = context_.code_years.share_of(year);
      if (part <= 0) continue;
      share += part;
      inside_first = std::min(inside_first, year);
      inside_last = year;
    }
    reading.contradicts = share <= 0;
    if (reading.contradicts) {
      reading.weight *= kContradiction;
      reading.reason += "; outside the years in which the code was used";
    } else {
      reading.weight *= share / (last - first + 1);
      reading.first = inside_first;
      reading.last = inside_last;
    }
    if (context_.calibre_introduced > reading.last) {
      reading.weight *= kContradiction;
      reading.reason +=
          fmt::format("; before the calibre was introduced ({}, unverified)", context_.calibre_introduced);
    }
    readings_.push_back(std::move(reading));
  }

  std::vector<YearReading> ranked() {
    double sum = 0;
    for (const YearReading& reading : readings_) sum += reading.weight;
    for (YearReading& reading : readings_) reading.weight /= sum;
    std::ranges::stable_sort(readings_, std::ranges::greater{}, &YearReading::weight);
    return std::move(readings_);
  }

 private:
  const YearContext& context_;
  std::vector<YearReading> readings_;
};

bool counts_from_1912(const YearContext& context) {
  const auto last = context.code_years.last_year();
  return context.country == "TW" || (context.country == "CN" && last && *last <= 1949);
}

void read_two_digits(Span span, const YearContext& context, Readings& readings) {
  const auto century = [&](int start, double weight) {
    readings.add(start + span.first, start + span.last, weight, fmt::format("two digits taken as {}", start / 100));
  };
  century(1900, 1.0);
  century(2000, 0.5);
  const auto from = context.code_years.first_year();
  if (from && *from < 1900) century(1800, 0.3);
  if (counts_from_1912(context)) {
    readings.add(span.first + 1910, span.last + 1911, 3.0,
                 "a year of the Republic of China: add 1911, though one reading of such marks adds 1910");
  }
}

void read_four_digits(Span span, const YearContext& context, Readings& readings) {
  const auto overlap = [&](int first, int last) {
    return Span{std::max(span.first, first), std::min(span.last, last)};
  };
  const Span gregorian = overlap(1850, context.latest_year);
  readings.add(gregorian.first, gregorian.last, 1.0, "four digits");
  const Span buddhist = overlap(2400, 2600);
  readings.add(buddhist.first - 543, buddhist.last - 543, context.country == "TH" ? 2.0 : 1.0,
               "a year of the Buddhist calendar, less 543");
  const Span solar = overlap(1290, 1420);
  const bool solar_country = context.country == "IR" || context.country == "AF";
  if (solar.first <= solar.last) {
    readings.add(solar.first + 621, solar.last + 622, solar_country ? 2.0 : 0.5,
                 "a year of the Solar Hijri calendar, which begins in March: add 621 or 622");
  }
  const Span lunar = overlap(1290, 1460);
  if (lunar.first <= lunar.last) {
    // A lunar year has 354.37 days: 0.97022 of a solar one, counted from 622.
    const auto gregorian_of = [](int year) { return 622 + (year - 1) * 97022 / 100000; };
    readings.add(gregorian_of(lunar.first), gregorian_of(lunar.last) + 1, 0.5, "a year of the Islamic lunar calendar");
  }
}

}  // namespace

std::vector<YearReading> read_year(std::string_view text, const YearContext& context) {
  std::u32string glyphs = glyphs_of(trim(text));
  Readings readings(context);
  const std::size_t dash = glyphs.find_first_of(U"-/–");
  if (dash == 4 && glyphs.size() == 9) {
    const auto first = span_of(std::u32string_view(glyphs).substr(0, 4));
    const auto last = span_of(std::u32string_view(glyphs).substr(5));
    if (!first || !last) return {};
    readings.add(first->first, last->last, 1.0, "a range of years");
    return readings.ranked();
  }
  if (glyphs.size() == 5 && glyphs.substr(3) == U"0S") glyphs = glyphs.substr(0, 3) + kUnreadOne;
  const auto span = span_of(glyphs);
  if (!span) return {};
  if (glyphs.size() == 2) read_two_digits(*span, context, readings);
  if (glyphs.size() == 3) {
    readings.add(1000 + std::max(span->first, 850), 1000 + span->last, 1.0, "three digits, the 1 left out");
  }
  if (glyphs.size() == 4) read_four_digits(*span, context, readings);
  return readings.ranked();
}

}  // namespace lotline::marking
