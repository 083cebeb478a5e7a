#pragma once
// What takes long, as jobs: files that came in are kept, worked on by a thread of its own, and the job can be followed
// and left. What is known of a job stands in a file beside what it works on, so that a service that was stopped or
// killed in the middle begins such a job again.
//
// A job of several files gathers them first: they are taken in together, in the order in which they came, or not at
// all.

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "access/visitor.h"
#include "base/date.h"
#include "exchange/csv_import.h"

namespace lotline::http {

class House;

/// One of a job's files, as it came in.
struct TakenFile {
  std::string name;           ///< what the sender called it
  std::string key;            ///< the Idempotency-Key it came with; empty for none
  std::string asked;          ///< hash of the request that came with the key; empty in jobs of older versions
  std::uint64_t bytes = 0;    ///< its size
  bool refused_rows = false;  ///< of an import: whether there is a file of them
  bool is_document = false;   ///< that file is a document of EPCIS; else rows of a template
};

struct Job {
  std::string id;
  std::string state;                                      ///< gathering, waiting, running, done, refused or failed
  std::vector<TakenFile> files;                           ///< at least one
  access::Visitor visitor;                                ///< in whose name it is done
  exchange::OnError on_error{};                           ///< of an import
  std::map<std::string, std::string, std::less<>> asked;  ///< of a training: what was told beside the file
  Instant at;
  std::int64_t place = 0;  ///< among all that came, from 1: jobs are done in the order in which they came
  std::uint64_t bytes_done = 0;
  std::int64_t rows = 0;           ///< done so far; of a training, pairs
  std::int64_t rows_total = 0;     ///< 0 where it is not known before
  std::string report;              ///< JSON, once done
  std::optional<Refusal> refused;  ///< why all of it was refused

  [[nodiscard]] std::uint64_t bytes_total() const;
};

/// Thrown out of a job's work where the service is being stopped; what it wrote must be undone by then.
struct JobStopped : std::exception {};

/// What jobs of one kind do.
struct JobKind {
  std::string_view event;  ///< under this name the event streams are told of them
  std::string (*as_json)(const Job& job, bool simulated);
  /// Fills in the job's report and how far it came. `tell` says how far it is, and is false where the service is being
  /// stopped. Refuses the job as a whole.
  Result<void> (*work)(House& house, Job& job, const std::vector<std::filesystem::path>& files,
                       const std::function<bool()>& tell);
};

/// A file as a request brought it.
struct SentFile {
  std::string name;
  std::filesystem::path upload;
  std::string key{};    ///< as of TakenFile
  std::string asked{};  ///< likewise
  bool more = false;    ///< further files follow
};

class Jobs {
 public:
  /// Files in `folder` (made, 0700, when it is not there). Jobs that were not finished are begun again.
  Jobs(House& house, std::filesystem::path folder, JobKind kind);
  /// Stops at the next sign of life of the job being done; it begins again at the next start.
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// Takes the file over; the job gathers while more follow. `told` has what the kind of job is told beside it. The
  /// same key of the same account gives the job it was given to before, and is refused (key_reused) with another
  /// request.
  Result<Job> add(const access::Visitor& visitor, const SentFile& file, const Job& told = {});
  /// Adds a further file to a job that gathers, and begins it unless more follow. Refuses one that does not gather, and
  /// more files or bytes than a job may have.
  Result<Job> add_to(const access::Visitor& visitor, std::string_view id, const SentFile& file);
  /// Ends a job that gathers; its files are removed.
  Result<void> give_up(const access::Visitor& visitor, std::string_view id);
  /// Those the visitor may see, newest first.
  [[nodiscard]] std::vector<Job> of(const access::Visitor& visitor) const;
  /// Refuses (no_such_job) what is not there or not the visitor's.
  [[nodiscard]] Result<Job> find(const access::Visitor& visitor, std::string_view id) const;
  /// Where the job's file of this place, from 0, lies until the job is done.
  [[nodiscard]] std::filesystem::path path_of(const Job& job, std::size_t file) const;
  [[nodiscard]] std::string as_json(const Job& job) const;

 private:
  void run();
  void take_in(Job job);
  void keep(const Job& job);
  void tell_of(const Job& job);
  void begin(const Job& job);
  bool progress(const Job& job, std::chrono::steady_clock::time_point& told);
  void remove_files(const Job& job) const;
  void forget(const Job& job);
  void give_up_old();
  Result<Job> gathering_job(const access::Visitor& visitor, std::string_view id) const;

  House& house_;
  std::filesystem::path folder_;
  JobKind kind_;
  std::mutex coming_;  ///< one file at a time is taken over; taken before the other
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::map<std::string, Job, std::less<>> jobs_;
  std::deque<std::string> waiting_;
  std::int64_t places_ = 0;  ///< of the newest job
  bool ending_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace lotline::http
