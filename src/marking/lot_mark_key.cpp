#include "marking/lot_mark_key.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace lotline::marking {

namespace {

/// Chances per character as an eye reads a worn mark; judgement, see the header.
struct EyeRates {
  double right = 0.97;
  double look_alike = 0.02;
  double other = 0.001;
  double left_out = 0.002;
  double put_in = 0.002;
  double separator = 0.5;  ///< a separator left out or put in
};
constexpr EyeRates kEye{};
constexpr double kLeast = 1e-12;         ///< never nothing: a recorder may have erred altogether
constexpr std::size_t kLongestKey = 64;  ///< beyond it only equal keys are alike

constexpr std::u32string_view kCyrillicAlike = U"АВЕКМНОРСТУХІЅЈ";
constexpr std::u32string_view kLatinOfCyrillic = U"ABEKMHOPCTYXISJ";
constexpr std::u32string_view kGreekAlike = U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
constexpr std::u32string_view kLatinOfGreek = U"ABEZHIKMNOPTYX";
constexpr std::u32string_view kSeparators = U" -/._,\u00A0\u2010\u2011\u2012\u2013\u2014\u2212\\\u2116";

/// Pairs that an eye takes for each other, in both directions.
constexpr std::array<std::string_view, 24> kLookAlikes{"0O", "0D", "0Q", "OQ", "OD", "1I", "1L", "IL",
                                                       "1T", "17", "5S", "8B", "38", "3B", "2Z", "6G",
                                                       "CG", "UV", "VY", "MN", "EF", "PR", "KX", "06"};

char32_t capital(char32_t glyph) {
  if (glyph >= U'a' && glyph <= U'z') return glyph - U'a' + U'A';
  if (glyph >= U'а' && glyph <= U'я') return glyph - U'а' + U'А';
  if (glyph >= U'ѐ' && glyph <= U'џ') return glyph - U'ѐ' + U'Ѐ';
  if (glyph >= U'α' && glyph <= U'ω' && glyph != U'ς') return glyph - U'α' + U'Α';
  return glyph;
}

bool is_cyrillic(char32_t glyph) { return glyph >= 0x0400 && glyph <= 0x04FF; }

char32_t latin_of(char32_t glyph) {
  if (const auto at = kCyrillicAlike.find(glyph); at != std::u32string_view::npos) return kLatinOfCyrillic[at];
  if (const auto at = kGreekAlike.find(glyph); at != std::u32string_view::npos) return kLatinOfGreek[at];
  return glyph;
}

/// The same folding of a text of ASCII letters, digits and separators alone, as nearly all are; nothing for others.
std::optional<std::string> fold_ascii(std::string_view text) {
  std::string glyphs;
  for (const char c : text) {
    if (c == ' ' || c == '-' || c == '/' || c == '.' || c == '_' || c == ',' || c == '\\') {
      if (!glyphs.empty() && glyphs.back() != '-') glyphs.push_back('-');
    } else if (c > 0x20 && c < 0x7F) {
      glyphs.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    } else {
      return std::nullopt;
    }
  }
  if (glyphs.ends_with('-')) glyphs.pop_back();
  return glyphs;
}

bool is_digit(char32_t glyph) { return glyph >= U'0' && glyph <= U'9'; }
bool is_unread(char32_t glyph) { return glyph == U'?' || glyph == U'*'; }

/// Whether the separator between two characters says nothing: one is a letter and the other a digit.
bool separator_is_idle(char32_t before, char32_t after) {
  return !is_unread(before) && !is_unread(after) && is_digit(before) != is_digit(after);
}

template <class Text>
Text without_idle_separators(const Text& glyphs) {
  Text key;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const bool idle = glyphs[i] == '-' &&
                      separator_is_idle(static_cast<char32_t>(glyphs[i - 1]), static_cast<char32_t>(glyphs[i + 1]));
    if (!idle) key.push_back(glyphs[i]);
  }
  return key;
}

/// Whether an eye takes one byte for the other; asked for every pair of characters of every lot that may be meant.
constexpr auto kAlike = [] {
  std::array<std::array<bool, 256>, 256> alike{};
  for (const std::string_view pair : kLookAlikes) {
    const auto one = static_cast<unsigned char>(pair[0]);
    const auto other = static_cast<unsigned char>(pair[1]);
    alike[one][other] = alike[other][one] = true;
  }
  return alike;
}();

double chance_of_reading(char seen, char recorded) {
  if (seen == '?') return 1;
  if (seen == recorded) return kEye.right;
  const bool alike = kAlike[static_cast<unsigned char>(seen)][static_cast<unsigned char>(recorded)];
  return alike ? kEye.look_alike : kEye.other;
}

}  // namespace

FoldedMark fold_mark(std::string_view text) {
  FoldedMark mark;
  std::string readable{text};
  if (!is_utf8(text)) std::ranges::replace_if(readable, [](char c) { return static_cast<signed char>(c) < 0; }, '?');
  for (const char32_t raw : code_points(readable)) {
    if (kSeparators.find(raw) != std::u32string_view::npos || raw == U'\t') {
      if (!mark.glyphs.empty() && mark.glyphs.back() != U'-') mark.glyphs.push_back(U'-');
      continue;
    }
    if (raw < 0x20 || (raw >= 0x7F && raw < 0xA0)) continue;
    const char32_t upper = capital(raw);
    const char32_t folded = latin_of(upper);
    mark.had_cyrillic |= is_cyrillic(upper);
    mark.had_look_alikes |= folded != upper;
    mark.glyphs.push_back(folded);
  }
  if (mark.glyphs.ends_with(U'-')) mark.glyphs.pop_back();
  return mark;
}

std::string lot_mark_key(std::string_view text) {
  if (auto glyphs = fold_ascii(text)) return without_idle_separators(*std::move(glyphs));
  return to_utf8(without_idle_separators(fold_mark(text).glyphs));
}

double lot_key_likelihood(std::string_view seen, std::string_view recorded) {
  if (seen.size() > kLongestKey || recorded.size() > kLongestKey) return seen == recorded ? kEye.right : kLeast;
  // best[j]: the best way to have read what was seen so far off the first j recorded characters.
  std::array<double, kLongestKey + 1> best;
  best[0] = 1;
  for (std::size_t j = 1; j <= recorded.size(); ++j)
    best[j] = best[j - 1] * (recorded[j - 1] == '-' ? kEye.separator : kEye.left_out);
  for (const char glyph : seen) {
    if (glyph == '*') {
      for (std::size_t j = 1; j <= recorded.size(); ++j) best[j] = std::max(best[j], best[j - 1]);
      continue;
    }
    const double put_in = glyph == '-' ? kEye.separator : kEye.put_in;
    double diagonal = best[0];  // before this character
    best[0] *= put_in;
    for (std::size_t j = 1; j <= recorded.size(); ++j) {
      const double paired = diagonal * chance_of_reading(glyph, recorded[j - 1]);
      const double left_out = best[j - 1] * (recorded[j - 1] == '-' ? kEye.separator : kEye.left_out);
      diagonal = best[j];
      best[j] = std::max({paired, diagonal * put_in, left_out});
    }
  }
  return std::max(best[recorded.size()], kLeast);
}

double lot_mark_likelihood(std::string_view seen, std::string_view recorded) {
  return lot_key_likelihood(lot_mark_key(seen), lot_mark_key(recorded));
}

}  // namespace lotline::marking
