#include "exchange/epcis_document_reader.h"

#include <algorithm>
#include <array>

#include "exchange/epcis_context_reader.h"
#include "exchange/epcis_fields.h"
#include "exchange/epcis_formats.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

constexpr auto kCapture =
    std::to_array<std::string_view>({"@context", "id", "type", "schemaVersion", "creationDate", "instanceIdentifier",
                                     "sender", "receiver", "epcisHeader", "epcisBody"});
constexpr auto kQuery =
    std::to_array<std::string_view>({"@context", "id", "type", "schemaVersion", "creationDate", "epcisBody"});
constexpr auto kHeader = std::to_array<std::string_view>({"epcisMasterData"});
constexpr auto kQueryBody = std::to_array<std::string_view>({"queryResults"});
constexpr auto kResults = std::to_array<std::string_view>({"queryName", "subscriptionID", "resultsBody"});
constexpr auto kResultsBody = std::to_array<std::string_view>({"eventList", "vocabularyList"});

Result<void> version_written(std::string_view text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
  if (!digits || text.front() == '.' || text.back() == '.' || text.contains(".."))
    return refuse(epcis_bad_version, "\"{}\"", text);
  return {};
}

Result<void> is_document(std::string_view type) {
  if (type != "EPCISDocument" && type != "EPCISQueryDocument")
    return refuse(epcis_unknown_type, "a document with events is an EPCISDocument or an EPCISQueryDocument, not \"{}\"",
                  type);
  return {};
}

Result<void> no_results_in(const dom::object& body) {
  if (body["queryResults"].error() == simdjson::SUCCESS)
    return refuse(epcis_member_unknown, "queryResults are of an EPCISQueryDocument");
  return {};
}

Result<void> is_attribute(const dom::element& value) {
  if (!value.is_number() && !value.is_string() && !value.is_object())
    return refuse(epcis_member_type, "{} where a number, a text or an object belongs", kind_of(value));
  return {};
}

class DocumentFiller {
 public:
  DocumentFiller(EpcisJudge& judge, EpcisContext& context, EpcisDocument& document)
      : judge_(judge), context_(context), fields_(judge, context), document_(document) {}

  void fill(const dom::object& object, std::string_view type);

 private:
  void member(const JsonPlace& at, const dom::element& value);
  void capture_body(const JsonPlace& at, const dom::element& value);
  void query_body(const JsonPlace& at, const dom::element& value);
  void results(const JsonPlace& at, const dom::element& value);
  void results_body(const JsonPlace& at, const dom::element& value);
  void header(const JsonPlace& at, const dom::element& value);
  void vocabularies(const JsonPlace& at, const dom::element& value);
  void vocabulary(const JsonPlace& at, const dom::element& value);
  void vocabulary_element(const JsonPlace& at, const dom::element& value);
  void attributes(const JsonPlace& at, const dom::element& value);
  void document_id(const JsonPlace& at, const dom::element& value);
  void keep_master_data(const JsonPlace& at, const dom::element& value);

  EpcisJudge& judge_;
  EpcisContext& context_;
  EpcisFields fields_;
  EpcisDocument& document_;
};

void DocumentFiller::document_id(const JsonPlace& at, const dom::element& value) {
  std::string_view text;
  // A blank node of JSON-LD names the document within itself.
  if (value.get(text) == simdjson::SUCCESS && text.starts_with("_:"))
    document_.id = text;
  else
    document_.id = fields_.uri(at, value);
}

void DocumentFiller::member(const JsonPlace& at, const dom::element& value) {
  const bool query = document_.form == EpcisDocument::Form::query;
  const std::string_view name = at.member;
  if (name == "@context" || name == "type") return;
  if (name == "id") {
    document_id(at, value);
  } else if (name == "schemaVersion") {
    document_.schema_version = fields_.text(at, value);
    if (value.is_string()) judge_.holds(at, version_written(document_.schema_version));
  } else if (name == "creationDate") {
    document_.creation_date = fields_.time(at, value);
  } else if (name == "epcisBody") {
    query ? query_body(at, value) : capture_body(at, value);
  } else if (!query && name == "epcisHeader") {
    header(at, value);
  } else if (!query && name == "instanceIdentifier") {
    document_.instance_identifier = fields_.text(at, value);
  } else if (!query && name == "sender") {
    document_.sender = fields_.text(at, value);
  } else if (!query && name == "receiver") {
    document_.receiver = fields_.text(at, value);
  } else {
    fields_.extension(at, value, document_.extensions,
                      query ? std::span<const std::string_view>(kQuery) : std::span<const std::string_view>(kCapture));
  }
}

void DocumentFiller::fill(const dom::object& object, std::string_view type) {
  const JsonPlace root{};
  dom::element context;
  if (object["@context"].get(context) == simdjson::SUCCESS)
    read_epcis_context(judge_, {&root, "@context"}, context, context_);
  judge_.holds({&root, "type"}, is_document(type));
  for (const auto [name, value] : object) member({&root, name}, value);
  fields_.require(root, object, {"@context", "epcisBody"});
  if (document_.form == EpcisDocument::Form::capture) fields_.require(root, object, {"schemaVersion", "creationDate"});
}

void DocumentFiller::capture_body(const JsonPlace& at, const dom::element& value) {
  const auto body = fields_.object(at, value);
  if (!body) return;
  dom::element list;
  if (body->at_key("eventList").get(list) == simdjson::SUCCESS) fields_.list({&at, "eventList"}, list);
  fields_.require(at, *body, {"eventList"});
  judge_.holds(at, no_results_in(*body));
}

