// The checks of one element and of elements together: the second half of gs1_identifiers.h.

#include <algorithm>
#include <charconv>

#include "base/date.h"
#include "base/text.h"
#include "marking/gs1_identifiers.h"
#include "marking/refusals.h"

namespace lotline::marking {

namespace {

/// Takes one part of a format (`N14`, `X..20`) off the front of the value; false when it does not fit.
bool take_part(std::string_view part, std::string_view& value) {
  const char set = part.front();
  const bool up_to = part.substr(1).starts_with("..");
  const auto digits = part.substr(up_to ? 3 : 1);
  std::size_t length = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), length);
  const std::size_t taken = up_to ? std::min(length, value.size()) : length;
  if (taken == 0 || value.size() < taken || !in_character_set(value.substr(0, taken), set)) return false;
  value.remove_prefix(taken);
  return true;
}

/// Whether a value fits a format. A second part of a range of lengths may be absent, one of a fixed length may not.
bool fits(std::string_view format, std::string_view value) {
  const auto parts = split(format, ' ');
  if (!take_part(parts[0], value)) return false;
  if (parts.size() == 1) return value.empty();
  const bool may_end = parts[1].contains("..");
  if (value.empty()) return may_end;
  return take_part(parts[1], value) && value.empty();
}

/// Length of the part that ends in a check digit: the first part of the format.
std::size_t checked_length(std::string_view format) {
  const auto digits = split(format, ' ')[0].substr(1);
  std::size_t length = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), length);
  return length;
}

/// Whether YYMMDD is a day of the calendar, or a month when the day is 00. 2000 stands for any century: it is a leap
/// year, as every yy divisible by four is within the window of the century rule.
bool date_exists(std::string_view yymmdd) {
  const auto month = std::string{"20"}.append(yymmdd.substr(0, 2)).append("-").append(yymmdd.substr(2, 2));
  const auto day = yymmdd.substr(4, 2);
  return parse_when(day == "00" ? month : month + "-" + std::string{day}).has_value();
}

Result<void> check_value(const Gs1Element& element, const Gs1Identifier& identifier) {
  const auto& value = element.value;
  if (!fits(identifier.format, value))
    return refuse(bad_identifier_value, "({}) {} takes {}, not \"{}\"", element.ai, identifier.title, identifier.format,
                  value);
  const auto key = std::string_view{value}.substr(0, checked_length(identifier.format));
  if (identifier.check == Gs1Check::check_digit && !check_digit_holds(key))
    return refuse(bad_check_digit, "({}) {} would end in {}", element.ai, key,
                  gs1_check_digit(key.substr(0, key.size() - 1)));
  if (identifier.check == Gs1Check::date && !date_exists(value))
    return refuse(bad_package_date, "({}) {}", element.ai, value);
  return {};
}

/// Whether an identifier is the one of a pattern such as 310n.
bool matches(std::string_view ai, std::string_view pattern) {
  return std::ranges::equal(ai, pattern, [](char c, char p) { return p == 'n' || c == p; });
}

bool holds_any(const Gs1Elements& elements, std::string_view pattern, std::string_view except) {
  return std::ranges::any_of(elements, [&](const Gs1Element& e) { return e.ai != except && matches(e.ai, pattern); });
}

/// Whether one alternative of `01+21,8006+21` stands whole among the elements.
bool needs_met(const Gs1Elements& elements, std::string_view needs) {
  return std::ranges::any_of(split(needs, ','), [&](std::string_view alternative) {
    return std::ranges::all_of(split(alternative, '+'),
                               [&](std::string_view ai) { return holds_any(elements, ai, {}); });
  });
}

Result<void> check_together(const Gs1Elements& elements, const Gs1Element& element) {
  const auto& identifier = *find_identifier(element.ai);
  for (const auto pattern : split(identifier.excludes, ','))
    if (holds_any(elements, pattern, element.ai))
      return refuse(identifiers_conflict, "({}) {} and ({})", element.ai, identifier.title, pattern);
  if (!identifier.needs.empty() && !needs_met(elements, identifier.needs))
    return refuse(identifier_alone, "({}) {} needs one of {}", element.ai, identifier.title, identifier.needs);
  return {};
}

}  // namespace

Result<Gs1Elements> checked_elements(Gs1Elements elements) {
  Gs1Elements kept;
  for (auto& element : elements) {
    const auto* identifier = find_identifier(element.ai);
    if (identifier == nullptr) return refuse(unknown_identifier, "({})", element.ai);
    TRY(check_value(element, *identifier));
    const auto same = std::ranges::find(kept, element.ai, &Gs1Element::ai);
    if (same != kept.end() && same->value != element.value)
      return refuse(identifier_repeated, "({}) is {} and {}", element.ai, same->value, element.value);
    if (same == kept.end()) kept.push_back(std::move(element));
  }
  for (const auto& element : kept) TRY(check_together(kept, element));
  return kept;
}

}  // namespace lotline::marking
