#include "exchange/epcis_foreign.h"

#include <algorithm>

#include "base/check.h"
#include "base/json_writer.h"
#include "exchange/epcis_event_hash.h"
#include "exchange/epcis_event_reader.h"
#include "exchange/epcis_own.h"
#include "exchange/epcis_reader.h"
#include "exchange/json_dom.h"

namespace lotline::exchange {

namespace {

constexpr std::string_view kStandardContext = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

/// An event by itself, read with its own context, and the prefixes of that.
struct Kept {
  EpcisEvent event;
  EpcisContext::Spaces spaces;
};
Result<Kept> read_kept(const std::string& kept) {
  EpcisReader reader = EpcisReader::of_text(kept, "kept event");
  Kept read;
  TRY(reader.next(read.event));
  read.spaces = reader.document().namespaces;
  return read;
}

/// The prefix that the event's own context gives a namespace; empty when it gives none.
std::string prefix_in(const std::string& kept, std::string_view space) {
  dom::parser parser;
  const simdjson::padded_string padded(kept);
  const auto event = parse_json(parser, padded);
  dom::array contexts;
  if (!event || (*event)["@context"].get(contexts) != simdjson::SUCCESS) return {};
  for (const dom::element context : contexts) {
    dom::object terms;
    if (context.get(terms) != simdjson::SUCCESS) continue;
    for (const auto [prefix, meaning] : terms) {
      std::string_view text;
      if (meaning.get(text) == simdjson::SUCCESS && text == space) return std::string{prefix};
    }
  }
  return {};
}

void write_words(JsonWriter& json, std::string_view name, const std::vector<EpcisWord>& words) {
  if (words.empty()) return;
  json.key(name).begin_array();
  for (const EpcisWord& word : words) json.value(word.word.empty() ? word.uri : word.word);
  json.end_array();
}

std::string persistent_disposition(const EpcisEvent& event) {
  if (event.persistent_set.empty() && event.persistent_unset.empty()) return {};
  JsonWriter json;
  json.begin_object();
  write_words(json, "set", event.persistent_set);
  write_words(json, "unset", event.persistent_unset);
  json.end_object();
  return ",\"persistentDisposition\":" + json.take();
}

bool may_have_ilmd(const OutgoingEvent& event) {
  return event.type == "TransformationEvent" || (event.type == "ObjectEvent" && event.action == "ADD");
}

}  // namespace

std::string self_contained(const EpcisEvent& event, const EpcisContext::Spaces& spaces) {
  std::string text = canonical_event(event).value();
  if (text.contains(R"("@context":)")) return text;
  const EpcisContext standard;
  JsonWriter context;
  context.begin_array().value(kStandardContext).begin_object();
  for (const auto& [prefix, space] : spaces)
    if (!standard.spaces().contains(prefix) && text.contains("\"" + prefix + ":")) context.member(prefix, space);
  context.end_object().end_array();
  return "{\"@context\":" + context.take() + "," + text.substr(1);
}

Result<std::string> with_event_id(const std::string& kept) {
  const Kept read = TRY(read_kept(kept));
  std::string text = kept;
  if (read.event.event_id.empty()) {
    std::string id = "{\"eventID\":";
    append_json_string(id, TRY(epcis_event_hash(read.event, read.spaces)));
    text = id + "," + text.substr(1);
  }
  dom::parser parser;
  const simdjson::padded_string padded(text);
  std::string canonical;
  TRY(append_canonical(canonical, TRY(parse_json(parser, padded))));
  return canonical;
}

std::string hash_of_text(const std::string& text, const std::map<std::string, std::string>& prefixes) {
  EpcisContext context;
  context.declare(kOwnPrefix, kOwnSpace);
  for (const auto& [prefix, space] : prefixes) context.declare(prefix, space);
  EpcisEventReader reader;
  EpcisEvent event;
  event.path = "$";
  const simdjson::padded_string padded(text);
  reader.read(padded, {context, EpcisDocument::Form::capture}, event);
  CHECK(!event.refused());
  return epcis_event_hash(event, context.spaces()).value();
}

std::string ForeignMembers::name_of(const EpcisExtension& extension, const std::string& kept) {
  if (extension.space.empty()) return extension.name;
  const auto known =
      std::ranges::find(prefixes_, extension.space, &std::map<std::string, std::string>::value_type::second);
  if (known != prefixes_.end()) return known->first + ":" + extension.name;
  std::string prefix = prefix_in(kept, extension.space);
  if (prefix.empty() || prefix == kOwnPrefix || prefixes_.contains(prefix))
    prefix = fmt::format("ns{}", prefixes_.size() + 1);
  prefixes_.emplace(prefix, extension.space);
  return prefix + ":" + extension.name;
}

std::string ForeignMembers::members(EpcisExtensions extensions, const std::string& kept) {
  std::erase_if(extensions,
                [](const EpcisExtension& each) { return each.space == kOwnSpace || each.name.starts_with(kOwnSpace); });
  std::ranges::sort(extensions, {}, [](const EpcisExtension& e) { return std::tie(e.space, e.name); });
  std::string text;
  for (const EpcisExtension& each : extensions) {
    text += ",";
    append_json_string(text, name_of(each, kept));
    text.append(":").append(each.json);
  }
  return text;
}

Result<void> ForeignMembers::add(const std::string& kept, OutgoingEvent& event) {
  const EpcisEvent said = TRY(read_kept(kept)).event;
  const std::string marking = members(said.ilmd, kept);
  (may_have_ilmd(event) ? event.ilmd_extras : event.extras) += marking;
  event.extras += persistent_disposition(said);
  if (!said.sensor_elements.empty()) event.extras += ",\"sensorElementList\":" + said.sensor_elements;
  if (!said.certification_info.empty()) event.extras += ",\"certificationInfo\":" + said.certification_info;
  event.extras += members(said.extensions, kept);
  return {};
}

}  // namespace lotline::exchange
