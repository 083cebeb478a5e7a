#pragma once
// The characters of a mark as an eye or a camera takes them: folded, and compared with what may have been stamped.
//
// A mark is kept literally; for comparison it is folded (upper case, digits of other scripts as 0-9) and each pair of
// characters has a relation: the same, the same shape in another script (Latin T, Cyrillic T), look-alikes (O and 0,
// N and the Cyrillic I), a transliteration (P written for the Cyrillic P), or none of these.

#include <string>
#include <string_view>

namespace lotline::marking {

inline constexpr char32_t kUnreadOne = U'?';   ///< one character that was not read
inline constexpr char32_t kUnreadMany = U'*';  ///< any number of them

/// The characters of a text, folded. Bytes that are not UTF-8 count as unread characters.
[[nodiscard]] std::u32string glyphs_of(std::string_view text);

[[nodiscard]] bool is_digit_glyph(char32_t glyph);
/// A character that is part of a code: a letter of any script, `&`. Digits and unread characters are not letters.
[[nodiscard]] bool is_letter_glyph(char32_t glyph);
[[nodiscard]] bool holds_unread(std::u32string_view glyphs);
/// The same for marks that differ only in the script of letters of one shape.
[[nodiscard]] std::u32string shape_of(std::u32string_view glyphs);

enum class GlyphRelation : unsigned char { other, transliterated, look_alike, same_shape, same };

/// How two folded characters relate; symmetric.
[[nodiscard]] GlyphRelation relation(char32_t a, char32_t b);

/// How likely a stamped character is taken for another. Estimates, not measurements: they are there to order what fits,
/// and a State that has measured its own examiners may set them.
struct ConfusionOptions {
  double same = 0.92;            ///< read as it is
  double same_shape = 0.90;      ///< written with the other script's letter of the same shape
  double look_alike = 0.02;      ///< one given look-alike
  double transliterated = 0.02;  ///< one given transliteration
  double other = 0.001;          ///< one given other character
  double unread = 0.05;          ///< marked `?`
  double unread_many = 0.01;     ///< a `*` in the place of anything
  double missing = 0.004;        ///< stamped, and not written down at all
  double extra = 0.0003;         ///< one given character written down, and not stamped
};

/// P(seen | stamped) of one token: the likeliest way to get one from the other. Above 0, at most 1.
[[nodiscard]] double glyph_likelihood(std::u32string_view seen, std::u32string_view stamped,
                                      const ConfusionOptions& options);

}  // namespace lotline::marking
