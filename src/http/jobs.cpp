#include "http/jobs.h"

#include <sys/stat.h>

#include <numeric>
#include <span>

#include "answers/refusals.h"
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
/// Files that wait for further ones lie no longer than that: they may hold personal values.
constexpr std::int64_t kGatheredSeconds = 86'400;
constexpr std::size_t kMostFiles = 1'000;

bool finished(const Job& job) { return job.state != "waiting" && job.state != "running" && job.state != "gathering"; }

bool sees(const access::Visitor& visitor, const Job& job) {
  return visitor.name == job.visitor.name || visitor.may(access::Right::read_log);
}

/// Whether one of these files came with the same key. Refuses the key of another request.
Result<bool> came_before(std::span<const TakenFile> files, const SentFile& file) {
  if (file.key.empty()) return false;
  const auto known = std::ranges::find(files, file.key, &TakenFile::key);
  if (known == files.end()) return false;
  const bool another = !known->asked.empty() && known->asked != file.asked;
  if (another) return refuse(answers::key_reused);
  return true;
}

TakenFile taken(const SentFile& file) {
  std::error_code error;
  return {file.name, file.key, file.asked, static_cast<std::uint64_t>(fs::file_size(file.upload, error))};
}

}  // namespace

std::uint64_t Job::bytes_total() const {
  return std::accumulate(files.begin(), files.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const TakenFile& file) { return sum + file.bytes; });
}

Jobs::Jobs(House& house, fs::path folder, JobKind kind) : house_(house), folder_(std::move(folder)), kind_(kind) {
  ::mkdir(folder_.c_str(), S_IRWXU);
  const Instant now = house_.ground().clock.now();
  for (Job& job : read_jobs(folder_)) {
    if (finished(job) && now.seconds - job.at.seconds > kKeptSeconds) {
      forget(job);
      continue;
    }
    places_ = std::max(places_, job.place);
    if (!finished(job) && job.state != "gathering") {
      job.state = "waiting";
      waiting_.push_back(job.id);
    }
    jobs_.emplace(job.id, std::move(job));
  }
  give_up_old();
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

fs::path Jobs::path_of(const Job& job, std::size_t file) const {
  return folder_ / (file == 0 ? job.id + ".csv" : fmt::format("{}.{}.csv", job.id, file + 1));
}

std::string Jobs::as_json(const Job& job) const { return kind_.as_json(job, house_.simulated()); }

void Jobs::remove_files(const Job& job) const {
  std::error_code error;
  for (std::size_t i = 0; i < job.files.size(); ++i) fs::remove(path_of(job, i), error);
}

/// With all that lies of it.
void Jobs::forget(const Job& job) {
  remove_files(job);
  std::error_code error;
  for (std::size_t i = 0; i < job.files.size(); ++i)
    for (const auto* ending : {".refused.csv", ".refused.json"}) fs::remove(path_of(job, i).string() + ending, error);
  fs::remove(folder_ / (job.id + ".json"), error);
  const std::lock_guard lock(mutex_);
  jobs_.erase(job.id);
}

void Jobs::give_up_old() {
  const std::int64_t now = house_.ground().clock.now().seconds;
  std::vector<Job> old;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, job] : jobs_)
      if (job.state == "gathering" && now - job.at.seconds > kGatheredSeconds) old.push_back(job);
  }
  for (const Job& job : old) forget(job);
}

Result<Job> Jobs::add(const access::Visitor& visitor, const SentFile& file, const Job& told) {
  const std::lock_guard one_at_a_time(coming_);
  give_up_old();
  Job job = told;
  job.id = file.upload.stem().string();
  job.state = file.more ? "gathering" : "waiting";
  job.files = {taken(file)};
  job.visitor = visitor;
  job.at = house_.ground().clock.now();
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, known] : jobs_)
      if (known.visitor.name == visitor.name && TRY(came_before(std::span(known.files).first(1), file))) return known;
    job.place = ++places_;
  }
  std::error_code error;
  fs::rename(file.upload, path_of(job, 0), error);
  if (error) return refuse(answers::upload_failed);
  begin(job);
  return job;
}

Result<Job> Jobs::add_to(const access::Visitor& visitor, std::string_view id, const SentFile& file) {
  const std::lock_guard one_at_a_time(coming_);
  Job job = TRY(find(visitor, id));
  if (job.visitor.name == visitor.name && TRY(came_before(std::span(job.files).subspan(1), file))) return job;
  job = TRY(gathering_job(visitor, id));
  job.files.push_back(taken(file));
  const auto most = static_cast<std::uint64_t>(house_.settings().upload_bytes);
  const bool too_much = job.files.size() > kMostFiles || job.bytes_total() > most;
  if (too_much) return refuse(answers::import_full, "{} files of {} bytes", job.files.size(), job.bytes_total());
  std::error_code error;
  fs::rename(file.upload, path_of(job, job.files.size() - 1), error);
  if (error) return refuse(answers::upload_failed);
  if (!file.more) job.state = "waiting";
  begin(job);
  return job;
}

Result<void> Jobs::give_up(const access::Visitor& visitor, std::string_view id) {
  const std::lock_guard one_at_a_time(coming_);
  forget(TRY(gathering_job(visitor, id)));
  return {};
}

/// Only whoever began it goes on with it.
Result<Job> Jobs::gathering_job(const access::Visitor& visitor, std::string_view id) const {
  Job job = TRY(find(visitor, id));
  if (job.visitor.name != visitor.name) return refuse(answers::no_such_job, "{}", id);
  if (job.state != "gathering") return refuse(answers::not_gathering, "{} is {}", id, job.state);
  return job;
}

/// Keeps the job, and hands it to the thread unless it gathers.
void Jobs::begin(const Job& job) {
  keep(job);
  if (job.state == "gathering") return;
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(job.id);
  }
  arrived_.notify_one();
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
  std::vector<fs::path> files;
  for (std::size_t i = 0; i < job.files.size(); ++i) files.push_back(path_of(job, i));
  auto told = std::chrono::steady_clock::now();
  try {
    const auto done = kind_.work(house_, job, files, [&] { return progress(job, told); });
    job.state = done ? "done" : "refused";
    if (!done) job.refused = done.error();
  } catch (const JobStopped&) {
    return;  // its file says running: the next start begins it again
  } catch (const storage::StorageFault& error) {
    log_fault(job.id, kind_.event, error.what());
    job.state = "failed";
    job.refused = without_path(error.refusal(), house_.ground().register_path);
  } catch (const std::exception& error) {
    log_fault(job.id, kind_.event, error.what());
    job.state = "failed";
  }
  remove_files(job);  // what came in may hold personal values
  keep(job);
}

/// False where the service is being stopped.
bool Jobs::progress(const Job& job, std::chrono::steady_clock::time_point& told) {
  const auto now = std::chrono::steady_clock::now();
  if (now - told < kBetweenWords) return true;
  told = now;
  {
    const std::lock_guard lock(mutex_);
    if (ending_) return false;
    jobs_[job.id] = job;
  }
  tell_of(job);
  return true;
}

void Jobs::keep(const Job& job) {
  write_job(folder_ / (job.id + ".json"), job);
  {
    const std::lock_guard lock(mutex_);
    jobs_[job.id] = job;
  }
  tell_of(job);
}

void Jobs::tell_of(const Job& job) {
  house_.events().publish(kind_.event, as_json(job), [&](const access::Visitor& reader) { return sees(reader, job); });
}

}  // namespace lotline::http
