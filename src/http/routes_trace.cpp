// Traces: from marks to the line of supply.

#include "answers/seizure_json.h"
#include "answers/trace_json.h"
#include "exchange/seizure_file.h"
#include "http/house.h"
#include "http/members.h"
#include "service/trace_form.h"

namespace lotline::http {

namespace {

/// What was asked, for the access log: "headstamp DC? 17, found_in BR".
std::string in_words(const service::Values& values) {
  std::string words;
  for (const auto& field : service::trace_form().fields)
    if (values.has(field.name))
      words += fmt::format("{}{} {}", words.empty() ? "" : ", ", field.name, values.text(field.name));
  return words;
}

Result<Reply> trace(Call& call) {
  const auto values = TRY(values_of(service::trace_form(), call.request));
  const auto asked = TRY(service::trace_asked(call.store, call.reference, values));
  const auto found = TRY(service::trace_find(call.store, call.reference, asked.question, asked.options));
  call.looked = {in_words(values), static_cast<std::int64_t>(found.answer.lots_total),
                 static_cast<std::int64_t>(found.answer.holders.size())};
  return json(answers::trace_as_json(found));
}

Result<Reply> trace_seizure(Call& call) {
  const auto values = TRY(values_of_query(service::trace_form(), call.request));
  auto reader = TRY(CsvReader::open(call.request.upload.string()));
  tracing::SeizureQuestion question = TRY(exchange::read_seizure(reader, call.reference.catalogue));
  TRY(service::lay_over(call.reference, values, question));
  const auto traced = TRY(service::trace_seizure(call.store, call.reference, question));
  call.looked = {fmt::format("seizure of {} rows", question.lines.size()), 0,
                 static_cast<std::int64_t>(traced.answer.sources.size())};
  return json(answers::seizure_as_json(traced));
}

/// Of the form, what a whole seizure is asked with.
std::vector<Parameter> circumstances() {
  std::vector<Parameter> kept;
  for (const auto& parameter : parameters_of(service::trace_form()))
    for (const auto* name : {"live", "found_on", "found_in", "as_of", "as_known_on"})
      if (parameter.name == name) kept.push_back(parameter);
  return kept;
}

}  // namespace

std::vector<Route> trace_routes() {
  return {{.method = "POST",
           .path = "/api/v1/traces",
           .summary = "From the marks on a recovered round or case to lots, line of supply and last lawful holders.",
           .handle = trace,
           .right = access::Right::trace,
           .needs_case = true,
           .members = parameters_of(service::trace_form()),
           .answer = "trace"},
          {.method = "POST",
           .path = "/api/v1/traces/seizure",
           .summary = "From the marks of a whole seizure, with counts, to the sources that explain their mix.",
           .handle = trace_seizure,
           .right = access::Right::trace,
           .needs_case = true,
           .parameters = circumstances(),
           .upload = "text/csv",
           .answer = "trace --seizure"}};
}

}  // namespace lotline::http
