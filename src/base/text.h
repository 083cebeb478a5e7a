#pragma once
// Text as people write it: checked UTF-8, folded for comparison, nearest words.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace lotline {

/// Longest text of one field, in bytes.
inline constexpr std::size_t kLongestField = 4000;

[[nodiscard]] bool is_utf8(std::string_view text);

/// A field that may be stored: UTF-8, without control characters (C0, C1, DEL), direction overrides and isolates
/// (U+202A-202E, U+2066-2069, U+200E, U+200F, U+061C), line separators, a byte-order mark or the replacement character
/// (U+FFFD) that stands where text was lost, at most kLongestField bytes. `field` is named in the refusal.
Result<std::string> clean_text(std::string_view text, std::string_view field);

[[nodiscard]] std::string_view trim(std::string_view text);  ///< spaces, tabs, CR and LF off both ends
[[nodiscard]] std::vector<std::string_view> split(std::string_view text,
                                                  char at);  ///< trimmed parts; empty text gives none
[[nodiscard]] std::string to_upper_ascii(std::string_view text);
[[nodiscard]] std::string to_lower_ascii(std::string_view text);
[[nodiscard]] std::u32string code_points(std::string_view utf8);  ///< REQUIRES is_utf8
[[nodiscard]] std::string to_utf8(std::u32string_view text);
/// How many terminal columns the text takes: marks that combine take none, East Asian wide ones two.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

/// Optimal-string-alignment distance (insert, delete, replace, swap neighbours) between byte strings.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);
/// The candidate nearest to the word, or empty when none is near enough to be meant.
[[nodiscard]] std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates);

/// Refuses a word that is not among the candidates, naming the nearest, or all of them when they are few.
[[nodiscard]] std::unexpected<Refusal> refuse_word(std::string_view word, std::string_view field,
                                                   std::span<const std::string_view> candidates);

}  // namespace lotline
