#include "exchange/epcis_event_hash.h"

#include <algorithm>
#include <array>
#include <vector>

#include "exchange/epcis_context_reader.h"
#include "exchange/epcis_hash_value.h"
#include "exchange/epcis_vocabulary.h"
#include "exchange/json_dom.h"
#include "proof/sha256.h"

namespace lotline::exchange {

namespace {

using Texts = std::vector<std::string>;

/// In the order of their bytes, one after another.
std::string sorted(Texts texts) {
  std::ranges::sort(texts);
  std::string all;
  for (const auto& text : texts) all += text;
  return all;
}

constexpr auto kQuantity = std::to_array<std::string_view>({"epcClass", "quantity", "uom"});
constexpr auto kMetadata = std::to_array<std::string_view>(
    {"time", "startTime", "endTime", "deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "bizRules"});
constexpr auto kReport = std::to_array<std::string_view>({"type",
                                                          "exception",
                                                          "deviceID",
                                                          "deviceMetadata",
                                                          "rawData",
                                                          "dataProcessingMethod",
                                                          "time",
                                                          "microorganism",
                                                          "chemicalSubstance",
                                                          "value",
                                                          "component",
                                                          "stringValue",
                                                          "booleanValue",
                                                          "hexBinaryValue",
                                                          "uriValue",
                                                          "minValue",
                                                          "maxValue",
                                                          "meanValue",
                                                          "sDev",
                                                          "percRank",
                                                          "percValue",
                                                          "uom",
                                                          "coordinateReferenceSystem"});

/// Members of an event in the canonical order, but for sources, destinations and ilmd.
constexpr auto kBefore = std::to_array<std::string_view>({"eventTime",
                                                          "eventTimeZoneOffset",
                                                          "certificationInfo",
                                                          "epcList",
                                                          "parentID",
                                                          "inputEPCList",
                                                          "childEPCs",
                                                          "quantityList",
                                                          "childQuantityList",
                                                          "inputQuantityList",
                                                          "outputEPCList",
                                                          "outputQuantityList",
                                                          "action",
                                                          "transformationID",
                                                          "bizStep",
                                                          "disposition",
                                                          "persistentDisposition",
                                                          "readPoint",
                                                          "bizLocation",
                                                          "bizTransactionList"});
constexpr auto kLeftOut =
    std::to_array<std::string_view>({"@context", "eventID", "recordTime", "errorDeclaration", "type", "rdfs:comment"});

bool among(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// What is hashed of one event, as far as it has come.
class Prehash {
 public:
  explicit Prehash(const EpcisContext& context) : context_(context) {}

  std::string of(const dom::object& event, EpcisHashOrder order);

 private:
  std::string member(std::string_view name, const dom::element& value);
  std::string epcs(std::string_view name, const dom::array& items);
  std::string quantities(std::string_view name, const dom::array& items);
  std::string typed(std::string_view name, const dom::array& items, EpcisVocabulary types, std::string_view id);
  std::string persistent(const dom::object& value);
  std::string place(std::string_view name, const dom::object& value);
  std::string sensors(const dom::array& items);
  std::string regular(const dom::object& object, std::span<const std::string_view> order);
  std::string sensor_field(std::string_view name, const dom::element& value);
  std::string word(std::string_view name, const dom::element& value, EpcisVocabulary vocabulary);
  Texts others(const dom::object& object, std::span<const std::string_view> known);
  std::string extension(std::string_view name, const dom::element& value);

  const EpcisContext& context_;
  Texts extensions_;
};

std::string Prehash::word(std::string_view name, const dom::element& value, EpcisVocabulary vocabulary) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return {};
  const auto found = read_epcis_word(vocabulary, text, context_);
  return fmt::format("{}={}", name, found ? found->uri : std::string{text});
}

std::string Prehash::epcs(std::string_view name, const dom::array& items) {
  if (items.size() == 0) return {};
  Texts texts;
  for (const dom::element item : items) texts.push_back("epc=" + hash_value(item));
  return std::string{name} + sorted(std::move(texts));
}

/// The members of that order that are there, each with its value.
std::string Prehash::regular(const dom::object& object, std::span<const std::string_view> order) {
  std::string text;
  dom::element value;
  for (const auto name : order)
    if (object[name].get(value) == simdjson::SUCCESS) text += sensor_field(name, value);
  return text;
}

std::string Prehash::sensor_field(std::string_view name, const dom::element& value) {
  if (name == "type") return word(name, value, EpcisVocabulary::measurement);
  if (name == "exception") return word(name, value, EpcisVocabulary::alert);
  if (name == "component") return word(name, value, EpcisVocabulary::component);
  return fmt::format("{}={}", name, hash_value(value));
}

std::string Prehash::quantities(std::string_view name, const dom::array& items) {
  if (items.size() == 0) return {};
  Texts texts;
  dom::object quantity;
  for (const dom::element item : items)
    if (item.get(quantity) == simdjson::SUCCESS) texts.push_back("quantityElement" + regular(quantity, kQuantity));
  return std::string{name} + sorted(std::move(texts));
}

std::string Prehash::typed(std::string_view name, const dom::array& items, EpcisVocabulary types, std::string_view id) {
  if (items.size() == 0) return {};
  Texts texts;
  dom::object object;
  for (const dom::element item : items) {
    if (item.get(object) != simdjson::SUCCESS) continue;
    std::string& text = texts.emplace_back();
    dom::element value;
    if (object["type"].get(value) == simdjson::SUCCESS) text += word("type", value, types);
    if (object[id].get(value) == simdjson::SUCCESS) text += fmt::format("{}={}", id, hash_value(value));
  }
  return std::string{name} + sorted(std::move(texts));
}

std::string Prehash::persistent(const dom::object& value) {
  std::string text = "persistentDisposition";
  dom::array items;
  for (const std::string_view name : {"set", "unset"}) {
    if (value[name].get(items) != simdjson::SUCCESS) continue;
    Texts words;
    for (const dom::element item : items) words.push_back(word(name, item, EpcisVocabulary::disposition));
    text += sorted(std::move(words));
  }
  return text;
}

std::string Prehash::place(std::string_view name, const dom::object& value) {
  static constexpr auto kId = std::to_array<std::string_view>({"id"});
  if (auto more = others(value, kId); !more.empty()) extensions_.push_back(std::string{name} + sorted(std::move(more)));
  return std::string{name} + regular(value, kId);
}

/// The sensor elements; what they hold beyond the standard goes to the end of the event, with the names around it.
std::string Prehash::sensors(const dom::array& items) {
  static constexpr auto kElement = std::to_array<std::string_view>({"sensorMetadata", "sensorReport"});
  if (items.size() == 0) return {};
  Texts elements, all_more;
  for (const dom::element item : items) {
    dom::object element, metadata;
    dom::array reports;
    if (item.get(element) != simdjson::SUCCESS) continue;
    std::string text = "sensorElement";
    Texts more = others(element, kElement);
    if (element["sensorMetadata"].get(metadata) == simdjson::SUCCESS) {
      text += "sensorMetadata" + regular(metadata, kMetadata);
      if (auto beyond = others(metadata, kMetadata); !beyond.empty())
        more.push_back("sensorMetadata" + sorted(std::move(beyond)));
    }
    Texts told;
    if (element["sensorReport"].get(reports) == simdjson::SUCCESS)
      for (const dom::element each : reports) {
        dom::object report;
        if (each.get(report) != simdjson::SUCCESS) continue;
        told.push_back("sensorReport" + regular(report, kReport));
        if (auto beyond = others(report, kReport); !beyond.empty())
          more.push_back("sensorReport" + sorted(std::move(beyond)));
      }
    elements.push_back(text + sorted(std::move(told)));
    if (!more.empty()) all_more.push_back("sensorElement" + sorted(std::move(more)));
  }
  if (!all_more.empty()) extensions_.push_back("sensorElementList" + sorted(std::move(all_more)));
  return "sensorElementList" + sorted(std::move(elements));
}

/// What an object holds beyond the members known, each as it is hashed.
Texts Prehash::others(const dom::object& object, std::span<const std::string_view> known) {
  Texts texts;
  for (const auto [name, value] : object)
    if (!among(name, known)) texts.push_back(extension(name, value));
  return texts;
}

std::string Prehash::extension(std::string_view name, const dom::element& value) {
  // What declares a namespace, and what is said to the reader alone, is no part of the event.
  if (name.starts_with("@xmlns") || name == "rdfs:comment" || name == "comment") return {};
  if (name == "#text") return "=" + hash_value(value);
  const EpcisName parts = context_.split(name);
  const bool prefixed = parts.declared && !parts.space.empty() && !name.contains("://");
  const std::string key = prefixed ? fmt::format("{{{}}}{}", parts.space, parts.name) : std::string{name};
  dom::object object;
  if (value.get(object) == simdjson::SUCCESS) return key + sorted(others(object, {}));
  dom::array items;
  if (value.get(items) != simdjson::SUCCESS) return fmt::format("{}={}", key, hash_value(value));
  Texts texts;
  for (const dom::element item : items) texts.push_back(extension(name, item));
  return sorted(std::move(texts));
}

std::string Prehash::member(std::string_view name, const dom::element& value) {
  dom::array items;
  dom::object object;
  const bool list = value.get(items) == simdjson::SUCCESS;
  const bool whole = value.get(object) == simdjson::SUCCESS;
  if (name == "bizStep") return word(name, value, EpcisVocabulary::biz_step);
  if (name == "disposition") return word(name, value, EpcisVocabulary::disposition);
  if (list && name == "bizTransactionList")
    return typed(name, items, EpcisVocabulary::transaction_type, "bizTransaction");
  if (list && name == "sourceList") return typed(name, items, EpcisVocabulary::endpoint_type, "source");
  if (list && name == "destinationList") return typed(name, items, EpcisVocabulary::endpoint_type, "destination");
  if (list && name == "sensorElementList") return sensors(items);
  if (list && name.ends_with("uantityList")) return quantities(name, items);
  if (list && (name.ends_with("EPCList") || name == "epcList" || name == "childEPCs")) return epcs(name, items);
  if (whole && name == "persistentDisposition") return persistent(object);
  if (whole && (name == "readPoint" || name == "bizLocation")) return place(name, object);
  if (whole && name == "ilmd") return "ilmd" + sorted(others(object, {}));
  return extension(name, value);
}

std::string Prehash::of(const dom::object& event, EpcisHashOrder order) {
  std::vector<std::string_view> names(kBefore.begin(), kBefore.end());
  const bool source_first = order == EpcisHashOrder::source_first;
  names.insert(names.end(), {source_first ? "sourceList" : "destinationList",
                             source_first ? "destinationList" : "sourceList", "sensorElementList", "ilmd"});
  std::string text;
  dom::element value;
  if (event["type"].get(value) == simdjson::SUCCESS) text = "eventType=" + hash_value(value);
  for (const auto name : names)
    if (event[name].get(value) == simdjson::SUCCESS) text += member(name, value);
  names.insert(names.end(), kLeftOut.begin(), kLeftOut.end());
  for (auto& other : others(event, names)) extensions_.push_back(std::move(other));
  return text + sorted(std::move(extensions_));
}

/// The namespaces that events converted from XML declare where they use them.
void declare_xml_names(const dom::element& value, EpcisContext& context) {
  dom::object object;
  dom::array items;
  if (value.get(object) == simdjson::SUCCESS) {
    for (const auto [name, each] : object) {
      std::string_view space;
      if (name.starts_with("@xmlns:") && each.get(space) == simdjson::SUCCESS)
        context.declare(name.substr(7), space);
      else
        declare_xml_names(each, context);
    }
  } else if (value.get(items) == simdjson::SUCCESS) {
    for (const dom::element each : items) declare_xml_names(each, context);
  }
}

}  // namespace

Result<std::string> epcis_prehash(const EpcisEvent& event, const EpcisContext::Spaces& namespaces,
                                  EpcisHashOrder order) {
  dom::parser parser;
  const simdjson::padded_string padded(event.json);
  const dom::element element = TRY(parse_json(parser, padded));
  const dom::object object = TRY(object_of(element));
  EpcisContext context;
  for (const auto& [prefix, space] : namespaces) context.declare(prefix, space);
  dom::element own;
  std::vector<EpcisFinding> passed;
  EpcisJudge judge(passed, event.index, event.path);
  if (object["@context"].get(own) == simdjson::SUCCESS) read_epcis_context(judge, {}, own, context);
  declare_xml_names(element, context);
  return Prehash(context).of(object, order);
}

Result<std::string> epcis_event_hash(const EpcisEvent& event, const EpcisContext::Spaces& namespaces,
                                     EpcisHashOrder order) {
  const std::string text = TRY(epcis_prehash(event, namespaces, order));
  return fmt::format("ni:///sha-256;{}?ver=CBV2.0", proof::to_hex(proof::sha256(text)));
}

}  // namespace lotline::exchange
