#include "exchange/epcis_formats.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool hexadecimal(char c) { return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// The number that this many digits make; below zero when something else stands there.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (text.size() < at + digits) return -1;
  int number = 0;
  for (const char c : text.substr(at, digits)) {
    if (!digit(c)) return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool char_at(std::string_view text, std::size_t at, std::string_view any_of) {
  return at < text.size() && any_of.contains(text[at]);
}

/// +01:00 or Z as minutes; nothing when it is neither.
std::optional<int> offset_of(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  const int hours = number_at(text, 1, 2);
  const int minutes = number_at(text, 4, 2);
  if (text.size() != 6 || !char_at(text, 0, "+-") || text[3] != ':' || hours < 0 || hours > 23 || minutes < 0 ||
      minutes > 59)
    return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

std::optional<std::int64_t> milliseconds_of(std::string_view text) {
  const int year = number_at(text, 0, 4);
  const int month = number_at(text, 5, 2);
  const int day = number_at(text, 8, 2);
  const int hour = number_at(text, 11, 2);
  const int minute = number_at(text, 14, 2);
  const int second = number_at(text, 17, 2);
  if (std::min({year, month, day, hour, minute, second}) < 0 || hour > 23 || minute > 59 || second > 59) return {};
  if (!char_at(text, 4, "-") || !char_at(text, 7, "-") || !char_at(text, 10, "Tt") || !char_at(text, 13, ":") ||
      !char_at(text, 16, ":"))
    return {};
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return {};
  std::size_t at = 19;
  int milliseconds = 0;
  if (char_at(text, at, ".")) {
    int worth = 100;
    for (++at; at < text.size() && digit(text[at]); ++at, worth /= 10) milliseconds += worth * (text[at] - '0');
    if (at == 20) return {};
  }
  const auto offset = offset_of(text.substr(std::min(at, text.size())));
  if (!offset) return {};
  const auto days = std::int64_t{std::chrono::sys_days{date}.time_since_epoch().count()};
  return (((days * 24 + hour) * 60 + minute - *offset) * 60 + second) * 1000 + milliseconds;
}

/// What may stand in a URI behind its scheme, one bit a byte below 128.
constexpr std::array<bool, 256> kUriBytes = [] {
  std::array<bool, 256> allowed{};
  constexpr std::string_view kMarks = "-._~:/?@!$&'()*+,;=%";
  for (const char c : kMarks) allowed[static_cast<unsigned char>(c)] = true;
  for (int c = '0'; c <= '9'; ++c) allowed[static_cast<std::size_t>(c)] = true;
  for (int c = 'a'; c <= 'z'; ++c)
    allowed[static_cast<std::size_t>(c)] = allowed[static_cast<std::size_t>(c - 32)] = true;
  return allowed;
}();

bool uri_bytes(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kUriBytes[static_cast<unsigned char>(text[at])]) return false;
    if (text[at] == '%' && (at + 2 >= text.size() || !hexadecimal(text[at + 1]) || !hexadecimal(text[at + 2])))
      return false;
  }
  return true;
}

/// The part between // and the path: somebody@host:port, the host perhaps an address in brackets.
bool is_authority(std::string_view text) {
  const auto at = text.rfind('@');
  if (at != std::string_view::npos) {
    if (text.substr(0, at).contains('@') || !uri_bytes(text.substr(0, at))) return false;
    text.remove_prefix(at + 1);
  }
  if (text.starts_with('[')) {
    const auto close = text.find(']');
    if (close == std::string_view::npos || close == 1) return false;
    const auto address = text.substr(1, close - 1);
    if (!std::ranges::all_of(address, [](char c) { return hexadecimal(c) || c == ':' || c == '.' || c == 'v'; }))
      return false;
    text.remove_prefix(close + 1);
  }
  const auto colon = std::min(text.find(':'), text.size());
  return uri_bytes(text.substr(0, colon)) && std::ranges::all_of(text.substr(std::min(colon + 1, text.size())), digit);
}

}  // namespace

Result<EpcisTime> parse_epcis_time(std::string_view text) {
  const auto milliseconds = milliseconds_of(text);
  if (!milliseconds) return refuse(epcis_bad_time, "\"{}\"", text);
  return EpcisTime{std::string{text}, *milliseconds};
}

Result<std::int32_t> parse_zone_offset(std::string_view text) {
  const auto offset = text.size() == 6 ? offset_of(text) : std::nullopt;
  if (!offset || *offset > 14 * 60 || *offset < -14 * 60) return refuse(epcis_bad_offset, "\"{}\"", text);
  return *offset;
}

bool is_uri(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !letter(text.front())) return false;
  for (const char c : text.substr(0, colon))
    if (!letter(c) && !digit(c) && c != '+' && c != '-' && c != '.') return false;
  auto rest = text.substr(colon + 1);
  if (rest.empty()) return false;
  const auto hash = std::min(rest.find('#'), rest.size());
  if (!uri_bytes(rest.substr(std::min(hash + 1, rest.size())))) return false;
  rest = rest.substr(0, hash);
  if (rest.starts_with("//")) {
    rest.remove_prefix(2);
    std::size_t end = 0;
    while (end < rest.size() && rest[end] != '/' && rest[end] != '?') ++end;
    if (!is_authority(rest.substr(0, end))) return false;
    rest.remove_prefix(end);
  }
  return uri_bytes(rest);
}

Result<std::string_view> parse_uri(std::string_view text) {
  if (!is_uri(text)) return refuse(epcis_bad_uri, "\"{}\"", text);
  return text;
}

Result<std::string_view> parse_uom(std::string_view text) {
  const bool code = (text.size() == 2 || text.size() == 3) &&
                    std::ranges::all_of(text, [](char c) { return digit(c) || (c >= 'A' && c <= 'Z'); });
  if (!code) return refuse(epcis_bad_uom, "\"{}\"", text);
  return text;
}

}  // namespace lotline::exchange
