#include "http/import_job.h"

#include "answers/import_json.h"
#include "base/json_writer.h"
#include "http/house.h"
#include "http/job_outcome.h"

namespace lotline::http {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRows = ".refused.csv", kEvents = ".refused.json";

/// Where what was refused of a file is asked for; empty when nothing was.
std::string address_of_refused(const Job& job, std::size_t file) {
  if (!job.files[file].refused_rows) return {};
  const std::string which = file == 0 ? "" : fmt::format("?file={}", file + 1);
  return fmt::format("/api/v1/imports/{}/refused.{}{}", job.id, job.files[file].is_document ? "json" : "csv", which);
}

/// Of the first file of which any were.
std::string address_of_refused(const Job& job) {
  for (std::size_t i = 0; i < job.files.size(); ++i)
    if (job.files[i].refused_rows) return address_of_refused(job, i);
  return {};
}

std::string import_job_as_json(const Job& job, bool simulated) {
  JsonWriter json;
  json.begin_object().member("simulated", simulated).member("id", job.id).member("state", job.state);
  json.member("file", job.files.front().name).key("files").begin_array();
  for (const auto& file : job.files) json.value(file.name);
  json.end_array().member("by", job.visitor.name).member("at", to_text(job.at));
  json.member("on_error", job.on_error == exchange::OnError::proceed ? "proceed" : "rollback");
  json.member("bytes_done", static_cast<std::int64_t>(job.bytes_done));
  json.member("bytes_total", static_cast<std::int64_t>(job.bytes_total())).member("rows", job.rows);
  write_outcome(json, job);
  json.member("refused_rows", address_of_refused(job));
  json.end_object();
  return json.take();
}

/// Bytes of the files before the one of this path.
std::uint64_t bytes_before(const Job& job, const std::vector<fs::path>& files, const std::string& path) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < files.size() && files[i].string() != path; ++i) bytes += job.files[i].bytes;
  return bytes;
}

Result<void> take_in(House& house, Job& job, const std::vector<fs::path>& files, const std::function<bool()>& tell) {
  const auto desk = TRY(house.import_desk(job.visitor));
  exchange::ImportOptions options;
  options.on_error = job.on_error;
  options.progress = [&](const exchange::ImportProgress& so_far) {
    job.bytes_done = bytes_before(job, files, so_far.file) + so_far.bytes_done;
    job.rows = so_far.rows;
    if (!tell()) throw JobStopped{};
  };
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < files.size(); ++i) {
    paths.push_back(files[i].string());
    options.called.push_back(job.files[i].name);
  }
  auto report = TRY(exchange::import_csv(*desk.desk, paths, options));
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    job.files[i].is_document = fs::exists(paths[i] + std::string{kEvents});
    job.files[i].refused_rows = job.files[i].is_document || fs::exists(paths[i] + std::string{kRows});
    report.files[i].refused_path = address_of_refused(job, i);
  }
  job.report = answers::import_as_json(report, house.simulated());
  if (report.kept) house.tell_since(0);
  return {};
}

}  // namespace

JobKind import_jobs() { return {"job", import_job_as_json, take_in}; }

fs::path refused_rows_of(const Jobs& jobs, const Job& job, std::size_t file) {
  return jobs.path_of(job, file).string() + std::string{job.files[file].is_document ? kEvents : kRows};
}

}  // namespace lotline::http
