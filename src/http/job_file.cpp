#include "http/job_file.h"

#include <sys/stat.h>

#include <algorithm>

#include "answers/refusal_json.h"
#include "base/json_writer.h"
#include "base/whole_file.h"
#include "http/log.h"
#include "proof/json_reader.h"
#include "proof/refusals.h"

namespace lotline::http {

namespace {

constexpr std::size_t kLargestJob = 4 << 20;

Result<access::Rights> rights_of(const proof::JsonValue& job) {
  access::Rights rights;
  for (const auto& word : TRY(job.items_at("rights")))
    rights = rights | access::Rights{TRY(parse_word<access::Right>(TRY(word.text()), "rights"))};
  return rights;
}

Result<std::optional<Refusal>> refusal_of(const proof::JsonValue& job) {
  const auto refused = TRY(job.member("refused"));
  if (refused.is_null()) return std::nullopt;
  return Refusal{static_cast<int>(TRY(refused.integer_at("number"))), std::string{TRY(refused.text_at("name"))},
                 std::string{TRY(refused.text_at("text"))}, std::string{TRY(refused.text_at("field"))}};
}

Result<TakenFile> file_of(const proof::JsonValue& file) {
  return TakenFile{std::string{TRY(file.text_at("name"))},  std::string{TRY(file.text_at("key"))},
                   std::string{TRY(file.text_at("asked"))}, static_cast<std::uint64_t>(TRY(file.integer_at("bytes"))),
                   TRY(file.truth_at("refused_rows")),      TRY(file.truth_at("is_document"))};
}

/// Of an older version, whose jobs had one file, and in part did not say whether it is a document.
Result<TakenFile> only_file_of(const proof::JsonValue& job) {
  return TakenFile{std::string{TRY(job.text_at("file"))},
                   std::string{TRY(job.text_at("key"))},
                   "",
                   static_cast<std::uint64_t>(TRY(job.integer_at("bytes_total"))),
                   TRY(job.truth_at("refused_rows")),
                   job.truth_at("is_document").value_or(false)};
}

Result<void> take_files(const proof::JsonValue& read, Job& job) {
  if (!read.member("files")) {
    job.files.push_back(TRY(only_file_of(read)));
    return {};
  }
  for (const auto& file : TRY(read.items_at("files"))) job.files.push_back(TRY(file_of(file)));
  for (const auto& told : TRY(read.items_at("asked")))
    job.asked.emplace(TRY(told.text_at("name")), TRY(told.text_at("value")));
  job.rows_total = TRY(read.integer_at("rows_total"));
  if (job.files.empty()) return refuse(proof::missing_member, "files");
  return {};
}

Result<Job> job_of(std::string_view text) {
  proof::JsonParser parser;
  const auto read = TRY(parser.parse(text));
  Job job;
  job.id = TRY(read.text_at("id"));
  job.state = TRY(read.text_at("state"));
  TRY(take_files(read, job));
  job.visitor.name = TRY(read.text_at("by"));
  job.visitor.organisation = PartyId{TRY(read.integer_at("organisation"))};
  job.visitor.rights = TRY(rights_of(read));
  job.on_error = TRY(read.truth_at("proceed")) ? exchange::OnError::proceed : exchange::OnError::rollback;
  job.at = Instant{TRY(read.integer_at("at"))};
  job.place = read.integer_at("place").value_or(0);
  job.bytes_done = static_cast<std::uint64_t>(TRY(read.integer_at("bytes_done")));
  job.rows = TRY(read.integer_at("rows"));
  job.report = TRY(read.text_at("report"));
  job.refused = TRY(refusal_of(read));
  return job;
}

}  // namespace

void write_job(const std::filesystem::path& path, const Job& job) {
  JsonWriter json;
  json.begin_object().member("id", job.id).member("state", job.state).key("files").begin_array();
  for (const auto& file : job.files)
    json.begin_object()
        .member("name", file.name)
        .member("key", file.key)
        .member("asked", file.asked)
        .member("bytes", static_cast<std::int64_t>(file.bytes))
        .member("refused_rows", file.refused_rows)
        .member("is_document", file.is_document)
        .end_object();
  json.end_array().key("asked").begin_array();
  for (const auto& [name, value] : job.asked)
    json.begin_object().member("name", name).member("value", value).end_object();
  json.end_array().member("by", job.visitor.name).member("organisation", job.visitor.organisation.number);
  json.key("rights").begin_array();
  for (const auto& right : Words<access::Right>::all)
    if (job.visitor.may(right.value)) json.value(right.text);
  json.end_array()
      .member("proceed", job.on_error == exchange::OnError::proceed)
      .member("at", job.at.seconds)
      .member("place", job.place)
      .member("bytes_done", static_cast<std::int64_t>(job.bytes_done));
  json.member("rows", job.rows).member("rows_total", job.rows_total).member("report", job.report).key("refused");
  if (job.refused)
    answers::write_refusal(json, *job.refused);
  else
    json.null();
  json.end_object();
  const auto written = write_whole_file(path.string(), std::as_bytes(std::span{json.text()}));
  if (!written) return log_event("job_not_kept", written.error().text);
  ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
}

std::vector<Job> read_jobs(const std::filesystem::path& folder) {
  std::vector<Job> jobs;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".json") continue;
    const auto bytes = read_whole_file(entry.path().string(), kLargestJob);
    if (!bytes) continue;
    auto job = job_of({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
    if (job) jobs.push_back(std::move(*job));
  }
  std::ranges::sort(jobs, {}, &Job::place);
  return jobs;
}

}  // namespace lotline::http
