#include "service/list_page.h"

#include <fmt/ranges.h>

#include <charconv>

#include "base/refusals.h"
#include "base/text.h"
#include "proof/sha256.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

constexpr char kBetween = '\x1F';  // no text of a register holds one
constexpr std::size_t kLongest = 4096;

std::optional<std::string> bytes_of(std::string_view hex) {
  if (hex.size() % 2 != 0 || hex.size() > kLongest) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2) {
    unsigned byte = 0;
    const auto [end, error] = std::from_chars(hex.data() + at, hex.data() + at + 2, byte, 16);
    if (error != std::errc{} || end != hex.data() + at + 2) return std::nullopt;
    bytes.push_back(static_cast<char>(byte));
  }
  return bytes;
}

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<Cursor> parts_of(std::string_view list, std::size_t numbers, const std::string& bytes) {
  const auto parts = split(bytes, kBetween);
  if (parts.size() != numbers + 2 || parts[0] != list) return std::nullopt;
  Cursor cursor;
  cursor.text = parts[1];
  if (!clean_text(cursor.text, "cursor")) return std::nullopt;
  for (std::size_t i = 2; i < parts.size(); ++i) {
    const auto number = number_of(parts[i]);
    if (!number) return std::nullopt;
    cursor.numbers.push_back(*number);
  }
  return cursor;
}

}  // namespace

std::string cursor_text(std::string_view list, const Cursor& cursor) {
  std::string bytes{list};
  bytes += kBetween + cursor.text;
  for (const auto number : cursor.numbers) bytes += kBetween + std::to_string(number);
  return proof::to_hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

Result<std::optional<Cursor>> read_cursor(std::string_view list, std::size_t numbers, const std::string& text) {
  if (text.empty()) return std::optional<Cursor>{};
  const auto bytes = bytes_of(text);
  auto cursor = bytes ? parts_of(list, numbers, *bytes) : std::nullopt;
  if (!cursor) return of_field<std::optional<Cursor>>("cursor", refuse(bad_cursor));
  return cursor;
}

Result<void> check_limit(std::int64_t limit) {
  if (limit < 1 || limit > kMostListed)
    return of_field<void>("limit", refuse(bad_number, "{}: a page has 1 to {} items", limit, kMostListed));
  return {};
}

}  // namespace lotline::service
