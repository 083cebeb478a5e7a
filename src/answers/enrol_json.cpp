#include "answers/enrol_json.h"

#include <map>

#include "answers/answer.h"

namespace lotline::answers {

using service::EnrolledScan;
using service::EnrolOutcome;

std::string enrolled_as_json(const std::vector<EnrolledScan>& scans, const std::vector<std::string>& suspicions,
                             bool simulated) {
  JsonWriter json = begin_answer(simulated);
  std::map<EnrolOutcome, std::int64_t> counts;
  for (const auto& scan : scans) ++counts[scan.outcome];
  json.key("counts").begin_object();
  for (const auto& outcome : Words<EnrolOutcome>::all) json.member(outcome.text, counts[outcome.value]);
  json.end_object().key("scans").begin_array();
  for (const auto& scan : scans) {
    json.begin_object().member("file", scan.path).member("outcome", word(scan.outcome)).member("record", scan.scan);
    json.key("findings").begin_array();
    for (const auto& finding : scan.findings) json.value(finding);
    json.end_array().member("unsuitable", scan.unsuitable);
    json.member("number", scan.refusal.number).member("name", scan.refusal.name).member("text", scan.refusal.text);
    json.end_object();
  }
  json.end_array().key("suspicions").begin_array();
  for (const auto& words : suspicions) json.value(words);
  json.end_array().end_object();
  return json.take();
}

}  // namespace lotline::answers
