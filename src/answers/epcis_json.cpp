#include "answers/epcis_json.h"

#include "answers/answer.h"

namespace lotline::answers {

using exchange::EpcisCheck;
using exchange::EpcisDocument;
using exchange::EpcisFinding;

std::string_view word_of(EpcisDocument::Form form) {
  switch (form) {
    case EpcisDocument::Form::capture:
      return "document";
    case EpcisDocument::Form::query:
      return "query_document";
    case EpcisDocument::Form::event:
      return "event";
    case EpcisDocument::Form::list:
      return "list";
  }
  return {};
}

std::string_view word_of(EpcisFinding::Gravity gravity) {
  return gravity == EpcisFinding::Gravity::refused ? "refused" : "noted";
}

void write_check(JsonWriter& json, const EpcisCheck& check) {
  json.begin_object()
      .member("file", check.path)
      .member("form", word_of(check.form))
      .member("valid", check.valid())
      .member("events", check.events)
      .member("refused_events", check.refused_events)
      .member("refused", check.refused)
      .member("noted", check.noted)
      .key("findings")
      .begin_array();
  for (const auto& finding : check.findings) {
    json.begin_object().member("gravity", word_of(finding.gravity)).key("event");
    finding.event < 0 ? json.null() : json.value(finding.event);
    json.member("event_id", finding.event_id)
        .member("path", finding.path)
        .member("number", finding.refusal.number)
        .member("name", finding.refusal.name)
        .member("text", finding.refusal.text)
        .end_object();
  }
  json.end_array().end_object();
}

void write_event_hash(JsonWriter& json, const std::string& file, const exchange::EpcisEvent& event,
                      const std::string& hash) {
  json.begin_object().member("file", file).member("event", event.index).member("event_id", event.event_id);
  json.member("hash", hash).end_object();
}

std::string exported_as_json(std::int64_t events, const std::string& path, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("events", events).member("path", path).end_object();
  return json.take();
}

}  // namespace lotline::answers
