#include "http/target.h"

#include "answers/refusals.h"
#include "base/text.h"

namespace lotline::http {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// In a query a plus sign is a blank, as forms send it.
Result<std::string> decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '+' && plus_is_blank) {
      out += ' ';
      continue;
    }
    if (text[at] != '%') {
      out += text[at];
      continue;
    }
    const int high = at + 2 <= text.size() - 1 ? hex_digit(text[at + 1]) : -1;
    const int low = at + 2 <= text.size() - 1 ? hex_digit(text[at + 2]) : -1;
    if (high < 0 || low < 0) return refuse(answers::bad_target, "a % is followed by two hexadecimal digits");
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  if (out.find('\0') != std::string::npos) return refuse(answers::bad_target, "it holds a zero byte");
  if (!is_utf8(out)) return refuse(answers::bad_target, "it is not UTF-8");
  return out;
}

}  // namespace

Result<Target> parse_target(std::string_view text) {
  if (!text.starts_with('/')) return refuse(answers::bad_target, "it begins with a slash");
  Target target;
  const std::size_t mark = text.find('?');
  const std::string_view path = text.substr(1, mark == std::string_view::npos ? mark : mark - 1);
  if (!path.empty())
    for (const std::string_view segment : split(path, '/')) {
      target.segments.push_back(TRY(decoded(segment, false)));
      const std::string& clean = target.segments.back();
      if (clean == "." || clean == "..") return refuse(answers::bad_target, "it holds dots for folders");
    }
  if (mark == std::string_view::npos || mark + 1 == text.size()) return target;
  for (const std::string_view pair : split(text.substr(mark + 1), '&')) {
    const std::size_t equals = pair.find('=');
    const std::string name = TRY(decoded(pair.substr(0, equals), true));
    const std::string value =
        equals == std::string_view::npos ? std::string{} : TRY(decoded(pair.substr(equals + 1), true));
    if (!target.query.emplace(name, value).second) return refuse(answers::parameter_twice, "{}", name);
  }
  return target;
}

}  // namespace lotline::http
