#include "exchange/json_dom.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/json_writer.h"
#include "base/refusals.h"
#include "exchange/epcis_scanner.h"
#include "exchange/json_text.h"
#include "exchange/refusals.h"
#include "proof/canonical_json.h"

namespace lotline::exchange {

namespace {

using Members = std::vector<std::pair<std::string_view, dom::element>>;

/// Refuses a name that stands twice among names in any fixed order.
Result<void> neighbours_differ(const Members& members) {
  const auto twice = std::ranges::adjacent_find(members, {}, [](const auto& member) { return member.first; });
  if (twice != members.end()) return refuse(epcis_member_repeated, "\"{}\"", twice->first);
  return {};
}

Result<void> append_object(std::string& out, const dom::object& object) {
  Members members;
  for (const auto [name, value] : object) members.emplace_back(name, value);
  std::ranges::stable_sort(members,
                           [](const auto& a, const auto& b) { return proof::utf16_order(a.first, b.first) < 0; });
  TRY(neighbours_differ(members));
  out.push_back('{');
  for (const auto& [name, value] : members) {
    if (out.back() != '{') out.push_back(',');
    append_json_string(out, name);
    out.push_back(':');
    TRY(append_canonical(out, value));
  }
  out.push_back('}');
  return {};
}

}  // namespace

std::string_view kind_of(const dom::element& element) {
  switch (element.type()) {
    case dom::element_type::ARRAY:
      return "a list";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::STRING:
      return "a text";
    case dom::element_type::BOOL:
      return "true or false";
    case dom::element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

Result<std::string_view> text_of(const dom::element& element) {
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS)
    return refuse(epcis_member_type, "{} where a text belongs", kind_of(element));
  return text;
}

Result<dom::object> object_of(const dom::element& element) {
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS)
    return refuse(epcis_member_type, "{} where an object belongs", kind_of(element));
  return object;
}

Result<dom::array> list_of(const dom::element& element) {
  dom::array list;
  if (element.get(list) != simdjson::SUCCESS)
    return refuse(epcis_member_type, "{} where a list belongs", kind_of(element));
  return list;
}

Result<void> members_differ(const dom::object& object) {
  constexpr std::size_t kFew = 24;
  std::array<std::string_view, kFew> names;
  std::size_t count = 0;
  std::uint64_t met = 0;
  for (const auto [name, value] : object) {
    if (count == kFew) {
      Members members;
      for (const auto [each, of] : object) members.emplace_back(each, of);
      std::ranges::sort(members, {}, [](const auto& member) { return member.first; });
      return neighbours_differ(members);
    }
    // Names that differ mostly differ in their length or at their ends; only others are compared.
    const auto mark =
        name.empty() ? 0U : static_cast<unsigned char>(name.front()) * 5U + static_cast<unsigned char>(name.back());
    const std::uint64_t bit = std::uint64_t{1} << ((name.size() * 7 + mark) % 64);
    const auto end = names.begin() + static_cast<std::ptrdiff_t>((met & bit) != 0 ? count : 0);
    met |= bit;
    if (std::find(names.begin(), end, name) != end) return refuse(epcis_member_repeated, "\"{}\"", name);
    names[count++] = name;
  }
  return {};
}

void append_number(std::string& out, double number) {
  if (number < 0) out.push_back('-');
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number < 0 ? -number : number,
                                 std::chars_format::scientific)
                       .ptr;
  const std::string_view written{text.data(), static_cast<std::size_t>(end - text.data())};
  const auto e = written.find('e');
  std::string digits{written.substr(0, 1)};
  if (e > 1) digits.append(written.substr(2, e - 2));
  int power = 0;  // of the first digit
  const auto sign_passed = written.substr(e + (written[e + 1] == '+' ? 2 : 1));
  std::from_chars(sign_passed.data(), sign_passed.data() + sign_passed.size(), power);
  if (power >= 21 || power < -6) {
    out.append(digits, 0, 1);
    if (digits.size() > 1) out.append(".").append(digits, 1);
    out.append(fmt::format("e{:+}", power));
  } else if (power < 0) {
    out.append("0.");
    for (int zeros = power + 1; zeros < 0; ++zeros) out.push_back('0');
    out.append(digits);
  } else {
    const std::size_t whole = static_cast<std::size_t>(power) + 1;
    if (digits.size() <= whole)
      out.append(digits).append(whole - digits.size(), '0');
    else
      out.append(digits, 0, whole).append(".").append(digits, whole);
  }
}

Result<void> append_canonical(std::string& out, const dom::element& element) {
  switch (element.type()) {
    case dom::element_type::OBJECT:
      return append_object(out, dom::object(element));
    case dom::element_type::ARRAY: {
      out.push_back('[');
      for (const dom::element item : dom::array(element)) {
        if (out.back() != '[') out.push_back(',');
        TRY(append_canonical(out, item));
      }
      out.push_back(']');
      return {};
    }
    case dom::element_type::STRING:
      append_json_string(out, std::string_view(element));
      return {};
    case dom::element_type::BOOL:
      out.append(bool(element) ? "true" : "false");
      return {};
    case dom::element_type::INT64:
      out.append(std::to_string(std::int64_t(element)));
      return {};
    case dom::element_type::UINT64:
      out.append(std::to_string(std::uint64_t(element)));
      return {};
    case dom::element_type::DOUBLE:
      append_number(out, double(element));
      return {};
    case dom::element_type::NULL_VALUE:
      out.append("null");
      return {};
  }
  return {};
}

Result<dom::element> parse_json(dom::parser& parser, std::string_view text) {
  static_assert(simdjson::SIMDJSON_PADDING <= kPaddingAfterEvent);
  dom::element element;
  const auto error = parser.parse(text.data(), text.size(), false).get(element);
  if (error == simdjson::UTF8_ERROR) return refuse(bad_encoding);
  if (error == simdjson::NUMBER_ERROR) return refuse(epcis_bad_number);
  if (error == simdjson::DEPTH_ERROR) return refuse(epcis_too_deep);
  if (error != simdjson::SUCCESS) return refuse(bad_epcis_json, "{}", simdjson::error_message(error));
  return element;
}

Result<std::string> plain_json_text(std::string_view quoted) {
  if (quoted.size() >= 2 && !quoted.contains('\\')) return std::string{quoted.substr(1, quoted.size() - 2)};
  dom::parser parser;
  const simdjson::padded_string padded(quoted);
  return std::string{TRY(text_of(TRY(parse_json(parser, padded))))};
}

}  // namespace lotline::exchange
