// Traces: from marks to the line of supply.

#include "answers/seizure_json.h"
#include "answers/trace_json.h"
#include "exchange/seizure_file.h"
#include "exchange/seizure_report.h"
#include "exchange/sheet.h"
#include "exchange/trace_report.h"
#include "http/house.h"
#include "http/members.h"
#include "service/trace_form.h"

namespace lotline::http {

namespace {

/// What was asked, for the access log: "headstamp DC? 17, found_in BR".
std::string in_words(const service::Values& values) {
  std::string words;
  for (const auto& [name, value] : service::told_by(values))
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", name, value);
  return words;
}

/// Traces by what the body told, and says what was looked at.
Result<service::TraceFound> traced(Call& call, const service::Values& values) {
  const auto asked = TRY(service::trace_asked(call.store, call.reference, values));
  auto found = TRY(service::trace_find(call.store, call.reference, asked.question, asked.options));
  call.looked = {in_words(values), static_cast<std::int64_t>(found.answer.lots_total),
                 static_cast<std::int64_t>(found.answer.holders.size())};
  return found;
}

Result<Reply> trace(Call& call) {
  const auto values = TRY(values_of(service::trace_form(), call.request));
  return json(answers::trace_as_json(TRY(traced(call, values))));
}

exchange::TraceAskedFor asked_for(const Call& call, const service::Values& values) {
  return {service::told_by(values), call.visitor.name, call.visitor.case_number, call.reference.today};
}

Reply pdf(const std::string& bytes, std::string_view name) {
  Reply reply = text_of_type(exchange::media_type(exchange::SheetFormat::pdf), bytes);
  reply.with("Content-Disposition", fmt::format("inline; filename=\"{}.pdf\"", name));
  return reply;
}

Result<Reply> report(Call& call) {
  const auto values = TRY(values_of(service::trace_form(), call.request));
  return pdf(exchange::trace_report(TRY(traced(call, values)), asked_for(call, values)), "trace");
}

/// Traces what the file tells under the circumstances of the query, and says what was looked at.
Result<service::SeizureTraced> seizure_traced(Call& call, const service::Values& values) {
  auto reader = TRY(CsvReader::open(call.request.upload.string()));
  tracing::SeizureQuestion question = TRY(exchange::read_seizure(reader, call.reference.catalogue));
  TRY(service::lay_over(call.reference, values, question));
  auto found = TRY(service::trace_seizure(call.store, call.reference, question));
  call.looked = {fmt::format("seizure of {} rows", question.lines.size()), 0,
                 static_cast<std::int64_t>(found.answer.sources.size())};
  return found;
}

Result<Reply> trace_seizure(Call& call) {
  const auto values = TRY(values_of_query(service::trace_form(), call.request));
  return json(answers::seizure_as_json(TRY(seizure_traced(call, values))));
}

Result<Reply> seizure_report(Call& call) {
  const auto values = TRY(values_of_query(service::trace_form(), call.request));
  return pdf(exchange::seizure_report(TRY(seizure_traced(call, values)), asked_for(call, values)), "seizure");
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
           .reads = true,
           .members = parameters_of(service::trace_form()),
           .answer = "trace"},
          {.method = "POST",
           .path = "/api/v1/traces/report",
           .summary = "The same trace as a report on paper: what was asked for which case, and the whole answer.",
           .handle = report,
           .right = access::Right::trace,
           .needs_case = true,
           .reads = true,
           .members = parameters_of(service::trace_form()),
           .gives = "application/pdf"},
          {.method = "POST",
           .path = "/api/v1/traces/seizure",
           .summary = "From the marks of a whole seizure, with counts, to the sources that explain their mix.",
           .handle = trace_seizure,
           .right = access::Right::trace,
           .needs_case = true,
           .reads = true,
           .parameters = circumstances(),
           .upload = "text/csv",
           .answer = "trace --seizure"},
          {.method = "POST",
           .path = "/api/v1/traces/seizure/report",
           .summary = "The same as a report on paper: what was seized for which case, and the sources that explain it.",
           .handle = seizure_report,
           .right = access::Right::trace,
           .needs_case = true,
           .reads = true,
           .parameters = circumstances(),
           .upload = "text/csv",
           .gives = "application/pdf"}};
}

}  // namespace lotline::http
