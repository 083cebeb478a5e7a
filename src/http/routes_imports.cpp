// Imports: a file in, and the job that takes it in.

#include "answers/refusals.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "base/whole_file.h"
#include "http/house.h"
#include "http/jobs.h"
#include "http/route.h"

namespace lotline::http {

namespace {

constexpr std::size_t kLargestRefused = std::size_t{256} << 20;

/// Whoever may record anything may take files in; each row is asked for its own right.
constexpr access::Rights kRecording{access::Right::record_stock, access::Right::record_trade,
                                    access::Right::record_case, access::Right::license, access::Right::keep_register};

Result<exchange::OnError> on_error_of(const Request& request) {
  const std::string word = TRY(request.text("on_error"));
  constexpr std::array<std::string_view, 2> words{"rollback", "proceed"};
  if (word.empty() || word == words[0]) return exchange::OnError::rollback;
  if (word == words[1]) return exchange::OnError::proceed;
  return refuse_word(word, "on_error", words);
}

Result<Reply> add(Call& call) {
  std::string name = TRY(call.request.text("file"));
  if (name.empty()) name = "upload.csv";
  const auto job = TRY(call.house.jobs().add(call.visitor, name, call.request.upload, TRY(on_error_of(call.request)),
                                             TRY(idempotency_key(call.request))));
  Reply reply = created(job_as_json(job, call.house.simulated()), fmt::format("/api/v1/imports/{}", job.id));
  reply.status = 202;
  return reply;
}

Result<Reply> list(Call& call) {
  JsonWriter answer;
  answer.begin_object().member("simulated", call.house.simulated()).key("items").begin_array();
  for (const auto& job : call.house.jobs().of(call.visitor)) answer.raw(job_as_json(job, call.house.simulated()));
  answer.end_array().end_object();
  return json(answer.take());
}

Result<Reply> one(Call& call) {
  const auto job = TRY(call.house.jobs().find(call.visitor, call.request.word("id")));
  return json(job_as_json(job, call.house.simulated()));
}

/// Rows or events as they came, with their reasons, to be mended and sent again.
Result<Reply> refused_file(Call& call, bool is_document, std::string_view type, std::string_view ending) {
  const auto job = TRY(call.house.jobs().find(call.visitor, call.request.word("id")));
  const bool none = !job.refused_rows || job.is_document != is_document;
  if (none) return refuse(answers::no_such_job, "{} has no such file", job.id);
  const auto bytes = TRY(read_whole_file(call.house.jobs().refused_rows_of(job).string(), kLargestRefused));
  Reply reply = text_of_type(type, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  reply.with("Content-Disposition", fmt::format("attachment; filename=\"refused.{}\"", ending));
  return reply;
}
Result<Reply> refused_rows(Call& call) { return refused_file(call, false, "text/csv; charset=utf-8", "csv"); }
Result<Reply> refused_events(Call& call) { return refused_file(call, true, "application/json", "json"); }

}  // namespace

std::vector<Route> import_routes() {
  return {{.method = "POST",
           .path = "/api/v1/imports",
           .summary = "Takes a CSV template's file or a document of EPCIS in as a job; its kind is told by its header "
                      "line or its JSON.",
           .handle = add,
           .one_of = kRecording,
           .keyed = true,
           .parameters = {{"file", "what the sender calls it", "movements.csv"},
                          {"on_error", "rollback (any bad row leaves the register as it was) or proceed", "proceed"}},
           .upload = "text/csv, application/json",
           .answer = "imports"},
          {.method = "GET",
           .path = "/api/v1/imports",
           .summary = "The account's imports, newest first.",
           .handle = list,
           .one_of = kRecording,
           .answer = "imports"},
          {.method = "GET",
           .path = "/api/v1/imports/{id}",
           .summary = "One import: how far it is, and what came of it.",
           .handle = one,
           .one_of = kRecording,
           .answer = "imports"},
          {.method = "GET",
           .path = "/api/v1/imports/{id}/refused.csv",
           .summary = "The rows that were refused, as they came, with reasons.",
           .handle = refused_rows,
           .one_of = kRecording},
          {.method = "GET",
           .path = "/api/v1/imports/{id}/refused.json",
           .summary = "Of a document of EPCIS the events that were refused, with reasons.",
           .handle = refused_events,
           .one_of = kRecording}};
}

}  // namespace lotline::http
