#include "exchange/epcis_fields.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "exchange/epcis_formats.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

Result<double> number_of(const dom::element& value) {
  double number = 0;
  if (value.get(number) != simdjson::SUCCESS)
    return refuse(epcis_member_type, "{} where a number belongs", kind_of(value));
  return number;
}

Result<double> quantity_of(const dom::element& value) {
  const double number = TRY(number_of(value));
  if (!(number > 0)) return refuse(epcis_bad_quantity, "{}", number);
  return number;
}

Result<void> truth_of(const dom::element& value) {
  if (!value.is_bool()) return refuse(epcis_member_type, "{} where true or false belongs", kind_of(value));
  return {};
}

Result<void> hexadecimal_of(std::string_view text) {
  const bool all = !text.empty() && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  if (!all) return refuse(epcis_bad_hexadecimal, "\"{}\"", text);
  return {};
}

/// Refuses a member that is neither of the standard nor named by a URI.
Result<void> may_stand(std::string_view member, std::span<const std::string_view> known) {
  if (!is_uri(member)) {
    const auto nearest = nearest_word(member, known);
    return refuse(epcis_member_unknown, "\"{}\"{}", member,
                  nearest.empty() ? std::string{} : fmt::format("; {} is one", nearest));
  }
  return {};
}

Result<void> prefix_known(const EpcisName& name) {
  if (!name.declared) return refuse(epcis_unknown_prefix, "\"{}\"", name.space);
  return {};
}

Result<void> is_there(const dom::object& object, std::string_view member) {
  if (object[member].error() != simdjson::SUCCESS) return refuse(epcis_member_missing, "{}", member);
  return {};
}

Result<void> has_items(const dom::array& list, std::size_t at_least) {
  if (list.size() < at_least) return refuse(epcis_list_empty);
  return {};
}

Result<void> says_something(const dom::object& persistent) {
  if (persistent.size() == 0) return refuse(epcis_member_missing, "set or unset");
  return {};
}

Result<void> is_known(std::string_view member, std::span<const std::string_view> known) {
  if (std::ranges::find(known, member) == known.end()) return refuse(epcis_member_unknown, "\"{}\"", member);
  return {};
}

/// Refuses texts of which two are the same.
Result<void> texts_differ(std::vector<std::string_view> texts) {
  std::ranges::sort(texts);
  const auto twice = std::ranges::adjacent_find(texts);
  if (twice != texts.end()) return refuse(epcis_item_repeated, "{}", *twice);
  return {};
}

/// Puts a name and its value among the extensions.
Result<void> add_extension(const EpcisName& name, const dom::element& value, EpcisExtensions& extensions) {
  EpcisExtension extension{std::string{name.space}, std::string{name.name}, {}, {}};
  TRY(append_canonical(extension.json, value));
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS)
    extension.text = text;
  else if (value.is_number() || value.is_bool())
    extension.text = extension.json;
  extensions.push_back(std::move(extension));
  return {};
}

}  // namespace

std::string EpcisFields::text(const JsonPlace& at, const dom::element& value) {
  return std::string{judge_.value(at, text_of(value)).value_or(std::string_view{})};
}

std::optional<EpcisTime> EpcisFields::time(const JsonPlace& at, const dom::element& value) {
  const auto written = judge_.value(at, text_of(value));
  return written ? judge_.value(at, parse_epcis_time(*written)) : std::nullopt;
}

std::string EpcisFields::uri(const JsonPlace& at, const dom::element& value) {
  const auto written = judge_.value(at, text_of(value));
  const auto checked = written ? judge_.value(at, parse_uri(*written)) : std::nullopt;
  return std::string{checked.value_or(std::string_view{})};
}

std::vector<std::string> EpcisFields::uris(const JsonPlace& at, const dom::element& value) {
  std::vector<std::string> result;
  const auto items = list(at, value);
  if (!items) return result;
  std::int64_t item = 0;
  for (const dom::element each : *items) result.push_back(uri({&at, {}, item++}, each));
  return result;
}

EpcisWord EpcisFields::word(const JsonPlace& at, const dom::element& value, EpcisVocabulary vocabulary) {
  const auto written = judge_.value(at, text_of(value));
  auto found = written ? judge_.value(at, read_epcis_word(vocabulary, *written, context_)) : std::nullopt;
  if (!found) return {};
  judge_.note_unless(at, known_to_cbv(*found));
  return *std::move(found);
}

