#include "http/house.h"

#include "base/json_writer.h"
#include "http/import_job.h"
#include "http/log.h"
#include "http/training_job.h"
#include "service/alert.h"
#include "service/logged.h"
#include "storage/refusals.h"
#include "storage/sqlite_connection.h"

namespace lotline::http {

namespace {

/// Of a group of commits there are seldom more; an import tells only how far it came.
constexpr RecordNumber kMostTold = 200;

/// As much as an import may take beside what is served.
constexpr int kImportCacheMib = 112;
constexpr int kImportCheckpointPages = 100'000;

Result<std::unique_ptr<storage::Connection>> open_connection(const Ground& ground, storage::OpenMode mode,
                                                             storage::SqliteOptions options = {}) {
  options.schema_version = storage::kSchemaVersion;
  return storage::open_sqlite(ground.register_path.string(), mode, options);
}

Result<std::unique_ptr<storage::RegisterStore>> open_store(const Ground& ground, storage::OpenMode mode,
                                                           bool bulk = false) {
  storage::SqliteOptions options;
  if (bulk) {
    options.cache_mib = kImportCacheMib;
    options.wal_autocheckpoint_pages = kImportCheckpointPages;
  }
  auto connection = TRY(open_connection(ground, mode, options));
  return storage::RegisterStore::open(std::move(connection), ground.salts);
}

std::string_view kind_of(const service::Record& record) {
  return std::visit([](const auto& what) { return what.kind_name; }, record.what);
}

}  // namespace

Result<std::unique_ptr<House>> House::open(const Ground& ground, Settings settings) {
  std::unique_ptr<House> house(new House(ground, std::move(settings)));
  TRY(house->open_register());
  const std::string log_id = house->log_id_;
  const std::string path = ground.register_path.string();
  house->scans_ = TRY(storage::ScanFolder::open(storage::scan_folder_of(path), !house->read_only()));
  house->access_file_ =
      TRY(storage::AccessFile::open(storage::access_path(path), storage::OpenMode::write, log_id, ground.clock));
  house->access_desk_ = std::make_unique<service::AccessDesk>(*house->access_file_, ground.clock);
  house->visits_ = std::make_unique<service::Visits>(*house->access_desk_);
  house->calibrators_ = std::make_unique<Calibrators>(ground.calibrators, path + "-calibrators");
  house->jobs_ = std::make_unique<Jobs>(*house, path + "-jobs", import_jobs());
  house->trainings_ = std::make_unique<Jobs>(*house, path + "-trainings", training_jobs());
  return house;
}

Result<void> House::open_register() {
  auto written = open_store(ground_, storage::OpenMode::write);
  const bool locked = !written && written.error().number != storage::read_only_register.number;
  if (locked) return std::unexpected(written.error());
  auto opened = written ? std::move(*written) : TRY(open_store(ground_, storage::OpenMode::read_only));
  const auto head = opened->head();
  simulated_ = head.simulated;
  log_id_ = head.log_id;
  told_ = head.records;
  if (!written) return {};
  written_ = std::move(opened);
  desk_ = std::make_unique<service::Desk>(*written_, ground_.catalogue, ground_.clock, ground_.salts, "");
  queue_ = std::make_unique<service::WriteQueue>(*desk_);
  kept_reading_ = std::make_unique<storage::KeptReading>(TRY(open_connection(ground_, storage::OpenMode::write)));
  return {};
}

House::~House() = default;

bool House::knows_host(std::string_view host) const {
  const auto address = parse_address(settings_.listen);
  if (!address || !address->socket_path.empty()) return true;  // a proxy's business
  const std::size_t colon = host.rfind(':');
  const bool has_port = colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos;
  std::string_view name = has_port ? host.substr(0, colon) : host;
  if (name.starts_with('[') && name.ends_with(']')) name = name.substr(1, name.size() - 2);
  if (name == address->host || std::ranges::find(settings_.hosts, name) != settings_.hosts.end()) return true;
  return address->local() && (name == "localhost" || name == "127.0.0.1" || name == "::1");
}

service::Register& House::store() {
  // Threads that answer belong to one service for as long as they live.
  thread_local std::unique_ptr<storage::RegisterStore> own;
  thread_local const House* whose = nullptr;
  if (own == nullptr || whose != this) {
    auto opened = open_store(ground_, storage::OpenMode::read_only);
    if (!opened) throw storage::StorageFault(opened.error());
    own = std::move(*opened);
    whose = this;
  }
  return *own;
}

const tracing::Readers& House::readers() {
  const std::lock_guard lock(readers_mutex_);
  if (readers_.empty() || readers_day_ != today()) {
    readers_day_ = today();
    readers_.push_back(std::make_unique<tracing::Readers>(ground_.catalogue, readers_day_));
  }
  return *readers_.back();
}

service::Reference House::reference(const access::Visitor& visitor) {
  return {ground_.catalogue, readers(), today(), visitor};
}

Result<RecordNumber> House::write(const access::Visitor& visitor, const service::WriteQueue::Act& act) {
  if (read_only()) return refuse(storage::read_only_register);
  auto answer = queue_->submit([&](service::Desk& desk) {
    desk.actor = visitor.name;
    desk.acting_for = visitor.organisation;
    desk.visitor = visitor;
    return act(desk);
  });
  auto number = answer.get();
  if (number) tell_since(*number - 1);
  return number;
}

Result<std::string> House::offer_demonstration() {
  demonstration_ = TRY(service::Demonstration::begin(*access_desk_, simulated_));
  return demonstration_->secret();
}

Result<ImportDesk> House::import_desk(const access::Visitor& visitor) {
  ImportDesk made{TRY(open_store(ground_, storage::OpenMode::write, true)), nullptr};
  made.desk =
      std::make_unique<service::Desk>(*made.store, ground_.catalogue, ground_.clock, ground_.salts, visitor.name);
  made.desk->acting_for = visitor.organisation;
  made.desk->visitor = visitor;
  return made;
}

void House::tell_since(RecordNumber number) {
  auto& log = store();
  service::read_one_state(log, [&] {
    const RecordNumber last = log.head().records;
    RecordNumber from = 0;
    {
      const std::lock_guard lock(told_mutex_);
      from = std::max(told_, number) + 1;
      told_ = std::max(told_, last);
    }
    for (RecordNumber at = std::max(from, last - kMostTold + 1); at <= last; ++at) {
      const auto record = service::logged(log, at);
      if (!record) continue;  // a damaged row is told by verify, not here
      JsonWriter json;
      json.begin_object().member("record", at).member("kind", kind_of(*record)).end_object();
      const PartyId acting_for = record->acting_for;
      events_.publish(service::is_alert(record->what) ? "alert" : "record", json.text(), [&](const auto& reader) {
        return reader.may(access::Right::read_all) || (reader.organisation && reader.organisation == acting_for);
      });
    }
    return 0;
  });
}

}  // namespace lotline::http
