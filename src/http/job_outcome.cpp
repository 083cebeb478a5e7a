#include "http/job_outcome.h"

#include "answers/refusal_json.h"

namespace lotline::http {

void write_outcome(JsonWriter& json, const Job& job) {
  json.key("report");
  job.report.empty() ? json.null() : json.raw(job.report);
  json.key("refused");
  if (job.refused)
    answers::write_refusal(json, *job.refused);
  else
    json.null();
}

}  // namespace lotline::http
