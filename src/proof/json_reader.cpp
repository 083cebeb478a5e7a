#include "proof/json_reader.h"

#include <simdjson.h>

#include <bit>
#include <type_traits>

#include "base/check.h"
#include "base/refusals.h"
#include "base/rounds.h"
#include "proof/refusals.h"

namespace lotline::proof {

namespace dom = simdjson::dom;

static_assert(std::is_trivially_copyable_v<dom::element> && sizeof(dom::element) == sizeof(JsonValue));

struct JsonAccess {
  static dom::element element(const JsonValue& value) { return std::bit_cast<dom::element>(value); }
  static JsonValue value(const dom::element& element) { return std::bit_cast<JsonValue>(element); }
};

namespace {

std::string_view name_of(dom::element_type type) {
  switch (type) {
    case dom::element_type::ARRAY:
      return "an array";
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

/// Says which member a refusal of its value is about.
template <class T>
Result<T> about(std::string_view name, Result<T> result) {
  if (!result) result.error().text += fmt::format(" (member '{}')", name);
  return result;
}

}  // namespace

Result<JsonValue::Type> JsonValue::type() const {
  switch (JsonAccess::element(*this).type()) {
    case dom::element_type::ARRAY:
      return Type::array;
    case dom::element_type::OBJECT:
      return Type::object;
    case dom::element_type::STRING:
      return Type::text;
    case dom::element_type::BOOL:
      return Type::truth;
    case dom::element_type::NULL_VALUE:
      return Type::null;
    default:
      TRY(integer());
      return Type::integer;
  }
}

bool JsonValue::is_null() const { return JsonAccess::element(*this).is_null(); }

Result<std::string_view> JsonValue::text() const {
  const dom::element element = JsonAccess::element(*this);
  std::string_view text;
  if (element.get(text) != simdjson::SUCCESS)
    return refuse(json_type, "{} where a text belongs", name_of(element.type()));
  return text;
}

Result<std::int64_t> JsonValue::integer() const {
  const dom::element element = JsonAccess::element(*this);
  if (!element.is_number()) return refuse(json_type, "{} where an integer belongs", name_of(element.type()));
  std::int64_t number = 0;
  if (element.get(number) != simdjson::SUCCESS) return refuse(json_number, "a fraction, an exponent or too large");
  if (number > kLargestInteger || number < -kLargestInteger) return refuse(json_number, "{}", number);
  return number;
}

Result<bool> JsonValue::truth() const {
  const dom::element element = JsonAccess::element(*this);
  bool truth = false;
  if (element.get(truth) != simdjson::SUCCESS)
    return refuse(json_type, "{} where true or false belongs", name_of(element.type()));
  return truth;
}

Result<std::vector<JsonValue>> JsonValue::items() const {
  const dom::element element = JsonAccess::element(*this);
  dom::array array;
  if (element.get(array) != simdjson::SUCCESS)
    return refuse(json_type, "{} where an array belongs", name_of(element.type()));
  std::vector<JsonValue> items;
  items.reserve(array.size());
  for (const dom::element item : array) items.push_back(JsonAccess::value(item));
  return items;
}

Result<std::vector<JsonMember>> JsonValue::members() const {
  const dom::element element = JsonAccess::element(*this);
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS)
    return refuse(json_type, "{} where an object belongs", name_of(element.type()));
  std::vector<JsonMember> members;
  members.reserve(object.size());
  for (const dom::key_value_pair member : object) members.push_back({member.key, JsonAccess::value(member.value)});
  return members;
}

Result<std::optional<JsonValue>> JsonValue::find(std::string_view name) const {
  const dom::element element = JsonAccess::element(*this);
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS)
    return refuse(json_type, "{} where an object with '{}' belongs", name_of(element.type()), name);
  dom::element found;
  if (object.at_key(name).get(found) != simdjson::SUCCESS) return std::nullopt;
  return JsonAccess::value(found);
}

Result<JsonValue> JsonValue::member(std::string_view name) const {
  const std::optional<JsonValue> found = TRY(find(name));
  if (!found) return refuse(missing_member, "'{}'", name);
  return *found;
}

Result<std::string_view> JsonValue::text_at(std::string_view name) const {
  return about(name, TRY(member(name)).text());
}
Result<std::int64_t> JsonValue::integer_at(std::string_view name) const {
  return about(name, TRY(member(name)).integer());
}
Result<bool> JsonValue::truth_at(std::string_view name) const { return about(name, TRY(member(name)).truth()); }
Result<std::vector<JsonValue>> JsonValue::items_at(std::string_view name) const {
  return about(name, TRY(member(name)).items());
}

struct JsonParser::State {
  dom::parser parser;
};

JsonParser::JsonParser() : state_(std::make_unique<State>()) {
  // simdjson counts the document itself as a level.
  CHECK(state_->parser.allocate(4096, kDeepest + 1) == simdjson::SUCCESS);
}
JsonParser::JsonParser(JsonParser&&) noexcept = default;
JsonParser& JsonParser::operator=(JsonParser&&) noexcept = default;
JsonParser::~JsonParser() = default;

Result<JsonValue> JsonParser::parse(std::string_view json) {
  if (json.empty()) json = "";  // simdjson copies it, and from nowhere nothing may be copied
  dom::element root;
  const simdjson::error_code error = state_->parser.parse(json.data(), json.size()).get(root);
  if (error == simdjson::UTF8_ERROR) return refuse(bad_encoding);
  if (error == simdjson::DEPTH_ERROR) return refuse(json_too_deep);
  if (error == simdjson::NUMBER_ERROR) return refuse(json_number, "{}", simdjson::error_message(error));
  if (error != simdjson::SUCCESS) return refuse(bad_json, "{}", simdjson::error_message(error));
  return JsonAccess::value(root);
}

}  // namespace lotline::proof
