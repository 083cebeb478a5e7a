#include "storage/rebuild.h"

#include <filesystem>

#include "service/refusals.h"
#include "storage/old_register.h"
#include "storage/refusals.h"
#include "storage/register_file.h"
#include "storage/register_store.h"
#include "storage/sqlite_connection.h"

namespace lotline::storage {

namespace {

/// As often as that rows in memory may be written, and progress is told.
constexpr RecordNumber kRecordsAStep = 1'000;

/// Salts that were drawn already: each record gets the one it has in the log.
class LoggedSalts final : public proof::SaltSource {
 public:
  proof::Salt next() override { return salt_; }
  void set(const proof::Salt& salt) { salt_ = salt; }

 private:
  proof::Salt salt_{};
};

/// The file a register grows in goes away with it, unless it got its name.
struct UnnamedFile {
  std::string path;
  explicit UnnamedFile(std::string grown) : path(std::move(grown)) {}
  UnnamedFile(const UnnamedFile&) = delete;
  UnnamedFile& operator=(const UnnamedFile&) = delete;
  ~UnnamedFile() { remove_register_file(path); }
};

SqliteOptions in_bulk() {
  SqliteOptions options;
  options.schema_version = kSchemaVersion;
  options.wal_autocheckpoint_pages = 100'000;
  options.cache_mib = 112;
  return options;
}

Result<service::Record> read_record(service::RecordReader& reader, const service::LoggedRecord& logged,
                                    RecordNumber expected) {
  if (logged.number != expected)
    return refuse(service::verification_failed, "record {} is missing from the log, where {} stands in its place",
                  expected, logged.number);
  auto record = reader.decode(logged.body);
  if (!record)
    return refuse(service::verification_failed, "record {} cannot be read: {}", logged.number, record.error().text);
  return record;
}

/// Every record after the first, and the personal values, in one unit of work.
Result<void> replay(OldRegister& old, RegisterStore& store, LoggedSalts& salts, const service::Progress& progress) {
  auto work = TRY(service::UnitOfWork::begin(store));
  service::RecordReader reader;
  Result<void> outcome;
  const auto take = [&](const service::LoggedRecord& logged) -> Result<void> {
    const auto record = TRY(read_record(reader, logged, store.next_number()));
    if (logged.number % kRecordsAStep == 0) {
      store.mark();
      if (progress) progress(logged.number, old.head().records);
    }
    salts.set(logged.salt);
    store.append(record);
    return {};
  };
  old.read_log(2, [&](const service::LoggedRecord& logged) {
    outcome = take(logged);
    return outcome.has_value();
  });
  TRY(outcome);
  old.read_personal([&](const parties::PersonalRow& row) { store.state().personal.put(row); });
  work.commit();
  return {};
}

/// The new register in the file it grows in, verified.
Result<service::Verification> grow(OldRegister& old, const std::string& growing, const service::Progress& replaying,
                                   const service::Progress& verifying) {
  LoggedSalts salts;
  service::RecordReader reader;
  std::optional<service::LoggedRecord> first;
  old.read_log(1, [&](const service::LoggedRecord& logged) {
    first = logged;
    return false;
  });
  if (!first) return refuse(service::verification_failed, "its log is empty");
  const auto opening = TRY(read_record(reader, *first, 1));
  if (!std::holds_alternative<service::RegisterOpened>(opening.what))
    return refuse(service::verification_failed, "its first record does not open a register");
  salts.set(first->salt);
  const auto store = TRY(RegisterStore::create(TRY(open_sqlite(growing, OpenMode::create, in_bulk())), salts, opening));
  try {
    TRY(replay(old, *store, salts, replaying));
  } catch (const BrokenInvariant& broken) {
    return refuse(service::verification_failed, "{}", broken.what());
  }
  const auto found = TRY(service::verify(*store, verifying));
  const service::Head said = old.head();
  if (found.head.root != said.root || found.head.records != said.records)
    return refuse(service::verification_failed, "its log gives root {} over {} records, its head says {} over {}",
                  proof::to_hex(found.head.root), found.head.records, proof::to_hex(said.root), said.records);
  return found;
}

}  // namespace

Result<service::Verification> rebuild_register(const std::string& from, const std::string& into,
                                               const service::Progress& replaying, const service::Progress& verifying) {
  auto old = TRY(OldRegister::open(from));
  std::error_code none;
  if (std::filesystem::exists(into, none)) return refuse(register_exists, "{}", into);
  const std::string growing = into + ".rebuilding";
  if (std::filesystem::exists(growing, none))
    return refuse(register_exists, "{} is left of a rebuild that did not end; delete it first", growing);
  const UnnamedFile file(growing);
  old->begin_read();
  auto found = TRY(grow(*old, growing, replaying, verifying));
  old->end_read();
  TRY(name_register_file(growing, into));
  return found;
}

}  // namespace lotline::storage
