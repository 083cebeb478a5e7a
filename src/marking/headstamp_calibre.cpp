#include "marking/headstamp_calibre.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "marking/glyphs.h"

namespace lotline::marking {

namespace {

constexpr std::size_t kMostWords = 5;

struct Words {
  std::size_t first = 0, count = 0;
};

std::string joined_words(const std::vector<std::string_view>& words, Words range) {
  std::string text;
  for (std::size_t i = 0; i < range.count; ++i) {
    if (i > 0) text += ' ';
    text += words[range.first + i];
  }
  return text;
}

bool looks_like_calibre(std::string_view text, const CalibreReader& calibres) {
  const std::u32string glyphs = glyphs_of(text);
  const auto digit = std::ranges::find_if(glyphs, is_digit_glyph);
  const bool more_than_number = std::ranges::any_of(glyphs, is_letter_glyph) || glyphs.starts_with(U".") ||
                                glyphs.find(U'-') != std::u32string::npos;
  if (digit == glyphs.end() || !more_than_number || holds_unread(glyphs)) return false;
  const bool bore_with_unit = glyphs.ends_with(U"MM") && digit == glyphs.begin() && glyphs.size() <= 7;
  return bore_with_unit || calibres.is_name(text);
}

/// The longest run of words that names a calibre.
Words find_calibre(const std::vector<std::string_view>& words, const CalibreReader& calibres) {
  for (std::size_t count = std::min(kMostWords, words.size()); count > 0; --count) {
    for (std::size_t first = 0; first + count <= words.size(); ++first) {
      if (looks_like_calibre(joined_words(words, {first, count}), calibres)) return {first, count};
    }
  }
  return {};
}

}  // namespace

CalibreOnHead take_calibre(const HeadstampMarks& marks, const CalibreReader& calibres) {
  CalibreOnHead head{{}, marks};
  const auto take_from = [&](std::string& text) {
    if (!head.calibre.empty()) return;
    std::vector<std::string_view> words;
    for (const std::string_view word : split(text, ' ')) {
      if (!word.empty()) words.push_back(word);
    }
    const Words found = find_calibre(words, calibres);
    if (found.count == 0) return;
    head.calibre = joined_words(words, found);
    std::string rest = joined_words(words, {0, found.first});
    const std::size_t end = found.first + found.count;
    const std::string after = joined_words(words, {end, words.size() - end});
    if (!rest.empty() && !after.empty()) rest += ' ';
    text = rest + after;
  };
  take_from(head.other.text);
  for (ClockMark& mark : head.other.clock) take_from(mark.text);
  const bool nothing_left =
      trim(head.other.text).empty() &&
      std::ranges::all_of(head.other.clock, [](const ClockMark& mark) { return mark.text.empty(); });
  if (nothing_left) head.other = marks;
  return head;
}

}  // namespace lotline::marking
