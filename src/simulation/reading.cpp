#include "simulation/reading.h"

#include <algorithm>

#include "base/text.h"

namespace lotline::simulation {

namespace {

/// Pairs that are taken for each other on worn heads; judgement, as in marking/glyphs.cpp.
constexpr std::string_view kLookAlike = "0O0D0Q8B8385S5686G1I1L17T72ZVYVUMWMNEFPRKX4A39CGHN";
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Shares of what becomes of a year that is not read whole, in a thousand: judgement.
constexpr int kYearNotWritten = 550;
constexpr int kYearOneDigit = 700;  ///< of the others: one digit is left

char taken_for(char c, Generator& chance) {
  std::string alike;
  for (std::size_t i = 0; i < kLookAlike.size(); i += 2) {
    if (kLookAlike[i] == c) alike.push_back(kLookAlike[i + 1]);
    if (kLookAlike[i + 1] == c) alike.push_back(kLookAlike[i]);
  }
  if (!alike.empty()) return alike[chance.index(alike.size())];
  const std::string_view others = c >= '0' && c <= '9' ? kDigits : kLetters;
  return others[chance.index(others.size())];
}

std::string read_text(std::string_view text, const ReadingOptions& options, Generator& chance) {
  std::string seen;
  for (const char c : text) {
    const bool glyph = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    if (glyph && chance.chance(options.character_unread)) {
      seen.push_back('?');
    } else if (glyph && chance.chance(options.character_misread)) {
      seen.push_back(taken_for(c, chance));
    } else {
      seen.push_back(c);
    }
  }
  return seen;
}

/// A stamped year of two digits that was not read whole.
std::string unread_year(std::string_view digits, Generator& chance) {
  if (chance.chance(kYearNotWritten)) return {};
  if (!chance.chance(kYearOneDigit)) return "??";
  return chance.chance(500) ? fmt::format("{}?", digits[0]) : fmt::format("?{}", digits[1]);
}

/// The year as it was read: right, or wrong by a digit.
int read_year(int year, const ReadingOptions& options, Generator& chance) {
  if (!chance.chance(options.character_misread)) return year;
  const int digit = static_cast<int>(chance.below(10));
  return chance.chance(500) ? year / 10 * 10 + digit : year / 100 * 100 + digit * 10 + year % 10;
}

void read_head(const Marked& marked, const ReadingOptions& options, Generator& chance, marking::MarksRead& marks) {
  const auto words = split(marked.stamp, ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string seen;
    if (marked.year_stamped && i == 1) {
      if (chance.chance(options.year_read)) {
        const int year = read_year(marked.year, options, chance);
        seen = fmt::format("{:02}", year % 100);
        marks.year = std::to_string(year);
      } else {
        seen = unread_year(words[i], chance);
      }
    } else if (!chance.chance(options.token_missing)) {
      seen = read_text(words[i], options, chance);
    }
    if (seen.empty()) continue;
    if (!marks.headstamp.empty()) marks.headstamp.push_back(' ');
    marks.headstamp += seen;
  }
}

std::string_view read_calibre(const Calibre& calibre, const ReadingOptions& options, Generator& chance) {
  if (chance.chance(options.calibre_wrong)) return calibre.confused;
  return chance.chance(options.calibre_alias) ? calibre.alias : calibre.written;
}

}  // namespace

marking::MarksRead read_marks(const Marked& marked, const ReadingOptions& options, Generator& chance) {
  marking::MarksRead marks;
  read_head(marked, options, chance, marks);
  if (chance.chance(options.calibre_told)) marks.calibre = read_calibre(*marked.calibre, options, chance);
  if (!marked.colours.empty() && chance.chance(options.colours_told)) marks.colours = marked.colours;
  if (!marked.lot_mark.empty() && chance.chance(options.lot_mark_read))
    marks.lot_mark = read_text(marked.lot_mark, options, chance);
  if (marks.lot_mark.empty() && !marked.box_lot.empty() && chance.chance(options.box_present))
    marks.lot_mark = marked.box_lot;
  if (!marked.case_code.empty() && chance.chance(options.case_present)) marks.package = marked.case_code;
  if (marks.empty()) marks.calibre = marked.calibre->written;
  return marks;
}

}  // namespace lotline::simulation
