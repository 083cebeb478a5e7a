#include "http/request.h"

#include "answers/refusals.h"
#include "base/check.h"
#include "base/text.h"
#include "proof/json_reader.h"

namespace lotline::http {

namespace {

constexpr std::size_t kLongestKey = 100;

using Type = proof::JsonValue::Type;

/// A member's value as it would be written by hand; null is as if it had been left out.
Result<std::string> text_of(const proof::JsonValue& value, std::string_view name) {
  switch (TRY(of_field(name, value.type()))) {
    case Type::text:
      return clean_text(*value.text(), name);
    case Type::integer:
      return std::to_string(*value.integer());
    case Type::truth:
      return std::string{*value.truth() ? "yes" : "no"};
    case Type::null:
      return std::string{};
    case Type::array: {
      std::string joined;
      const auto items = TRY(value.items());
      for (const auto& item : items) {
        const std::string text = TRY(clean_text(TRY(of_field(name, item.text())), name));
        joined += (joined.empty() ? "" : ";") + text;
      }
      return joined;
    }
    default:
      return of_field<std::string>(name, refuse(answers::bad_member, "{}", name));
  }
}

}  // namespace

const std::string& Request::word(std::string_view name) const {
  const auto found = words.find(name);
  CHECK(found != words.end());
  return found->second;
}

std::string_view Request::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

std::string Request::cookie(std::string_view name) const {
  for (const std::string_view part : split(header("cookie"), ';')) {
    const std::string_view pair = trim(part);
    if (pair.starts_with(name) && pair.substr(name.size()).starts_with('='))
      return std::string{pair.substr(name.size() + 1)};
  }
  return {};
}

Result<std::string> Request::text(std::string_view name) const {
  const auto found = query.find(name);
  if (found == query.end()) return std::string{};
  return of_field(name, clean_text(found->second, name));
}

Result<std::string> idempotency_key(const Request& request) {
  const std::string key{request.header("idempotency-key")};
  const bool plain = key.size() <= kLongestKey && std::ranges::all_of(key, [](unsigned char c) {
                       return std::isalnum(c) != 0 || c == '-' || c == '_';
                     });
  if (!plain) return refuse(answers::bad_key);
  return key;
}

Result<std::map<std::string, std::string, std::less<>>> members_of(std::string_view body) {
  proof::JsonParser parser;
  const auto object = TRY(parser.parse(body));
  std::map<std::string, std::string, std::less<>> members;
  for (const auto& member : TRY(object.members())) {
    auto text = TRY(of_field(member.name, text_of(member.value, member.name)));
    if (!members.emplace(member.name, std::move(text)).second)
      return of_field<std::map<std::string, std::string, std::less<>>>(
          member.name, refuse(answers::bad_member, "{} twice", member.name));
  }
  return members;
}

}  // namespace lotline::http
