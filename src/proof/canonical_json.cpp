#include "proof/canonical_json.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/check.h"
#include "base/json_writer.h"
#include "base/rounds.h"
#include "base/text.h"
#include "proof/json_reader.h"
#include "proof/refusals.h"

namespace lotline::proof {

namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kTops = 0x8080808080808080;

/// Whether a byte among the eight is a control character, a quote, a backslash or not ASCII.
bool has_special(std::uint64_t bytes) {
  const std::uint64_t quote = bytes ^ (kOnes * '"');
  const std::uint64_t backslash = bytes ^ (kOnes * '\\');
  return (((bytes - kOnes * 0x20) | (quote - kOnes) | (backslash - kOnes) | bytes) & kTops) != 0;
}

/// Whether the text is ASCII that needs no escape. May say no to some that need none, never yes wrongly.
bool is_plain(std::string_view text) {
  const char* at = text.data();
  std::size_t left = text.size();
  std::uint64_t bytes = 0;
  for (; left >= sizeof bytes; left -= sizeof bytes, at += sizeof bytes) {
    std::memcpy(&bytes, at, sizeof bytes);
    if (has_special(bytes)) return false;
  }
  if (left == 0) return true;
  bytes = kOnes * 'x';
  if (text.size() >= sizeof bytes)
    std::memcpy(&bytes, text.data() + text.size() - sizeof bytes, sizeof bytes);
  else
    std::memcpy(&bytes, at, left);
  return !has_special(bytes);
}

void append_text(std::string& out, std::string_view text) {
  if (is_plain(text)) {
    out.push_back('"');
    out.append(text);
    out.push_back('"');
    return;
  }
  CHECK(is_utf8(text));
  append_json_string(out, text);
}

void append_integer(std::string& out, std::int64_t number) {
  CHECK(number <= kLargestInteger && number >= -kLargestInteger);
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

/// Where a byte of UTF-8 stands among UTF-16 code units: U+E000 to U+FFFF (first byte EE or EF) come after the
/// surrogates with which every character beyond U+FFFF (first byte F0 to F4) begins.
unsigned utf16_rank(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0xEE || byte == 0xEF ? byte + 0x10U : byte;
}

Result<void> append_canonical(const JsonValue& value, std::string& out);

Result<void> append_object(const JsonValue& value, std::string& out) {
  std::vector<JsonMember> members = TRY(value.members());
  std::ranges::sort(members, [](const JsonMember& a, const JsonMember& b) { return utf16_order(a.name, b.name) < 0; });
  const auto twice = std::ranges::adjacent_find(members, {}, &JsonMember::name);
  if (twice != members.end()) return refuse(duplicate_member, "'{}'", twice->name);
  char separator = '{';
  for (const JsonMember& member : members) {
    out.push_back(separator);
    append_text(out, member.name);
    out.push_back(':');
    TRY(append_canonical(member.value, out));
    separator = ',';
  }
  out += members.empty() ? "{}" : "}";
  return {};
}

Result<void> append_array(const JsonValue& value, std::string& out) {
  const std::vector<JsonValue> items = TRY(value.items());
  char separator = '[';
  for (const JsonValue& item : items) {
    out.push_back(separator);
    TRY(append_canonical(item, out));
    separator = ',';
  }
  out += items.empty() ? "[]" : "]";
  return {};
}

Result<void> append_canonical(const JsonValue& value, std::string& out) {
  switch (TRY(value.type())) {
    case JsonValue::Type::object:
      return append_object(value, out);
    case JsonValue::Type::array:
      return append_array(value, out);
    case JsonValue::Type::text:
      append_text(out, *value.text());
      break;
    case JsonValue::Type::integer:
      append_integer(out, *value.integer());
      break;
    case JsonValue::Type::truth:
      out += *value.truth() ? "true" : "false";
      break;
    case JsonValue::Type::null:
      out += "null";
      break;
  }
  return {};
}

/// Items that were written with a comma after each, between brackets.
void append_bracketed(std::string& out, char open, std::string_view items, char close) {
  if (!items.empty()) items.remove_suffix(1);
  out.push_back(open);
  out.append(items);
  out.push_back(close);
}

}  // namespace

std::strong_ordering utf16_order(std::string_view a, std::string_view b) {
  const auto [at_a, at_b] = std::ranges::mismatch(a, b);
  if (at_a == a.end() || at_b == b.end()) return a.size() <=> b.size();
  return utf16_rank(*at_a) <=> utf16_rank(*at_b);
}

CanonicalObject::CanonicalObject() {
  written_.reserve(512);
  names_.reserve(256);
  members_.reserve(24);
}

void CanonicalObject::clear() {
  written_.clear();
  names_.clear();
  members_.clear();
  in_order_ = true;
}

std::string_view CanonicalObject::name_of(const Member& member) const {
  return std::string_view{names_}.substr(member.name_begin, member.name_size);
}

void CanonicalObject::begin_member(std::string_view name) {
  if (!members_.empty()) in_order_ = in_order_ && utf16_order(name_of(members_.back()), name) < 0;
  Member& member = members_.emplace_back();
  member.begin = static_cast<std::uint32_t>(written_.size());
  member.name_begin = static_cast<std::uint32_t>(names_.size());
  member.name_size = static_cast<std::uint32_t>(name.size());
  names_.append(name);
  append_text(written_, name);
  written_.push_back(':');
}

CanonicalObject& CanonicalObject::end_member() {
  CHECK(written_.size() < UINT32_MAX);
  members_.back().end = static_cast<std::uint32_t>(written_.size());
  written_.push_back(',');
  return *this;
}

CanonicalObject& CanonicalObject::add(std::string_view name, std::string_view text) {
  begin_member(name);
  append_text(written_, text);
  return end_member();
}

CanonicalObject& CanonicalObject::add_integer(std::string_view name, std::int64_t number) {
  begin_member(name);
  append_integer(written_, number);
  return end_member();
}

CanonicalObject& CanonicalObject::add(std::string_view name, const CanonicalObject& object) {
  begin_member(name);
  object.append_to(written_);
  return end_member();
}

CanonicalObject& CanonicalObject::add(std::string_view name, const CanonicalArray& array) {
  begin_member(name);
  array.append_to(written_);
  return end_member();
}

CanonicalObject& CanonicalObject::add_raw(std::string_view name, std::string_view canonical) {
  begin_member(name);
  written_.append(canonical);
  return end_member();
}

void CanonicalObject::append_to(std::string& out) const {
  if (in_order_) return append_bracketed(out, '{', written_, '}');
  std::vector<Member> sorted = members_;
  std::ranges::sort(sorted,
                    [this](const Member& a, const Member& b) { return utf16_order(name_of(a), name_of(b)) < 0; });
  char separator = '{';
  std::string_view previous;
  for (const Member& member : sorted) {
    CHECK(separator == '{' || previous != name_of(member));
    previous = name_of(member);
    out.push_back(separator);
    out.append(written_, member.begin, member.end - member.begin);
    separator = ',';
  }
  out.push_back('}');
}

std::string CanonicalObject::text() const {
  std::string out;
  out.reserve(written_.size() + 2);
  append_to(out);
  return out;
}

CanonicalArray& CanonicalArray::add(std::string_view text) {
  append_text(written_, text);
  written_.push_back(',');
  return *this;
}

CanonicalArray& CanonicalArray::add(std::int64_t number) {
  append_integer(written_, number);
  written_.push_back(',');
  return *this;
}

CanonicalArray& CanonicalArray::add(const CanonicalObject& object) {
  object.append_to(written_);
  written_.push_back(',');
  return *this;
}

CanonicalArray& CanonicalArray::add(const CanonicalArray& array) {
  array.append_to(written_);
  written_.push_back(',');
  return *this;
}

void CanonicalArray::append_to(std::string& out) const { append_bracketed(out, '[', written_, ']'); }

Result<std::string> canonicalise(JsonParser& parser, std::string_view json) {
  const JsonValue value = TRY(parser.parse(json));
  std::string out;
  out.reserve(json.size());
  TRY(append_canonical(value, out));
  return out;
}

Result<std::string> canonicalise(std::string_view json) {
  JsonParser parser;
  return canonicalise(parser, json);
}

}  // namespace lotline::proof
