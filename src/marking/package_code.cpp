#include "marking/package_code.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "marking/gs1_digital_link.h"
#include "marking/gs1_element_string.h"
#include "marking/gs1_epc_urn.h"
#include "marking/refusals.h"

namespace lotline::marking {

namespace {

constexpr std::size_t kLongestPlain = 80;

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The full year by the rule of General Specifications 7.12: more than 50 years ahead is the century before.
int year_of(std::string_view yy, Day today) {
  const int years = number(yy);
  const int current = today.year() % 100;
  const int century = today.year() - current;
  if (years - current >= 51) return century - 100 + years;
  if (years - current <= -50) return century + 100 + years;
  return century + years;
}

/// REQUIRES a date that checked_elements has passed. The 29th of February of a century year outside the calendar gives
/// nothing.
std::optional<When> date_of(const std::optional<std::string>& yymmdd, Day today) {
  if (!yymmdd) return std::nullopt;
  const std::string_view text = *yymmdd;
  auto date = fmt::format("{:04}-{}", year_of(text.substr(0, 2), today), text.substr(2, 2));
  if (text.substr(4, 2) != "00") date.append("-").append(text.substr(4, 2));
  const auto when = parse_when(date);
  return when ? std::optional{*when} : std::nullopt;
}

bool all_digits(std::string_view text) { return !text.empty() && in_character_set(text, 'N'); }

/// Digits alone that a scanner of retail or logistic symbols sends: an element without its identifier.
std::optional<Gs1Elements> bare_key(std::string_view text) {
  if (!all_digits(text)) return std::nullopt;
  const auto length = text.size();
  if (length == 18) return Gs1Elements{{"00", std::string{text}}};
  if (length != 8 && length != 12 && length != 13 && length != 14) return std::nullopt;
  return Gs1Elements{{"01", std::string(14 - length, '0').append(text)}};
}

/// A raw string whose FNC1 was lost: it begins with (00), (01) or (02) and the digits of that key.
bool begins_with_key(std::string_view text) {
  const bool trade = (text.starts_with("01") || text.starts_with("02")) && text.size() >= 16;
  const bool logistic = text.starts_with("00") && text.size() >= 20;
  return (trade || logistic) && in_character_set(text.substr(0, trade ? 16 : 20), 'N');
}

bool is_plain(std::string_view text) {
  constexpr std::string_view kMarks = "-_/.";
  return !text.empty() && text.size() <= kLongestPlain && std::ranges::all_of(text, [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || kMarks.contains(c);
  });
}

/// The elements of a GS1 code in any spelling; none when the text is not one.
Result<Gs1Elements> split_any(std::string_view text) {
  const bool scanned = take_scanner_prefix(text);
  if (text.starts_with('(')) return split_bracketed(text);
  if (looks_like_link(text)) return split_digital_link(text);
  if (to_lower_ascii(text.substr(0, 8)) == "urn:epc:") return split_epc_urn(text);
  if (const auto bare = bare_key(text); bare && !scanned) return *bare;
  if (scanned || text.contains(kGroupSeparator) || begins_with_key(text)) return split_raw(text);
  return Gs1Elements{};
}

void fill_fields(PackageCode& code, Day today) {
  code.gtin = code.value("01");
  if (!code.gtin) code.gtin = code.value("03");
  code.contained_gtin = code.value("02");
  code.lot = code.value("10");
  code.serial = code.value("21");
  code.sscc = code.value("00");
  code.variant = code.value("20");
  const auto count = code.value("30") ? code.value("30") : code.value("37");
  if (count) code.count = number(*count);
  code.produced = date_of(code.value("11"), today);
  code.expires = date_of(code.value("17"), today);
}

}  // namespace

std::optional<std::string> PackageCode::value(std::string_view ai) const {
  const auto found = std::ranges::find(elements, ai, &Gs1Element::ai);
  return found == elements.end() ? std::nullopt : std::optional{found->value};
}

Result<PackageCode> read_package_code(std::string_view text, Day today) {
  text = trim(text);
  PackageCode code;
  code.elements = TRY(checked_elements(TRY(split_any(text))));
  if (!code.elements.empty()) {
    fill_fields(code, today);
    return code;
  }
  if (!is_plain(text)) return refuse(bad_package_code, "{} bytes", text.size());
  code.plain = text;
  return code;
}

std::string package_code_key(const PackageCode& code) {
  if (!code.is_gs1()) return code.plain;
  auto ordered = code.elements;
  std::ranges::sort(ordered);
  return to_bracketed(ordered);
}

std::string to_bracketed(const PackageCode& code) { return code.is_gs1() ? to_bracketed(code.elements) : code.plain; }

Result<std::string> to_raw(const PackageCode& code) {
  if (!code.is_gs1()) return refuse(not_encodable, "\"{}\" is no GS1 code", code.plain);
  return to_raw(code.elements);
}

Result<std::string> to_digital_link(const PackageCode& code, std::string_view domain) {
  return to_digital_link(code.elements, domain);
}

}  // namespace lotline::marking
