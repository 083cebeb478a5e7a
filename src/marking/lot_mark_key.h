#pragma once
// One spelling for a lot mark however it was written down, and how likely a mark as seen is for a lot as recorded.

#include <string>
#include <string_view>

namespace lotline::marking {

/// A mark with its letters in capitals, Cyrillic and Greek letters that look like Latin ones turned into those, and
/// every kind of dash, blank, slash, dot or underscore turned into one '-'. None at either end.
struct FoldedMark {
  std::u32string glyphs;
  bool had_look_alikes = false;  ///< a letter was turned into the Latin one it looks like
  bool had_cyrillic = false;     ///< some letter was Cyrillic, look-alike or not
};
/// Bytes that are not UTF-8 fold to '?'; control characters are left out.
[[nodiscard]] FoldedMark fold_mark(std::string_view text);

/// The key under which a lot mark is found: folded, and the separator left out between a letter and a digit, since
/// "012-CBC-19" and "012CBC19" are one mark; kept between two digits, where "1-21" and "12-1" are two.
[[nodiscard]] std::string lot_mark_key(std::string_view text);

/// P(seen | recorded): the chance that an eye reads `seen` off a lot whose recorded number is `recorded`; above 0, at
/// most 1. `?` in `seen` is one character not readable, `*` any number of them. A character read as one that looks like
/// it (0 O, 1 I, 5 S, 8 B ...) costs less than any other; so does a separator left out or put in. The rates are the
/// project's own judgement, made to rank and not measured.
[[nodiscard]] double lot_mark_likelihood(std::string_view seen, std::string_view recorded);
/// The same for keys made before by lot_mark_key: for comparing one mark with many lots.
[[nodiscard]] double lot_key_likelihood(std::string_view seen_key, std::string_view recorded_key);

}  // namespace lotline::marking