void EpcisFields::number(const JsonPlace& at, const dom::element& value) { judge_.value(at, number_of(value)); }
void EpcisFields::truth(const JsonPlace& at, const dom::element& value) { judge_.holds(at, truth_of(value)); }
void EpcisFields::hexadecimal(const JsonPlace& at, const dom::element& value) {
  if (const auto written = judge_.value(at, text_of(value))) judge_.holds(at, hexadecimal_of(*written));
}

EpcisIdentifier EpcisFields::identifier(const JsonPlace& at, const dom::element& value) {
  const auto written = judge_.value(at, text_of(value));
  const auto checked = written ? judge_.value(at, parse_uri(*written)) : std::nullopt;
  if (!checked) return {};
  EpcisIdentifier id = read_epcis_identifier(*checked);
  if (id.fault) judge_.noted(at, *id.fault);
  return id;
}

std::vector<EpcisIdentifier> EpcisFields::identifiers(const JsonPlace& at, const dom::element& value, bool all_differ) {
  std::vector<EpcisIdentifier> result;
  const auto items = list(at, value);
  if (!items) return result;
  result.reserve(items->size());
  std::vector<std::string_view> written;
  std::int64_t item = 0;
  for (const dom::element each : *items) {
    const JsonPlace here{&at, {}, item++};
    EpcisIdentifier id = identifier(here, each);
    if (id.empty()) continue;
    written.emplace_back(each.get_string().value_unsafe());
    result.push_back(std::move(id));
  }
  if (!all_differ) return result;
  // The same text twice is refused; the same thing in two spellings is valid, and named once.
  if (!judge_.holds(at, texts_differ(written))) return result;
  std::vector<std::string_view> canonical;
  for (const auto& id : result) canonical.emplace_back(id.canonical);
  const auto differ = texts_differ(canonical);
  if (differ) return result;
  judge_.note_unless(at, differ);
  std::set<std::string> seen;
  std::erase_if(result, [&](const EpcisIdentifier& id) { return !seen.insert(id.canonical).second; });
  return result;
}

EpcisQuantity EpcisFields::quantity(const JsonPlace& at, const dom::element& value) {
  static constexpr auto kNames = std::to_array<std::string_view>({"epcClass", "quantity", "uom"});
  EpcisQuantity result;
  const auto members = object(at, value);
  if (!members) return result;
  for (const auto [name, each] : *members) {
    const JsonPlace here{&at, name};
    if (name == "epcClass") {
      result.epc_class = identifier(here, each);
    } else if (name == "quantity") {
      result.quantity = judge_.value(here, quantity_of(each));
    } else if (name == "uom") {
      const auto written = judge_.value(here, text_of(each));
      if (written && judge_.value(here, parse_uom(*written))) result.uom = *written;
    } else {
      no_other(here, kNames);
    }
  }
  require(at, *members, {"epcClass"});
  return result;
}

std::vector<EpcisQuantity> EpcisFields::quantities(const JsonPlace& at, const dom::element& value) {
  std::vector<EpcisQuantity> result;
  const auto items = list(at, value);
  if (!items) return result;
  std::int64_t item = 0;
  for (const dom::element each : *items) result.push_back(quantity({&at, {}, item++}, each));
  return result;
}

std::vector<EpcisTransaction> EpcisFields::transactions(const JsonPlace& at, const dom::element& value,
                                                        std::size_t at_least) {
  static constexpr auto kNames = std::to_array<std::string_view>({"type", "bizTransaction"});
  std::vector<EpcisTransaction> result;
  const auto items = list(at, value, at_least);
  if (!items) return result;
  std::int64_t item = 0;
  for (const dom::element each : *items) {
    const JsonPlace place{&at, {}, item++};
    const auto members = object(place, each);
    if (!members) continue;
    EpcisTransaction& transaction = result.emplace_back();
    for (const auto [name, of] : *members) {
      const JsonPlace here{&place, name};
      if (name == "type")
        transaction.type = word(here, of, EpcisVocabulary::transaction_type);
      else if (name == "bizTransaction")
        transaction.id = identifier(here, of);
      else
        no_other(here, kNames);
    }
    require(place, *members, {"bizTransaction"});
  }
  return result;
}

std::vector<EpcisEndpoint> EpcisFields::endpoints(const JsonPlace& at, const dom::element& value,
                                                  std::string_view member) {
  const std::array<std::string_view, 2> names{"type", member};
  std::vector<EpcisEndpoint> result;
  const auto items = list(at, value);
  if (!items) return result;
  std::int64_t item = 0;
  for (const dom::element each : *items) {
    const JsonPlace place{&at, {}, item++};
    const auto members = object(place, each);
    if (!members) continue;
    EpcisEndpoint& endpoint = result.emplace_back();
    for (const auto [name, of] : *members) {
      const JsonPlace here{&place, name};
      if (name == "type")
        endpoint.type = word(here, of, EpcisVocabulary::endpoint_type);
      else if (name == member)
        endpoint.id = identifier(here, of);
      else
        no_other(here, names);
    }
    require(place, *members, {"type", member});
  }
  return result;
}

