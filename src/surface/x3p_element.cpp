#include "surface/x3p_element.h"

#include <charconv>
#include <cmath>

#include "base/text.h"
#include "surface/refusals.h"

namespace lotline::surface {

namespace {

/// A name from a stranger's file as a refusal may print it.
std::string shown(std::string_view text) {
  std::string safe;
  for (const char c : text.substr(0, 40)) safe.push_back(c > ' ' && c < 127 ? c : '?');
  return safe;
}

}  // namespace

std::string_view local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_of(pugi::xml_node parent, std::string_view name) {
  for (const pugi::xml_node child : parent.children())
    if (local_name(child.name()) == name) return child;
  return {};
}

Result<pugi::xml_node> needed_child(pugi::xml_node parent, std::string_view name) {
  const auto child = child_of(parent, name);
  if (!child) return refuse(missing_element, "{} of {}", name, shown(local_name(parent.name())));
  return child;
}

std::string_view text_of(pugi::xml_node element) { return trim(element.child_value()); }

Result<double> number_of(pugi::xml_node element) {
  std::string_view text = text_of(element);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
    return refuse(bad_element, "{} is '{}', no number", shown(local_name(element.name())), shown(text));
  return number;
}

Result<std::uint64_t> count_of(pugi::xml_node element) {
  const std::string_view text = text_of(element);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number >> 63 != 0)
    return refuse(bad_element, "{} is '{}', no count", shown(local_name(element.name())), shown(text));
  return number;
}

std::string safe_text(pugi::xml_node element, Findings& findings) {
  const std::string_view raw = text_of(element);
  if (const auto clean = clean_text(raw, element.name())) return *clean;
  const std::string name = shown(local_name(element.name()));
  std::string safe;
  if (is_utf8(raw)) {
    for (const char32_t point : code_points(raw)) {
      const std::string one = to_utf8(std::u32string_view(&point, 1));
      safe += clean_text(one, name) ? one : "?";
      if (safe.size() > kLongestField - 4) break;
    }
  } else {
    for (const char c : raw.substr(0, kLongestField - 4)) safe.push_back(c >= ' ' && c < 127 ? c : '?');
  }
  findings.push_back({FindingKind::text_replaced, name});
  return safe;
}

}  // namespace lotline::surface
