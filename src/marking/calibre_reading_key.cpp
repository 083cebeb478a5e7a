#include "marking/calibre_reading_key.h"

#include <array>
#include <utility>

#include "base/text.h"
#include "marking/glyphs.h"

namespace lotline::marking {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kShortForms{{
    {"winchester", "win"},
    {"remington", "rem"},
    {"springfield", "spring"},
    {"sprg", "spring"},
    {"automatic", "auto"},
    {"special", "spl"},
    {"spec", "spl"},
    {"spcl", "spl"},
    {"magnum", "mag"},
    {"parabellum", "para"},
    {"parab", "para"},
    {"makarov", "mak"},
    {"gauge", "ga"},
    {"bore", "ga"},
    {"smith", "s"},
    {"wesson", "w"},
    {"sw", "s&w"},
    {"browning", "brown"},
    {"tok", "tokarev"},
    {"kurtz", "kurz"},
    {"mm", ""},
    {"cal", ""},
    {"caliber", ""},
    {"calibre", ""},
    {"kal", ""},
    {"kaliber", ""},
    {"calibro", ""},
    {"mmx", "x"},
    {"and", ""},
    {"rimfire", "rimfire"},
}};

std::string short_form(std::string token) {
  for (const auto& [from, to] : kShortForms) {
    if (token == from) return std::string(to);
  }
  return token;
}

}  // namespace

std::vector<std::string> calibre_tokens(std::string_view text) {
  std::vector<std::string> tokens;
  const std::u32string glyphs = glyphs_of(text);
  std::string run;
  bool digits = false;
  const auto close = [&] {
    std::string token = digits ? run : short_form(to_lower_ascii(run));
    run.clear();
    std::erase(token, '&');
    if (!token.empty()) tokens.push_back(std::move(token));
  };
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    char32_t glyph = glyphs[i] == U'Х' ? U'X' : glyphs[i];
    const bool before_digit = i + 1 < glyphs.size() && is_digit_glyph(glyphs[i + 1]);
    if ((glyph == U'.' || glyph == U',') && digits && !run.empty() && before_digit) continue;  // a decimal mark
    if (glyph == U'*' && before_digit) glyph = U'X';
    const bool digit = is_digit_glyph(glyph);
    if (!digit && !is_letter_glyph(glyph)) {
      close();
      continue;
    }
    if (!run.empty() && digit != digits) close();
    digits = digit;
    run += to_utf8(std::u32string_view(&glyph, 1));
  }
  close();
  return tokens;
}

std::string joined(const std::vector<std::string>& tokens) {
  std::string key;
  for (const std::string& token : tokens) key += token;
  return key;
}

}  // namespace lotline::marking
