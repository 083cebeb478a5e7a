#include "exchange/epcis_context_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "exchange/epcis_formats.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

Result<void> is_context(const dom::element& value) {
  if (!value.is_string() && !value.is_object())
    return refuse(epcis_member_type, "{} where an address, an object or a list of them belongs", kind_of(value));
  return {};
}

/// The item as canonical text; refused when it was met before.
Result<void> meet(const dom::element& value, std::vector<std::string>& met) {
  std::string text;
  TRY(append_canonical(text, value));
  if (std::ranges::find(met, text) != met.end()) return refuse(epcis_item_repeated, "{}", text);
  met.push_back(std::move(text));
  return {};
}

void declare(const dom::object& terms, EpcisContext& context) {
  for (const auto [prefix, meaning] : terms) {
    std::string_view space;
    dom::element id = meaning;
    if (meaning.is_object() && meaning["@id"].get(id) != simdjson::SUCCESS) continue;
    if (id.get(space) == simdjson::SUCCESS && !prefix.starts_with('@')) context.declare(prefix, space);
  }
}

void read_one(EpcisJudge& judge, const JsonPlace& at, const dom::element& value, EpcisContext& context) {
  if (!judge.holds(at, is_context(value))) return;
  std::string_view address;
  if (value.get(address) == simdjson::SUCCESS)
    judge.value(at, parse_uri(address));
  else
    declare(dom::object(value), context);
}

}  // namespace

void read_epcis_context(EpcisJudge& judge, const JsonPlace& at, const dom::element& value, EpcisContext& context) {
  if (!value.is_array()) {
    read_one(judge, at, value, context);
    return;
  }
  std::vector<std::string> met;
  std::int64_t item = 0;
  for (const dom::element each : dom::array(value)) {
    const JsonPlace here{&at, {}, item++};
    judge.holds(here, meet(each, met));
    read_one(judge, here, each, context);
  }
}

}  // namespace lotline::exchange
