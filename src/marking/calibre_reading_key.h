#pragma once
// A calibre's name folded for comparison: `7,62 x 39mm`, `7.62×39` and `762x39` are one key.

#include <string>
#include <string_view>
#include <vector>

namespace lotline::marking {

/// Runs of letters and runs of digits, lower case: decimal points and commas, blanks, units and words such as `cal`
/// left out; × and the Cyrillic х as x; long words of cartridge names shortened (Winchester to win, Magnum to mag).
[[nodiscard]] std::vector<std::string> calibre_tokens(std::string_view text);
[[nodiscard]] std::string joined(const std::vector<std::string>& tokens);

}  // namespace lotline::marking
