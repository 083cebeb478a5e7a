#pragma once
// Imports as jobs: a file that came in is kept, taken in by a thread of its own, and can be followed and left. What is
// known of a job stands in a file beside what it takes in, so that a service that was stopped or killed in the middle
// begins such a job again: the rows that were recorded are known by their refs and are not recorded twice.

#include <condition_variable>
#include <deque>
#include <filesystem>
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

struct Job {
  std::string id;
  std::string state;        ///< waiting, running, done, refused or failed
  std::string file;         ///< what the sender called it
  access::Visitor visitor;  ///< in whose name it records
  std::string key;          ///< the Idempotency-Key it came with; empty for none
  exchange::OnError on_error{};
  Instant at;
  std::int64_t place = 0;  ///< among all that came, from 1: jobs are taken in the order in which they came
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;
  std::int64_t rows = 0;
  std::string report;              ///< JSON, once done
  std::optional<Refusal> refused;  ///< why the whole file was refused
  bool refused_rows = false;       ///< whether there is a file of them
  bool is_document = false;        ///< that file is a document of EPCIS; else rows of a template
};

/// One object, as every answer about a job has it.
std::string job_as_json(const Job& job, bool simulated);

class Jobs {
 public:
  /// Files in `folder` (made, 0700, when it is not there). Jobs that were not finished are begun again.
  Jobs(House& house, std::filesystem::path folder);
  /// Stops after the rows being taken in; that job begins again at the next start.
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// Takes the file over. The same key of the same account gives the job it was given to before.
  Result<Job> add(const access::Visitor& visitor, std::string_view file, const std::filesystem::path& upload,
                  exchange::OnError on_error, std::string_view key);
  /// Those the visitor may see, newest first.
  [[nodiscard]] std::vector<Job> of(const access::Visitor& visitor) const;
  /// Refuses (no_such_job) what is not there or not the visitor's.
  [[nodiscard]] Result<Job> find(const access::Visitor& visitor, std::string_view id) const;
  /// Where the rows or events that were refused lie.
  [[nodiscard]] std::filesystem::path refused_rows_of(const Job& job) const;

 private:
  void run();
  void take_in(Job job);
  void keep(const Job& job);
  Result<exchange::ImportReport> import(Job& job);
  [[nodiscard]] std::filesystem::path path_of(std::string_view id, std::string_view ending) const;

  House& house_;
  std::filesystem::path folder_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::map<std::string, Job, std::less<>> jobs_;
  std::deque<std::string> waiting_;
  std::int64_t places_ = 0;  ///< of the newest job
  bool ending_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace lotline::http
