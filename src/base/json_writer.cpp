#include "base/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"

namespace lotline {

namespace {

/// What stands after the backslash for this byte; 'u' for four digits, 0 where it stands for itself.
constexpr std::array<char, 256> kEscapes = [] {
  std::array<char, 256> escapes{};
  for (std::size_t control = 0; control < 0x20; ++control) escapes[control] = 'u';
  for (const auto& [byte, letter] :
       {std::pair{'"', '"'}, {'\\', '\\'}, {'\b', 'b'}, {'\f', 'f'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'}})
    escapes[static_cast<unsigned char>(byte)] = letter;
  return escapes;
}();

void append_escaped(std::string& out, std::string_view text) {
  std::size_t kept = 0;  // up to here it is written
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char escape = kEscapes[static_cast<unsigned char>(text[at])];
    if (escape == 0) continue;
    out.append(text, kept, at - kept);
    kept = at + 1;
    if (escape == 'u') {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(text[at]));
    } else {
      out.push_back('\\');
      out.push_back(escape);
    }
  }
  out.append(text, kept);
}

/// The string, and what stands before and after it, written in one piece: most of an answer is names and short words.
void append_quoted(std::string& out, std::string_view before, std::string_view text, std::string_view after) {
  const bool plain = std::ranges::none_of(text, [](char c) { return kEscapes[static_cast<unsigned char>(c)] != 0; });
  if (!plain) {
    out.append(before).push_back('"');
    append_escaped(out, text);
    out.push_back('"');
    out.append(after);
    return;
  }
  const std::size_t at = out.size();
  const std::size_t size = at + before.size() + text.size() + after.size() + 2;
  out.resize_and_overwrite(size, [&](char* to, std::size_t) {
    char* end = std::ranges::copy(before, to + at).out;
    *end++ = '"';
    end = std::ranges::copy(text, end).out;
    *end++ = '"';
    std::ranges::copy(after, end);
    return size;  // not what is told: libstdc++ 12 tells the capacity where it took more
  });
}

/// Of a string that begins at this quote, where it ends: past its closing quote.
std::size_t end_of_string(std::string_view json, std::size_t quote) {
  std::size_t at = quote + 1;
  while (json[at] != '"') at += json[at] == '\\' ? 2 : 1;
  return at + 1;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) { append_quoted(out, {}, text, {}); }

std::string laid_out(std::string_view json, std::size_t indent) {
  std::string out;
  out.reserve(2 * json.size());
  std::size_t level = 0;
  const auto line_break = [&] {
    out.push_back('\n');
    out.append(indent * level, ' ');
  };
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') {
      const std::size_t end = end_of_string(json, at);
      out.append(json, at, end - at);
      at = end - 1;
    } else if (c == '{' || c == '[') {
      out.push_back(c);
      const bool empty = json[at + 1] == '}' || json[at + 1] == ']';
      if (empty) {
        out.push_back(json[++at]);
      } else {
        ++level;
        line_break();
      }
    } else if (c == '}' || c == ']') {
      --level;
      line_break();
      out.push_back(c);
    } else {
      out.push_back(c);
      if (c == ',') line_break();
      if (c == ':') out.push_back(' ');
    }
  }
  return out;
}

/// A comma after what is whole; nothing after a key or where an object or array begins.
std::string_view JsonWriter::before_value() const {
  if (out_.empty()) return {};
  const char last = out_.back();
  return last == '{' || last == '[' || last == ':' ? "" : ",";
}

JsonWriter& JsonWriter::begin_object() {
  out_ += before_value();
  out_.push_back('{');
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  out_.push_back('}');
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  out_ += before_value();
  out_.push_back('[');
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  out_.push_back(']');
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  append_quoted(out_, before_value(), name, ":");
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  append_quoted(out_, before_value(), text, {});
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  out_ += before_value();
  const fmt::format_int digits(number);
  out_.append(digits.data(), digits.size());
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  CHECK(std::isfinite(number));
  out_ += before_value();
  fmt::format_to(std::back_inserter(out_), "{}", number);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  out_ += before_value();
  out_ += truth ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  out_ += before_value();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  out_ += before_value();
  out_ += json;
  return *this;
}

}  // namespace lotline