EpcisIdentifier EpcisFields::location(const JsonPlace& at, const dom::element& value, EpcisExtensions& extensions) {
  EpcisIdentifier result;
  const auto members = object(at, value);
  if (!members) return result;
  for (const auto [name, each] : *members) {
    const JsonPlace here{&at, name};
    if (name == "id")
      result = identifier(here, each);
    else
      keep(here, each, extensions);
  }
  require(at, *members, {"id"});
  return result;
}

std::vector<EpcisWord> EpcisFields::dispositions(const JsonPlace& at, const dom::element& value) {
  std::vector<EpcisWord> result;
  const auto items = list(at, value, 1);
  if (!items) return result;
  std::int64_t item = 0;
  for (const dom::element each : *items) result.push_back(word({&at, {}, item++}, each, EpcisVocabulary::disposition));
  std::erase_if(result, [](const EpcisWord& each) { return each.empty(); });
  std::vector<std::string_view> words;
  for (const auto& each : result) words.emplace_back(each.uri);
  judge_.holds(at, texts_differ(words));
  return result;
}

void EpcisFields::persistent(const JsonPlace& at, const dom::element& value, EpcisEvent& event) {
  static constexpr auto kNames = std::to_array<std::string_view>({"set", "unset"});
  const auto members = object(at, value);
  if (!members) return;
  for (const auto [name, each] : *members) {
    const JsonPlace here{&at, name};
    if (name == "set")
      event.persistent_set = dispositions(here, each);
    else if (name == "unset")
      event.persistent_unset = dispositions(here, each);
    else
      no_other(here, kNames);
  }
  judge_.complete(at, says_something(*members));
}

std::optional<EpcisErrorDeclaration> EpcisFields::error_declaration(const JsonPlace& at, const dom::element& value) {
  static constexpr auto kNames = std::to_array<std::string_view>({"declarationTime", "reason", "correctiveEventIDs"});
  const auto members = object(at, value);
  if (!members) return std::nullopt;
  EpcisErrorDeclaration result;
  for (const auto [name, each] : *members) {
    const JsonPlace here{&at, name};
    if (name == "declarationTime")
      result.time = time(here, each).value_or(EpcisTime{});
    else if (name == "reason")
      result.reason = word(here, each, EpcisVocabulary::error_reason);
    else if (name == "correctiveEventIDs")
      result.corrected_by = uris(here, each);
    else
      extension(here, each, result.extensions, kNames);
  }
  require(at, *members, {"declarationTime"});
  return result;
}

EpcisExtensions EpcisFields::ilmd(const JsonPlace& at, const dom::element& value) {
  EpcisExtensions result;
  const auto members = object(at, value);
  if (!members) return result;
  for (const auto [name, each] : *members) extension({&at, name}, each, result, {});
  return result;
}

void EpcisFields::extension(const JsonPlace& at, const dom::element& value, EpcisExtensions& extensions,
                            std::span<const std::string_view> known) {
  if (!judge_.holds(at, may_stand(at.member, known))) return;
  judge_.note_unless(at, prefix_known(context_.split(at.member)));
  keep(at, value, extensions);
}

void EpcisFields::keep(const JsonPlace& at, const dom::element& value, EpcisExtensions& extensions) {
  judge_.holds(at, add_extension(context_.split(at.member), value, extensions));
}

void EpcisFields::no_other(const JsonPlace& at, std::span<const std::string_view> known) {
  judge_.holds(at, is_known(at.member, known));
}

void EpcisFields::require(const JsonPlace& at, const dom::object& object,
                          std::initializer_list<std::string_view> members) {
  for (const auto member : members) judge_.holds(at, is_there(object, member));
}

std::optional<dom::object> EpcisFields::object(const JsonPlace& at, const dom::element& value) {
  auto members = judge_.value(at, object_of(value));
  if (members && !judge_.holds(at, members_differ(*members))) return std::nullopt;
  return members;
}

std::optional<dom::array> EpcisFields::list(const JsonPlace& at, const dom::element& value, std::size_t at_least) {
  auto items = judge_.value(at, list_of(value));
  if (items && !judge_.holds(at, has_items(*items, at_least))) return std::nullopt;
  return items;
}

}  // namespace lotline::exchange
