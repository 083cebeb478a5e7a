#include "base/text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/refusals.h"

namespace lotline {

namespace {

/// Decodes one code point at `at` and moves past it; returns false on malformed, overlong, surrogate or too large ones.
bool decode(std::string_view text, std::size_t& at, char32_t& point) {
  const auto lead = static_cast<unsigned char>(text[at]);
  std::size_t length = 1;
  char32_t smallest = 0;
  if (lead < 0x80) {
    point = lead;
  } else if ((lead & 0xE0) == 0xC0) {
    length = 2, smallest = 0x80, point = lead & 0x1F;
  } else if ((lead & 0xF0) == 0xE0) {
    length = 3, smallest = 0x800, point = lead & 0x0F;
  } else if ((lead & 0xF8) == 0xF0) {
    length = 4, smallest = 0x10000, point = lead & 0x07;
  } else {
    return false;
  }
  if (at + length > text.size()) return false;
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0) != 0x80) return false;
    point = (point << 6) | (next & 0x3F);
  }
  at += length;
  return point >= smallest && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

/// Whether every byte stands for a character of ASCII that is no control. Eight bytes are looked at together: most text
/// is such, and whole files pass here.
bool is_plain_ascii(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t tops = 0x8080808080808080;
  const char* at = text.data();
  std::size_t left = text.size();
  for (std::uint64_t bytes = 0; left >= sizeof bytes; left -= sizeof bytes, at += sizeof bytes) {
    std::memcpy(&bytes, at, sizeof bytes);
    // Below 0x20, above 0x7F, or 0x7F itself.
    if ((((bytes - ones * 0x20) | bytes | (bytes + ones)) & tops) != 0) return false;
  }
  for (; left > 0; --left, ++at)
    if (*at < 0x20 || *at == 0x7F) return false;
  return true;
}

bool unsafe(char32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool direction = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) ||
                         point == 0x200E || point == 0x200F || point == 0x061C;
  const bool separator = point == 0x2028 || point == 0x2029 || point == 0xFEFF;
  const bool unread = point == 0xFFFD;  // what stands in place of text that was lost
  return control || direction || separator || unread;
}

}  // namespace

bool is_utf8(std::string_view text) {
  if (is_plain_ascii(text)) return true;
  char32_t point = 0;
  for (std::size_t at = 0; at < text.size();)
    if (!decode(text, at, point)) return false;
  return true;
}

Result<std::string> clean_text(std::string_view text, std::string_view field) {
  const auto trimmed = trim(text);
  if (trimmed.size() > kLongestField)
    return refuse(text_too_long, "{} has {} bytes, at most {} are kept", field, trimmed.size(), kLongestField);
  if (is_plain_ascii(trimmed)) return std::string{trimmed};
  if (!is_utf8(trimmed)) return refuse(bad_encoding, "{}", field);
  char32_t point = 0;
  for (std::size_t at = 0; at < trimmed.size();) {
    decode(trimmed, at, point);
    if (unsafe(point)) return refuse(unsafe_text, "{} holds U+{:04X}", field, static_cast<std::uint32_t>(point));
  }
  return std::string{trimmed};
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  if (trim(text).empty()) return parts;
  for (std::size_t start = 0;;) {
    const auto end = text.find(at, start);
    parts.push_back(trim(text.substr(start, end == std::string_view::npos ? end : end - start)));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::string to_upper_ascii(std::string_view text) {
  std::string upper{text};
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

std::string to_lower_ascii(std::string_view text) {
  std::string lower{text};
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  char32_t point = 0;
  for (std::size_t at = 0; at < utf8.size() && decode(utf8, at, point);) points.push_back(point);
  return points;
}

std::string to_utf8(std::u32string_view text) {
  std::string bytes;
  for (const char32_t p : text) {
    const auto put = [&](char32_t value) { bytes.push_back(static_cast<char>(value)); };
    if (p < 0x80) {
      put(p);
    } else if (p < 0x800) {
      put(0xC0 | (p >> 6)), put(0x80 | (p & 0x3F));
    } else if (p < 0x10000) {
      put(0xE0 | (p >> 12)), put(0x80 | ((p >> 6) & 0x3F)), put(0x80 | (p & 0x3F));
    } else {
      put(0xF0 | (p >> 18)), put(0x80 | ((p >> 12) & 0x3F)), put(0x80 | ((p >> 6) & 0x3F)), put(0x80 | (p & 0x3F));
    }
  }
  return bytes;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t columns = 0;
  for (const char32_t point : code_points(utf8)) {
    const bool combining = (point >= 0x0300 && point <= 0x036F) || (point >= 0x064B && point <= 0x065F) ||
                           point == 0x200B || point == 0x200C || point == 0x200D;
    const bool wide = (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) ||
                      (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
                      (point >= 0xFE30 && point <= 0xFE6F) || (point >= 0xFF00 && point <= 0xFF60) ||
                      (point >= 0x1F300 && point <= 0x1FAFF) || (point >= 0x20000 && point <= 0x3FFFD);
    columns += combining ? 0 : wide ? 2 : 1;
  }
  return columns;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_back(b.size() + 1), back(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) back[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({back[j] + 1, row[j - 1] + 1, back[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_back[j - 2] + 1);
    }
    std::swap(two_back, back);
    std::swap(back, row);
  }
  return back[b.size()];
}

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates) {
  std::string_view best;
  std::size_t distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const auto candidate : candidates) {
    const auto d = edit_distance(word, candidate);
    if (d < distance && d < candidate.size()) best = candidate, distance = d;
  }
  return best;
}

std::unexpected<Refusal> refuse_word(std::string_view word, std::string_view field,
                                     std::span<const std::string_view> candidates) {
  const auto near = nearest_word(word, candidates);
  if (!near.empty()) return refuse(unknown_word, "{} \"{}\"; did you mean \"{}\"?", field, word, near);
  return refuse(unknown_word, "{} \"{}\"; it is one of {}", field, word, fmt::join(candidates, ", "));
}

}  // namespace lotline
