#include "answers/act_json.h"

#include "answers/answer.h"
#include "answers/form_json.h"
#include "answers/refusal_json.h"
#include "service/acts.h"

namespace lotline::answers {

std::string recorded_as_json(RecordNumber record, const service::Head& head) {
  JsonWriter json = begin_answer(head.simulated);
  json.member("record", record).member("records", head.records);
  json.member("root_hash", proof::to_hex(head.root)).end_object();
  return json.take();
}

std::string feed_answer_as_json(const exchange::FeedAnswer& answer, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("line", answer.line);
  if (answer.outcome)
    json.member("record", answer.outcome->number).member("before", answer.outcome->before);
  else
    write_refusal(json.key("refused"), answer.outcome.error());
  json.end_object();
  return json.take();
}

std::string feed_report_as_json(const exchange::FeedReport& report, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("recorded", report.recorded).member("before", report.before);
  json.member("refused", report.refused).member("commits", report.commits).end_object();
  return json.take();
}

std::string forms_as_json() {
  JsonWriter json;
  json.begin_object().key("forms").begin_array();
  for (const auto& act : service::acts()) {
    json.begin_object();
    write_form(json, act.form);
    json.member("template", act.is_template).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace lotline::answers
