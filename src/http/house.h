#pragma once
// What the handlers of one service share: the register (a store of its own for each thread that reads, one queue for
// all that is written), the reference data, events, and the settings.

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "comparison/calibrator.h"
#include "http/calibrators.h"
#include "http/events.h"
#include "http/jobs.h"
#include "http/keys_in_flight.h"
#include "http/metrics.h"
#include "http/settings.h"
#include "service/cards.h"
#include "service/demonstration.h"
#include "service/visit.h"
#include "service/write_queue.h"
#include "storage/access_store.h"
#include "storage/kept_reading.h"
#include "storage/register_store.h"
#include "storage/scan_folder.h"

namespace lotline::http {

/// What a service is made of; all of it outlives the house.
struct Ground {
  const catalogue::Catalogue& catalogue;
  const Clock& clock;
  proof::SaltSource& salts;
  std::filesystem::path register_path;
  std::vector<const comparison::Calibrator*> calibrators{};  ///< at most one for each mark
};

/// A desk of its own before a register of its own, for an import that holds the register while acts wait.
struct ImportDesk {
  std::unique_ptr<storage::RegisterStore> store;
  std::unique_ptr<service::Desk> desk;
};

class House {
 public:
  /// Opens the register for writing, or to read only where its file lets nobody write.
  static Result<std::unique_ptr<House>> open(const Ground& ground, Settings settings);
  ~House();
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const Ground& ground() const { return ground_; }
  [[nodiscard]] bool simulated() const { return simulated_; }
  [[nodiscard]] bool read_only() const { return queue_ == nullptr; }
  [[nodiscard]] Day today() const { return ground_.clock.now().day(); }

  /// The calling thread's own store, read-only. Throws StorageFault when the register cannot be opened any more.
  service::Register& store();
  /// What cards and traces need, for this visitor, who outlives it.
  service::Reference reference(const access::Visitor& visitor);

  /// Hands in an act under the visitor's name and waits for it; what it recorded is told to the event streams. Refuses
  /// everything where the register is read-only. Throws what the store threw when nothing was kept.
  Result<RecordNumber> write(const access::Visitor& visitor, const service::WriteQueue::Act& act);
  /// Opened for writing, in bulk. Refuses everything where the register is read-only.
  Result<ImportDesk> import_desk(const access::Visitor& visitor);

  /// Accounts, sessions and the access log.
  service::AccessDesk& access() { return *access_desk_; }
  service::Visits& visits() { return *visits_; }
  Jobs& jobs() { return *jobs_; }
  Jobs& trainings() { return *trainings_; }
  /// Offers one sign-in without a password: its secret. Refuses a register that is not simulated.
  Result<std::string> offer_demonstration();
  /// None where it was not offered.
  service::Demonstration* demonstration() { return demonstration_.get(); }
  /// The folder of the register's scans; not there yet where none was enrolled.
  service::ScanStore& scans() { return *scans_; }
  Calibrators& calibrators() { return *calibrators_; }
  /// Where what comes in, and what passes through a file, lies for the time of a request.
  [[nodiscard]] std::filesystem::path uploads() const { return ground_.register_path.string() + "-uploads"; }
  /// Tells the event streams of the records after this number.
  void tell_since(RecordNumber number);

  /// Whether a Host header names this service.
  [[nodiscard]] bool knows_host(std::string_view host) const;
  /// The port it listens at, once it does.
  void listens_at(int port) { port_ = port; }

  /// How many connections are open, as the server counts them.
  [[nodiscard]] std::size_t connections() const { return count_connections_ ? count_connections_() : 0; }
  void count_connections(std::function<std::size_t()> count) { count_connections_ = std::move(count); }

  KeysInFlight& keys() { return keys_; }
  Events& events() { return events_; }
  Metrics& metrics() { return metrics_; }

 private:
  House(const Ground& ground, Settings settings) : ground_(ground), settings_(std::move(settings)) {}
  Result<void> open_register();
  const tracing::Readers& readers();

  Ground ground_;
  Settings settings_;
  bool simulated_ = false;
  std::string log_id_;
  int port_ = 0;
  std::function<std::size_t()> count_connections_;
  Metrics metrics_;
  Events events_;
  KeysInFlight keys_;

  std::mutex readers_mutex_;
  Day readers_day_{};
  std::vector<std::unique_ptr<tracing::Readers>> readers_;  ///< one a day; answers being made hold on to older ones

  std::mutex told_mutex_;
  RecordNumber told_ = 0;  ///< the last record the streams know of

  std::unique_ptr<storage::RegisterStore> written_;  ///< the queue's own
  std::unique_ptr<service::Desk> desk_;
  std::unique_ptr<service::WriteQueue> queue_;          ///< none where the register is read-only
  std::unique_ptr<storage::KeptReading> kept_reading_;  ///< likewise

  std::unique_ptr<storage::ScanFolder> scans_;
  std::unique_ptr<storage::AccessFile> access_file_;
  std::unique_ptr<service::AccessDesk> access_desk_;
  std::unique_ptr<service::Visits> visits_;
  std::unique_ptr<service::Demonstration> demonstration_;
  std::unique_ptr<Calibrators> calibrators_;
  std::unique_ptr<Jobs> jobs_, trainings_;  ///< last: their threads use all of the above
};

}  // namespace lotline::http
