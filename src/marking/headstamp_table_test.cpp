// Headstamps as they stand on real cases: every row of data/headstamp_codes.csv, read whole and damaged.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/text.h"
#include "marking/headstamp.h"

namespace lotline::marking {
namespace {

using catalogue::HeadstampCode;
using catalogue::Trust;

const catalogue::Catalogue& shipped() {
  static const auto catalogue = catalogue::Catalogue::load({std::filesystem::path(LOTLINE_SOURCE_DIR) / "data"});
  EXPECT_TRUE(catalogue) << catalogue.error().text;
  return *catalogue;
}

const HeadstampReader& reader() {
  static const HeadstampReader the_reader(shipped());
  return the_reader;
}

constexpr const char* kCalibres[] = {"7.62x39", "9x19"};

/// Two years in which the row's code was used.
std::vector<int> years_of(const HeadstampCode& row) {
  const auto first = row.years.first_year();
  const auto last = row.years.last_year();
  if (first && last) return {std::min(*first + 1, *last), *last};
  if (first) return {std::max(*first + 2, 1943), std::max(*first + 11, 1988)};
  if (last) return {*last - 20, *last - 2};
  return {1966, 1988};
}

HeadstampMarks marks_of(const std::string& code, int year, const char* calibre) {
  return HeadstampMarks{fmt::format("{} {:02}", code, year % 100), {}, calibre, ""};
}

std::multiset<std::string> makers_of(const std::string& code) {
  std::multiset<std::string> makers;
  for (const HeadstampCode& row : shipped().headstamp_codes()) {
    if (row.code == code) makers.insert(row.manufacturer);
  }
  return makers;
}

bool is_code(const std::string& text) { return !makers_of(text).empty(); }

/// Checks one head: exactly the makers of the code, confirmed only where the table allows it.
void check_head(const HeadstampCode& row, int year, const char* calibre, bool& first, bool& confirmed) {
  const HeadstampMarks marks = marks_of(row.code, year, calibre);
  const std::vector<Reading> readings = reader().read(marks);
  const auto expected = makers_of(row.code);
  std::multiset<std::string> seen;
  double sum = 0;
  for (const Reading& reading : readings) {
    sum += reading.probability;
    if (reading.code == row.code) seen.insert(reading.maker);
    const bool may = reading.trust == Trust::stated && makers_of(reading.code).size() == 1;
    EXPECT_TRUE(may || !reading.confirmed) << marks.text;
    EXPECT_FALSE(reading.reasons.empty() || reading.sources.empty()) << marks.text;
  }
  EXPECT_EQ(seen, expected) << marks.text;
  EXPECT_LE(sum, 1.0) << marks.text;
  const bool year_is_code = is_code(fmt::format("{:02}", year % 100));
  if (!year_is_code) {
    EXPECT_EQ(readings.size(), expected.size()) << marks.text;
  }
  first = first && !readings.empty() && readings[0].maker == row.manufacturer;
  confirmed = confirmed && !readings.empty() && readings[0].confirmed;
}

/// What may stand in the place of one character: unread, a look-alike, another of its kind.
std::vector<char32_t> damages_of(char32_t stamped, std::size_t place) {
  const std::u32string_view letters = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  std::vector<char32_t> damages{kUnreadOne};
  const char32_t glyph = glyphs_of(to_utf8(std::u32string_view(&stamped, 1)))[0];
  for (const char32_t letter : letters) {
    if (relation(letter, glyph) == GlyphRelation::look_alike) damages.push_back(letter);
  }
  // Any other character: three that change from place to place, always the same in every run.
  for (std::size_t i = 0; i < 3; ++i) {
    const char32_t other = letters[(place * 7 + i * 11 + static_cast<std::size_t>(stamped)) % letters.size()];
    if (relation(other, glyph) == GlyphRelation::other) damages.push_back(other);
  }
  return damages;
}

struct Damaged {
  int heads = 0;
  int among_three = 0;
  int unread = 0;  // of these, heads with a `?`
  int unread_among_three = 0;
};

Damaged read_damaged(const HeadstampCode& row) {
  Damaged result;
  const std::u32string stamped = code_points(row.code);
  for (std::size_t place = 0; place < stamped.size(); ++place) {
    for (const char32_t damage : damages_of(stamped[place], place)) {
      std::u32string seen = stamped;
      seen[place] = damage;
      for (const int year : years_of(row)) {
        for (const char* calibre : kCalibres) {
          const auto readings = reader().read(marks_of(to_utf8(seen), year, calibre));
          const auto top = std::span(readings).first(std::min<std::size_t>(3, readings.size()));
          const bool found = std::ranges::find(top, row.manufacturer, &Reading::maker) != top.end();
          for (const Reading& reading : readings) {
            const bool other_code_stands_there = reading.confirmed && reading.code != row.code;
            EXPECT_TRUE(!reading.confirmed || other_code_stands_there) << to_utf8(seen);
          }
          ++result.heads;
          result.among_three += found ? 1 : 0;
          if (damage != kUnreadOne) continue;
          ++result.unread;
          result.unread_among_three += found ? 1 : 0;
        }
      }
    }
  }
  return result;
}

// R60
TEST(HeadstampTable, every_code_with_a_source_gives_its_makers_and_survives_one_damaged_character) {
  Damaged all;
  int rows = 0;
  double mean = 0;
  fmt::print("{:<26}{:<42}{:>3} {:<11}{:<10}{}\n", "code", "maker", "k", "trust", "confirmed",
             "damaged: in first three");
  for (const HeadstampCode& row : shipped().headstamp_codes()) {
    if (row.source.trust == Trust::unverified) continue;
    ++rows;
    bool first = true;
    bool confirmed = true;
    for (const int year : years_of(row)) {
      for (const char* calibre : kCalibres) check_head(row, year, calibre, first, confirmed);
    }
    const std::size_t k = makers_of(row.code).size();
    const bool unique_and_stated = k == 1 && row.source.trust == Trust::stated;
    EXPECT_EQ(confirmed, unique_and_stated) << row.code;
    EXPECT_TRUE(first || !unique_and_stated) << row.code;
    const Damaged damaged = read_damaged(row);
    all.heads += damaged.heads;
    all.among_three += damaged.among_three;
    all.unread += damaged.unread;
    all.unread_among_three += damaged.unread_among_three;
    mean += static_cast<double>(damaged.among_three) / damaged.heads;
    const std::size_t pad = 26 - std::min<std::size_t>(25, display_width(row.code));
    fmt::print("{}{:{}}{:<42}{:>3} {:<11}{:<10}{:>4} of {:>4}\n", row.code, "", pad, row.manufacturer, k,
               catalogue::to_text(row.source.trust), confirmed ? "yes" : "no", damaged.among_three, damaged.heads);
  }
  mean /= rows;
  fmt::print(
      "one character damaged: the maker is among the first three on {} of {} heads ({:.1f} %; mean of rows {:.1f} %)\n",
      all.among_three, all.heads, 100.0 * all.among_three / all.heads, 100.0 * mean);
  fmt::print("one character not read: {} of {} heads ({:.1f} %)\n", all.unread_among_three, all.unread,
             100.0 * all.unread_among_three / all.unread);
  EXPECT_EQ(rows, 44);
  EXPECT_GE(all.among_three, 0.9 * all.heads);
  EXPECT_GE(all.unread_among_three, 0.9 * all.unread);
  EXPECT_GE(mean, 0.9);
}

// R60
TEST(HeadstampTable, every_code_of_the_table_gives_exactly_its_makers) {
  for (const HeadstampCode& row : shipped().headstamp_codes()) {
    bool first = true;
    bool confirmed = true;
    for (const int year : years_of(row)) {
      for (const char* calibre : kCalibres) check_head(row, year, calibre, first, confirmed);
    }
  }
}

TEST(HeadstampTable, a_code_alone_gives_exactly_its_makers) {
  for (const HeadstampCode& row : shipped().headstamp_codes()) {
    const auto readings = reader().read(HeadstampMarks{row.code, {}, "", ""});
    std::multiset<std::string> seen;
    for (const Reading& reading : readings) seen.insert(reading.maker);
    EXPECT_EQ(seen, makers_of(row.code)) << row.code;
  }
}

}  // namespace
}  // namespace lotline::marking
