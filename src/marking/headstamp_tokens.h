#pragma once
// A headstamp cut into tokens: runs of letters and runs of digits, without separators.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "marking/headstamp_marks.h"

namespace lotline::marking {

struct HeadstampToken {
  std::u32string glyphs;  ///< folded
  std::string literal;    ///< as written
  std::size_t field = 0;  ///< 0 the text, then the clock marks in order: tokens of one field may join
  std::size_t word = 0;   ///< tokens of one word were written without a blank between them
  int hour = 0;           ///< 0 when the place is not known
  bool glued = false;     ///< nothing stands between it and the token before it

  [[nodiscard]] bool digits() const;     ///< digits and `?` only, with at least one digit
  [[nodiscard]] bool unread() const;     ///< holds `?` or `*`
  [[nodiscard]] bool wild_card() const;  ///< nothing but `*`
};

/// A mark is split at blanks, at signs such as . - / ( ) and between letters and digits; `?` and `*` stay with what
/// they follow. The crossed circle becomes the words NATO CROSS.
[[nodiscard]] std::vector<HeadstampToken> headstamp_tokens(const HeadstampMarks& marks);
/// The same for plain text.
[[nodiscard]] std::vector<HeadstampToken> headstamp_tokens(std::string_view text);

}  // namespace lotline::marking
