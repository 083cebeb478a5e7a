#include "marking/gs1_element_string.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "marking/refusals.h"

namespace lotline::marking {

namespace {

constexpr std::array<std::string_view, 5> kScannerPrefixes{"]C1", "]e0", "]d2", "]Q3", "]J1"};

/// The value up to the next bracket that is not escaped.
std::string take_bracketed_value(std::string_view& text) {
  std::string value;
  while (!text.empty() && text.front() != '(') {
    const bool escape = text.size() > 1 && text[0] == '\\' && text[1] == '(';
    value.push_back(text[escape ? 1 : 0]);
    text.remove_prefix(escape ? 2 : 1);
  }
  return std::string{trim(value)};
}

/// The identifier that a raw string begins with: no identifier is the beginning of another.
const Gs1Identifier* identifier_at(std::string_view text, std::string_view& ai) {
  for (std::size_t length = 2; length <= 4 && length <= text.size(); ++length) {
    ai = text.substr(0, length);
    if (const auto* found = find_identifier(ai)) return found;
  }
  ai = text.substr(0, std::min<std::size_t>(4, text.size()));
  return nullptr;
}

std::size_t own_length(std::string_view format) {
  std::size_t length = 0;
  std::from_chars(format.data() + 1, format.data() + format.size(), length);
  return length;
}

}  // namespace

Result<Gs1Elements> split_bracketed(std::string_view text) {
  Gs1Elements elements;
  for (text = trim(text); !text.empty();) {
    const auto close = text.find(')');
    if (text.front() != '(' || close == std::string_view::npos)
      return refuse(bad_package_code, "a bracket is missing near \"{}\"", text.substr(0, 20));
    Gs1Element element{std::string{trim(text.substr(1, close - 1))}, {}};
    text.remove_prefix(close + 1);
    element.value = take_bracketed_value(text);
    elements.push_back(std::move(element));
  }
  return elements;
}

Result<Gs1Elements> split_raw(std::string_view text) {
  Gs1Elements elements;
  while (!text.empty()) {
    std::string_view ai;
    const auto* identifier = identifier_at(text, ai);
    if (identifier == nullptr) return refuse(unknown_identifier, "\"{}\" where an identifier should stand", ai);
    text.remove_prefix(ai.size());
    const auto end = std::min(text.find(kGroupSeparator), text.size());
    const auto length = identifier->own_length ? std::min(own_length(identifier->format), end) : end;
    elements.push_back({std::string{ai}, std::string{text.substr(0, length)}});
    text.remove_prefix(length);
    if (text.starts_with(kGroupSeparator)) text.remove_prefix(1);
  }
  return elements;
}

bool take_scanner_prefix(std::string_view& text) {
  bool taken = false;
  for (const auto prefix : kScannerPrefixes) {
    if (!text.starts_with(prefix)) continue;
    text.remove_prefix(prefix.size());
    taken = true;
    break;
  }
  while (text.starts_with(kGroupSeparator)) text.remove_prefix(1), taken = true;
  return taken;
}

std::string to_bracketed(const Gs1Elements& elements) {
  std::string text;
  for (const auto& element : elements) {
    text.append("(").append(element.ai).append(")");
    for (const char c : element.value) text.append(c == '(' ? "\\(" : std::string(1, c));
  }
  return text;
}

std::string to_raw(const Gs1Elements& elements) {
  auto ordered = elements;
  const auto by_length = [](const Gs1Element& e) { return find_identifier(e.ai)->own_length; };
  std::ranges::stable_partition(ordered, by_length);
  std::string text;
  for (const auto& element : ordered) {
    text.append(element.ai).append(element.value);
    if (!by_length(element) && &element != &ordered.back()) text.push_back(kGroupSeparator);
  }
  return text;
}

}  // namespace lotline::marking
