#include "answers/import_json.h"

#include "answers/answer.h"

namespace lotline::answers {

std::string import_as_json(const exchange::ImportReport& report, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("kept", report.kept).key("files").begin_array();
  for (const auto& file : report.files)
    json.begin_object()
        .member("path", file.path)
        .member("kind", file.kind)
        .member("recorded", file.recorded)
        .member("skipped", file.skipped)
        .member("refused", file.refused)
        .member("refused_path", file.refused_path)
        .member("registered", file.registered)
        .member("passed_over", file.passed_over)
        .end_object();
  json.end_array().key("errors").begin_array();
  for (const auto& error : report.errors) {
    json.begin_object().member("file", error.file).member("line", error.line).key("event");
    error.event < 0 ? json.null() : json.value(error.event);
    json.member("event_id", error.event_id).member("path", error.path).member("field", error.refusal.field);
    json.member("number", error.refusal.number).member("name", error.refusal.name);
    json.member("text", error.refusal.text).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace lotline::answers
