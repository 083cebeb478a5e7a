#include "marking/percent_code.h"

#include <charconv>

#include "base/text.h"
#include "marking/refusals.h"

namespace lotline::marking {

Result<std::string> percent_decoded(std::string_view text) {
  if (!text.contains('%')) return std::string{text};
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      plain.push_back(text[at]);
      continue;
    }
    const auto digits = text.substr(at + 1, 2);
    unsigned value = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
    if (digits.size() != 2 || end != digits.data() + 2) return refuse(bad_percent_code, "\"%{}\"", digits);
    plain.push_back(static_cast<char>(value));
    at += 2;
  }
  if (!is_utf8(plain)) return refuse(bad_percent_code, "\"{}\" stands for bytes that are not UTF-8", text);
  return plain;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~";
  std::string coded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter || kPlain.contains(c))
      coded.push_back(c);
    else
      coded.append({'%', kHex[byte >> 4], kHex[byte & 15]});
  }
  return coded;
}

}  // namespace lotline::marking
