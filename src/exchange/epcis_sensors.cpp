// Sensor elements and certificates: the second half of epcis_fields.h. They are judged and kept as they stand.

#include <array>

#include "exchange/epcis_fields.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

constexpr auto kElement = std::to_array<std::string_view>({"sensorMetadata", "sensorReport"});
constexpr auto kMetadata = std::to_array<std::string_view>(
    {"time", "startTime", "endTime", "deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "bizRules"});
constexpr auto kReport = std::to_array<std::string_view>({"type",
                                                          "exception",
                                                          "deviceID",
                                                          "deviceMetadata",
                                                          "rawData",
                                                          "dataProcessingMethod",
                                                          "bizRules",
                                                          "time",
                                                          "microorganism",
                                                          "chemicalSubstance",
                                                          "coordinateReferenceSystem",
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
                                                          "uom"});

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

Result<std::string> canonical(const dom::element& value) {
  std::string text;
  TRY(append_canonical(text, value));
  return text;
}

}  // namespace

void EpcisFields::sensor_metadata(const JsonPlace& at, const dom::element& value) {
  const auto members = object(at, value);
  if (!members) return;
  EpcisExtensions passed;
  for (const auto [name, each] : *members) {
    const JsonPlace here{&at, name};
    if (is_any(name, {"time", "startTime", "endTime"}))
      time(here, each);
    else if (std::ranges::find(kMetadata, name) != kMetadata.end())
      uri(here, each);
    else
      extension(here, each, passed, kMetadata);
  }
}

void EpcisFields::sensor_report(const JsonPlace& at, const dom::element& value) {
  const auto members = object(at, value);
  if (!members) return;
  EpcisExtensions passed;
  for (const auto [name, each] : *members) {
    const JsonPlace here{&at, name};
    if (name == "type")
      word(here, each, EpcisVocabulary::measurement);
    else if (name == "exception")
      word(here, each, EpcisVocabulary::alert);
    else if (name == "component")
      word(here, each, EpcisVocabulary::component);
    else if (name == "time")
      time(here, each);
    else if (is_any(name, {"value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"}))
      number(here, each);
    else if (is_any(name, {"stringValue", "uom"}))
      text(here, each);
    else if (name == "booleanValue")
      truth(here, each);
    else if (name == "hexBinaryValue")
      hexadecimal(here, each);
    else if (std::ranges::find(kReport, name) != kReport.end())
      uri(here, each);
    else
      extension(here, each, passed, kReport);
  }
  require(at, *members, {"type"});
}

std::string EpcisFields::sensor_elements(const JsonPlace& at, const dom::element& value) {
  const auto items = list(at, value);
  if (!items) return {};
  EpcisExtensions passed;
  std::int64_t item = 0;
  for (const dom::element each : *items) {
    const JsonPlace place{&at, {}, item++};
    const auto members = object(place, each);
    if (!members) continue;
    for (const auto [name, of] : *members) {
      const JsonPlace here{&place, name};
      if (name == "sensorMetadata") {
        sensor_metadata(here, of);
      } else if (name == "sensorReport") {
        const auto reports = list(here, of, 1);
        if (!reports) continue;
        std::int64_t report = 0;
        for (const dom::element one : *reports) sensor_report({&here, {}, report++}, one);
      } else {
        extension(here, of, passed, kElement);
      }
    }
    require(place, *members, {"sensorReport"});
  }
  return judge_.value(at, canonical(value)).value_or(std::string{});
}

std::string EpcisFields::certification_info(const JsonPlace& at, const dom::element& value) {
  if (!value.is_array()) {
    uri(at, value);
  } else {
    std::int64_t item = 0;
    for (const dom::element each : dom::array(value)) {
      const JsonPlace here{&at, {}, item++};
      if (!each.is_object()) {
        uri(here, each);
        continue;
      }
      // The details of a certificate by the GS1 Web Vocabulary, which EPCIS 2.0.1 lets stand here.
      const auto members = object(here, each);
      if (members) require(here, *members, {"gs1:CertificationDetails"});
    }
  }
  return judge_.value(at, canonical(value)).value_or(std::string{});
}

}  // namespace lotline::exchange
