#include "marking/headstamp_tokens.h"

#include <algorithm>

#include "base/text.h"
#include "marking/glyphs.h"

namespace lotline::marking {

namespace {

enum class Run { none, letters, digits, unread };

Run run_of(char32_t glyph) {
  if (is_digit_glyph(glyph)) return Run::digits;
  if (is_letter_glyph(glyph)) return Run::letters;
  return glyph == kUnreadOne || glyph == kUnreadMany ? Run::unread : Run::none;
}

/// Writes the crossed circle in words.
std::string in_words(std::string_view text) {
  constexpr std::string_view crossed_circle = "\xE2\x8A\x95";
  std::string words(text);
  for (std::size_t at = words.find(crossed_circle); at != std::string::npos; at = words.find(crossed_circle)) {
    words.replace(at, crossed_circle.size(), " NATO CROSS ");
  }
  return words;
}

void cut(std::string_view text, std::size_t field, int hour, std::vector<HeadstampToken>& tokens) {
  const std::string words = in_words(text);
  const std::u32string glyphs = glyphs_of(words);
  const std::u32string written = is_utf8(words) ? code_points(words) : glyphs;
  std::size_t word = 0;
  Run open = Run::none;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const Run run = run_of(glyphs[i]);
    if (glyphs[i] == U' ' || glyphs[i] == U'\t') ++word;
    if (run == Run::none) {
      open = Run::none;
      continue;
    }
    const bool goes_on = open != Run::none && (run == open || run == Run::unread || open == Run::unread);
    if (!goes_on) tokens.push_back(HeadstampToken{{}, {}, field, word, hour, open != Run::none});
    if (!goes_on || open == Run::unread) open = run;
    tokens.back().glyphs += glyphs[i];
    tokens.back().literal += to_utf8(std::u32string_view(&written[i], 1));
  }
}

}  // namespace

bool HeadstampToken::digits() const {
  return std::ranges::all_of(glyphs, [](char32_t g) { return is_digit_glyph(g) || g == kUnreadOne; }) &&
         std::ranges::any_of(glyphs, is_digit_glyph);
}

bool HeadstampToken::unread() const { return holds_unread(glyphs); }

bool HeadstampToken::wild_card() const {
  return std::ranges::all_of(glyphs, [](char32_t g) { return g == kUnreadMany; });
}

std::vector<HeadstampToken> headstamp_tokens(const HeadstampMarks& marks) {
  std::vector<HeadstampToken> tokens;
  cut(marks.text, 0, 0, tokens);
  for (std::size_t i = 0; i < marks.clock.size(); ++i) {
    cut(marks.clock[i].text, i + 1, marks.clock[i].hour, tokens);
  }
  return tokens;
}

std::vector<HeadstampToken> headstamp_tokens(std::string_view text) {
  std::vector<HeadstampToken> tokens;
  cut(text, 0, 0, tokens);
  return tokens;
}

}  // namespace lotline::marking