void DocumentFiller::query_body(const JsonPlace& at, const dom::element& value) {
  const auto body = fields_.object(at, value);
  if (!body) return;
  for (const auto [name, each] : *body) {
    const JsonPlace here{&at, name};
    name == "queryResults" ? results(here, each) : fields_.extension(here, each, document_.extensions, kQueryBody);
  }
  fields_.require(at, *body, {"queryResults"});
}

void DocumentFiller::results(const JsonPlace& at, const dom::element& value) {
  const auto found = fields_.object(at, value);
  if (!found) return;
  for (const auto [name, each] : *found) {
    const JsonPlace here{&at, name};
    if (name == "queryName")
      document_.query_name = fields_.text(here, each);
    else if (name == "subscriptionID")
      document_.subscription_id = fields_.text(here, each);
    else if (name == "resultsBody")
      results_body(here, each);
    else
      fields_.extension(here, each, document_.extensions, kResults);
  }
  fields_.require(at, *found, {"queryName", "resultsBody"});
}

void DocumentFiller::results_body(const JsonPlace& at, const dom::element& value) {
  const auto body = fields_.object(at, value);
  if (!body) return;
  for (const auto [name, each] : *body) {
    const JsonPlace here{&at, name};
    if (name == "eventList")
      fields_.list(here, each);
    else if (name == "vocabularyList")
      vocabularies(here, each);
    else
      fields_.extension(here, each, document_.extensions, kResultsBody);
  }
  fields_.require(at, *body, {"eventList"});
}

void DocumentFiller::header(const JsonPlace& at, const dom::element& value) {
  const auto members = fields_.object(at, value);
  if (!members) return;
  for (const auto [name, each] : *members) {
    const JsonPlace here{&at, name};
    if (name != "epcisMasterData") {
      fields_.extension(here, each, document_.extensions, kHeader);
      continue;
    }
    const auto data = fields_.object(here, each);
    dom::element list;
    if (data && data->at_key("vocabularyList").get(list) == simdjson::SUCCESS)
      vocabularies({&here, "vocabularyList"}, list);
  }
}

void DocumentFiller::vocabularies(const JsonPlace& at, const dom::element& value) {
  const auto list = fields_.list(at, value);
  if (!list) return;
  std::int64_t item = 0;
  for (const dom::element each : *list) vocabulary({&at, {}, item++}, each);
  keep_master_data(at, value);
}

void DocumentFiller::keep_master_data(const JsonPlace& at, const dom::element& value) {
  EpcisExtensions kept;
  fields_.keep(at, value, kept);
  if (!kept.empty()) document_.master_data = std::move(kept.front().json);
}

void DocumentFiller::vocabulary(const JsonPlace& at, const dom::element& value) {
  const auto members = fields_.object(at, value);
  if (!members) return;
  for (const auto [name, each] : *members) {
    const JsonPlace here{&at, name};
    if (name == "type") fields_.uri(here, each);
    const auto list = name == "vocabularyElementList" ? fields_.list(here, each) : std::nullopt;
    if (!list) continue;
    std::int64_t item = 0;
    for (const dom::element element : *list) vocabulary_element({&here, {}, item++}, element);
  }
  fields_.require(at, *members, {"type"});
}

void DocumentFiller::vocabulary_element(const JsonPlace& at, const dom::element& value) {
  const auto members = fields_.object(at, value);
  if (!members) return;
  for (const auto [name, each] : *members) {
    const JsonPlace here{&at, name};
    if (name == "id") fields_.uri(here, each);
    if (name == "attributes") attributes(here, each);
    if (name == "children") fields_.uris(here, each);
  }
  fields_.require(at, *members, {"id"});
}

void DocumentFiller::attributes(const JsonPlace& at, const dom::element& value) {
  const auto list = fields_.list(at, value);
  if (!list) return;
  std::int64_t item = 0;
  for (const dom::element each : *list) {
    const JsonPlace here{&at, {}, item++};
    const auto members = fields_.object(here, each);
    if (!members) continue;
    for (const auto [name, of] : *members) {
      if (name == "id") fields_.uri({&here, name}, of);
      if (name == "attribute") judge_.holds({&here, name}, is_attribute(of));
    }
    fields_.require(here, *members, {"id"});
  }
}

}  // namespace

EpcisDocument read_epcis_document(std::string_view rest, std::string_view list_path) {
  EpcisDocument document;
  EpcisContext context;
  document.form = list_path == "$" ? EpcisDocument::Form::list : EpcisDocument::Form::capture;
  document.namespaces = context.spaces();
  if (document.form == EpcisDocument::Form::list) return document;

  EpcisJudge judge(document.findings, -1, "$");
  const JsonPlace root{};
  dom::parser parser;
  const simdjson::padded_string padded(rest);
  const auto element = judge.value(root, parse_json(parser, padded));
  const auto object = element ? judge.value(root, object_of(*element)) : std::nullopt;
  if (!object) return document;
  std::string_view type;
  const bool typed = object->at_key("type").get(type) == simdjson::SUCCESS;
  if (list_path.empty() && type != "EPCISDocument" && type != "EPCISQueryDocument") {
    document.form = EpcisDocument::Form::event;
    return document;
  }
  if (!judge.holds(root, members_differ(*object))) return document;
  if (type == "EPCISQueryDocument") document.form = EpcisDocument::Form::query;
  DocumentFiller filler(judge, context, document);
  filler.fill(*object, typed ? type : std::string_view{});
  document.namespaces = context.spaces();
  return document;
}

}  // namespace lotline::exchange
