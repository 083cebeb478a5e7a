#include "answers/refusal_json.h"

#include "answers/answer.h"
#include "answers/http_status.h"
#include "answers/refusal_table.h"

namespace lotline::answers {

void write_refusal(JsonWriter& json, const Refusal& refusal) {
  json.begin_object().member("number", refusal.number).member("name", refusal.name);
  json.member("text", refusal.text).member("field", refusal.field).end_object();
}

std::string refused_as_json(const Refusal& refusal, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  write_refusal(json.key("refused"), refusal);
  json.end_object();
  return json.take();
}

std::string refusals_as_json() {
  JsonWriter json;
  json.begin_array();
  for (const RefusalKind* kind : all_refusals()) {
    json.begin_object().member("number", kind->number).member("name", kind->name).member("meaning", kind->meaning);
    json.member("exit_code", exit_code_of(kind->number)).member("status", http_status_of(kind->number)).end_object();
  }
  json.end_array();
  return json.take();
}

}  // namespace lotline::answers
