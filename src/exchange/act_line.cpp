#include "exchange/act_line.h"

#include <algorithm>
#include <set>

#include "exchange/refusals.h"
#include "service/refusals.h"

namespace lotline::exchange {

namespace {

using Type = proof::JsonValue::Type;

/// A field's value as it would be written by hand.
Result<std::string> text_of(const proof::JsonValue& value, std::string_view name) {
  switch (TRY(of_field(name, value.type()))) {
    case Type::text:
      return std::string{*value.text()};
    case Type::integer:
      return std::to_string(*value.integer());
    case Type::truth:
      return *value.truth() ? "yes" : "no";
    default:
      return of_field<std::string>(name, refuse(not_a_field_value, "{}", name));
  }
}

}  // namespace

Result<ActLine> read_act_line(proof::JsonParser& parser, std::string_view line) {
  const auto object = TRY(parser.parse(line));
  std::set<std::string_view> named;
  for (const auto& member : TRY(object.members())) {
    const bool known =
        member.name == "kind" || member.name == "issuer" || member.name == "ref" || member.name == "fields";
    if (!known) return refuse(service::unknown_field, "{}; a line has kind, issuer, ref and fields", member.name);
    if (!named.insert(member.name).second) return refuse(field_twice, "{}", member.name);
  }
  ActLine read;
  read.act = TRY(of_field("kind", service::find_act(TRY(object.text_at("kind")))));
  read.issuer = TRY(object.text_at("issuer"));
  read.ref = TRY(object.text_at("ref"));
  const auto fields = TRY(object.member("fields"));
  for (const auto& field : TRY(fields.members())) {
    read.fields.emplace_back(field.name, TRY(text_of(field.value, field.name)));
  }
  std::ranges::sort(read.fields);
  const auto twice = std::ranges::adjacent_find(read.fields, {}, [](const auto& field) { return field.first; });
  if (twice != read.fields.end()) return refuse(field_twice, "{}", twice->first);
  return read;
}

}  // namespace lotline::exchange
