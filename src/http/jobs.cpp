#include "http/jobs.h"

#include <sys/stat.h>

#include "answers/import_json.h"
#include "answers/refusal_json.h"
#include "answers/refusals.h"
#include "base/json_writer.h"
#include "http/house.h"
#include "http/job_file.h"
#include "http/log.h"
#include "http/problem.h"

namespace lotline::http {

namespace {

namespace fs = std::filesystem;

/// Between two words about the progress of one job.
constexpr auto kBetweenWords = std::chrono::milliseconds(200);
/// Finished jobs are kept for so many days, for whoever comes back to look.
constexpr std::int64_t kKeptSeconds = 7 * 86'400;

/// Ends an import from within; its unit of work is undone.
struct Stopped : std::exception {};

bool finished(const Job& job) { return job.state != "waiting" && job.state != "running"; }

bool sees(const access::Visitor& visitor, const Job& job) {
  return visitor.name == job.visitor.name || visitor.may(access::Right::read_log);
}

/// Where what was refused is asked for; empty when nothing was.
std::string address_of_refused(const Job& job) {
  if (!job.refused_rows) return {};
  return fmt::format("/api/v1/imports/{}/refused.{}", job.id, job.is_document ? "json" : "csv");
}

}  // namespace

std::string job_as_json(const Job& job, bool simulated) {
  JsonWriter json;
  json.begin_object().member("simulated", simulated).member("id", job.id).member("state", job.state);
  json.member("file", job.file).member("by", job.visitor.name).member("at", to_text(job.at));
  json.member("on_error", job.on_error == exchange::OnError::proceed ? "proceed" : "rollback");
  json.member("bytes_done", static_cast<std::int64_t>(job.bytes_done));
  json.member("bytes_total", static_cast<std::int64_t>(job.bytes_total)).member("rows", job.rows);
  json.key("report");
  job.report.empty() ? json.null() : json.raw(job.report);
  json.key("refused");
  if (job.refused)
    answers::write_refusal(json, *job.refused);
  else
    json.null();
  json.member("refused_rows", address_of_refused(job));
  json.end_object();
  return json.take();
}

Jobs::Jobs(House& house, fs::path folder) : house_(house), folder_(std::move(folder)) {
  ::mkdir(folder_.c_str(), S_IRWXU);
  const Instant now = house_.ground().clock.now();
  for (Job& job : read_jobs(folder_)) {
    if (finished(job) && now.seconds - job.at.seconds > kKeptSeconds) {
      for (const auto* ending : {".json", ".csv", ".csv.refused.csv", ".csv.refused.json"})
        fs::remove(path_of(job.id, ending));
      continue;
    }
    places_ = std::max(places_, job.place);
    if (!finished(job)) {
      job.state = "waiting";
      waiting_.push_back(job.id);
    }
    jobs_.emplace(job.id, std::move(job));
  }
  thread_ = std::thread([this] { run(); });
}

Jobs::~Jobs() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

fs::path Jobs::path_of(std::string_view id, std::string_view ending) const {
  return folder_ / (std::string{id} + std::string{ending});
}
fs::path Jobs::refused_rows_of(const Job& job) const {
  return path_of(job.id, job.is_document ? ".csv.refused.json" : ".csv.refused.csv");
}

Result<Job> Jobs::add(const access::Visitor& visitor, std::string_view file, const fs::path& upload,
                      exchange::OnError on_error, std::string_view key) {
  Job job;
  job.id = upload.stem().string();
  job.state = "waiting";
  job.file = file;
  job.visitor = visitor;
  job.key = key;
  job.on_error = on_error;
  job.at = house_.ground().clock.now();
  std::error_code error;
  job.bytes_total = fs::file_size(upload, error);
  {
    const std::lock_guard lock(mutex_);
    if (!key.empty())
      for (const auto& [id, known] : jobs_)
        if (known.key == key && known.visitor.name == visitor.name) return known;
    job.place = ++places_;
  }
  fs::rename(upload, path_of(job.id, ".csv"), error);
  if (error) return refuse(answers::upload_failed);
  keep(job);
  {
    const std::lock_guard lock(mutex_);
    jobs_.emplace(job.id, job);
    waiting_.push_back(job.id);
  }
  arrived_.notify_one();
  return job;
}

std::vector<Job> Jobs::of(const access::Visitor& visitor) const {
  std::vector<Job> found;
  const std::lock_guard lock(mutex_);
  for (const auto& [id, job] : jobs_)
    if (sees(visitor, job)) found.push_back(job);
  std::ranges::stable_sort(found, std::ranges::greater{}, [](const Job& job) { return job.at.seconds; });
  return found;
}

Result<Job> Jobs::find(const access::Visitor& visitor, std::string_view id) const {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end() || !sees(visitor, found->second)) return refuse(answers::no_such_job, "{}", id);
  return found->second;
}

void Jobs::run() {
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
      if (ending_) return;
      job = jobs_.at(waiting_.front());
      waiting_.pop_front();
    }
    take_in(std::move(job));
  }
}

void Jobs::take_in(Job job) {
  job.state = "running";
  keep(job);
  try {
    auto report = import(job);
    if (report) {
      job.state = "done";
      job.is_document = fs::exists(path_of(job.id, ".csv.refused.json"));
      job.refused_rows = job.is_document || fs::exists(refused_rows_of(job));
      for (auto& file : report->files)
        if (!file.refused_path.empty()) file.refused_path = address_of_refused(job);
      job.report = answers::import_as_json(*report, house_.simulated());
      if (report->kept) house_.tell_since(0);
    } else {
      job.state = "refused";
      job.refused = report.error();
    }
  } catch (const Stopped&) {
    return;  // its file says running: the next start begins it again
  } catch (const storage::StorageFault& error) {
    log_fault(job.id, "import", error.what());
    job.state = "failed";
    job.refused = without_path(error.refusal(), house_.ground().register_path);
  } catch (const std::exception& error) {
    log_fault(job.id, "import", error.what());
    job.state = "failed";
  }
  std::error_code error;
  fs::remove(path_of(job.id, ".csv"), error);  // what came in may hold personal values
  keep(job);
}

Result<exchange::ImportReport> Jobs::import(Job& job) {
  const auto desk = TRY(house_.import_desk(job.visitor));
  auto told = std::chrono::steady_clock::now();
  const auto progress = [&](const exchange::ImportProgress& so_far) {
    job.bytes_done = so_far.bytes_done;
    job.rows = so_far.rows;
    const auto now = std::chrono::steady_clock::now();
    if (now - told < kBetweenWords) return;
    told = now;
    const std::lock_guard lock(mutex_);
    if (ending_) throw Stopped{};
    jobs_[job.id] = job;
    house_.events().publish("job", job_as_json(job, house_.simulated()),
                            [&](const access::Visitor& reader) { return sees(reader, job); });
  };
  return exchange::import_csv(*desk.desk, {path_of(job.id, ".csv").string()}, {job.on_error, progress, job.file});
}

void Jobs::keep(const Job& job) {
  write_job(path_of(job.id, ".json"), job);
  {
    const std::lock_guard lock(mutex_);
    jobs_[job.id] = job;
  }
  house_.events().publish("job", job_as_json(job, house_.simulated()),
                          [&](const access::Visitor& reader) { return sees(reader, job); });
}

}  // namespace lotline::http
