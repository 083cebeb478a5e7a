// Imports: a file in, and the job that takes it in.

#include "answers/refusals.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "base/whole_file.h"
#include "http/house.h"
#include "http/import_job.h"
#include "http/once.h"
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

Result<bool> more_follow(const Request& request) {
  const std::string word = TRY(request.text("more"));
  constexpr std::array<std::string_view, 2> words{"yes", "no"};
  if (word.empty() || word == words[1]) return false;
  if (word == words[0]) return true;
  return refuse_word(word, "more", words);
}

/// The file of the request, with what its key stands for.
Result<SentFile> sent_file(const Call& call) {
  SentFile file{TRY(call.request.text("file")), call.request.upload};
  if (file.name.empty()) file.name = "upload.csv";
  const auto source = TRY(source_of(call));
  file.key = TRY(idempotency_key(call.request));
  file.asked = source.content;
  file.more = TRY(more_follow(call.request));
  return file;
}

Reply taken(Call& call, const Job& job) {
  Reply reply = created(call.house.jobs().as_json(job), fmt::format("/api/v1/imports/{}", job.id));
  reply.status = 202;
  return reply;
}

Result<Reply> add(Call& call) {
  Job told;
  told.on_error = TRY(on_error_of(call.request));
  return taken(call, TRY(call.house.jobs().add(call.visitor, TRY(sent_file(call)), told)));
}

Result<Reply> add_to(Call& call) {
  return taken(call, TRY(call.house.jobs().add_to(call.visitor, call.request.word("id"), TRY(sent_file(call)))));
}

Result<Reply> give_up(Call& call) {
  TRY(call.house.jobs().give_up(call.visitor, call.request.word("id")));
  return nothing();
}

Result<Reply> list(Call& call) {
  JsonWriter answer;
  answer.begin_object().member("simulated", call.house.simulated()).key("items").begin_array();
  for (const auto& job : call.house.jobs().of(call.visitor)) answer.raw(call.house.jobs().as_json(job));
  answer.end_array().end_object();
  return json(answer.take());
}

Result<Reply> one(Call& call) {
  return json(call.house.jobs().as_json(TRY(call.house.jobs().find(call.visitor, call.request.word("id")))));
}

/// Which of the job's files is meant, from 0.
Result<std::size_t> place_of_file(const Call& call) {
  const std::string place = TRY(call.request.text("file"));
  if (place.empty()) return std::size_t{0};
  return static_cast<std::size_t>(TRY(of_field("file", parse_rounds(place))).count()) - 1;
}

/// Rows or events as they came, with their reasons, to be mended and sent again.
Result<Reply> refused_file(Call& call, bool is_document, std::string_view type, std::string_view ending) {
  const auto& jobs = call.house.jobs();
  const auto job = TRY(jobs.find(call.visitor, call.request.word("id")));
  const std::size_t file = TRY(place_of_file(call));
  const bool none =
      file >= job.files.size() || !job.files[file].refused_rows || job.files[file].is_document != is_document;
  if (none) return refuse(answers::no_such_job, "{} has no such file", job.id);
  const auto bytes = TRY(read_whole_file(refused_rows_of(jobs, job, file).string(), kLargestRefused));
  Reply reply = text_of_type(type, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  reply.with("Content-Disposition", fmt::format("attachment; filename=\"refused.{}\"", ending));
  return reply;
}
Result<Reply> refused_rows(Call& call) { return refused_file(call, false, "text/csv; charset=utf-8", "csv"); }
Result<Reply> refused_events(Call& call) { return refused_file(call, true, "application/json", "json"); }

}  // namespace

std::vector<Route> import_routes() {
  const Parameter name{"file", "what the sender calls it", "movements.csv"};
  const Parameter more{"more", "yes: further files follow, and all are taken in as one or none is"};
  const Parameter which{"file", "which of the import's files, from 1; the first when left out", "1"};
  return {{.method = "POST",
           .path = "/api/v1/imports",
           .summary = "Takes a CSV template's file or a document of EPCIS in as a job; its kind is told by its header "
                      "line or its JSON.",
           .handle = add,
           .one_of = kRecording,
           .keyed = true,
           .parameters = {name,
                          {"on_error", "rollback (any bad row leaves the register as it was) or proceed", "proceed"},
                          more},
           .upload = "text/csv, application/json",
           .answer = "imports"},
          {.method = "POST",
           .path = "/api/v1/imports/{id}/files",
           .summary = "Adds a further file to an import that gathers; without more it begins, and takes all in as one.",
           .handle = add_to,
           .one_of = kRecording,
           .keyed = true,
           .parameters = {name, more},
           .upload = "text/csv, application/json",
           .answer = "imports"},
          {.method = "DELETE",
           .path = "/api/v1/imports/{id}",
           .summary = "Gives up an import that gathers, and removes its files.",
           .handle = give_up,
           .one_of = kRecording},
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
           .one_of = kRecording,
           .parameters = {which},
           .gives = "text/csv"},
          {.method = "GET",
           .path = "/api/v1/imports/{id}/refused.json",
           .summary = "Of a document of EPCIS the events that were refused, with reasons.",
           .handle = refused_events,
           .one_of = kRecording,
           .parameters = {which},
           .gives = "application/json"}};
}

}  // namespace lotline::http
