// A register on a disk that fails at every step of recording an act: what was acknowledged is kept, nothing is half
// there.

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>

#include "service/open_register.h"
#include "service/verify.h"
#include "storage/register_store.h"
#include "storage/sqlite_connection.h"
#include "tests/faults/fault_vfs.h"

namespace lotline {

namespace {

using faults::Fault;
using faults::FaultVfs;

storage::SqliteOptions on(const FaultVfs& disk) {
  storage::SqliteOptions options;
  options.schema_version = storage::kSchemaVersion;
  options.vfs = disk.name();
  return options;
}

service::Record party(const std::string& code) {
  parties::PartyRegistered registered;
  registered.code = code;
  registered.kind = parties::PartyKind::dealer;
  registered.name = "Simulated dealer " + code;
  registered.country = "BR";
  service::Record record;
  record.actor = "tester";
  record.what = registered;
  return record;
}

/// Records parties one by one until the disk fails; how many were acknowledged.
RecordNumber record_until_failure(const FaultVfs& disk, const std::string& path, proof::SaltSource& salts) {
  RecordNumber acknowledged = 1;  // the opening record
  try {
    auto connection = storage::open_sqlite(path, storage::OpenMode::write, on(disk));
    if (!connection) return acknowledged;
    auto store = storage::RegisterStore::open(std::move(*connection), salts);
    if (!store) return acknowledged;
    for (int i = 0; i < 6; ++i) {
      auto work = service::UnitOfWork::begin(**store);
      if (!work) return acknowledged;
      (*store)->append(party("D" + std::to_string(i)));
      work->commit();
      ++acknowledged;
    }
  } catch (const storage::StorageFault&) {
    // The disk's fault ends the work; what was committed before stays.
  }
  return acknowledged;
}

class RegisterUnderFaults : public ::testing::TestWithParam<Fault> {};

TEST_P(RegisterUnderFaults, keeps_every_acknowledged_record_and_no_half_one) {
  const SystemClock clock;
  proof::SystemSalts salts;
  const auto catalogue = catalogue::Catalogue::load({LOTLINE_SOURCE_DIR "/data"}).value();
  const auto folder = std::filesystem::temp_directory_path() / ("lotline-faults-" + std::to_string(getpid()));
  int faults_met = 0;
  for (std::uint64_t step = 1; step < 400; step += 3) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    const std::string path = folder / "register.lotline";
    FaultVfs disk;
    {
      auto connection = storage::open_sqlite(path, storage::OpenMode::create, on(disk)).value();
      const auto opening = service::decide_opening({"BR", {}, false, "tester"}, catalogue, clock, salts).value();
      ASSERT_TRUE(storage::RegisterStore::create(std::move(connection), salts, opening).has_value());
    }
    disk.fail_at(step, GetParam());
    const RecordNumber acknowledged = record_until_failure(disk, path, salts);
    const bool met = disk.failed();
    disk.mend();
    if (GetParam() == Fault::power_cut) disk.cut_power(step);
    faults_met += met ? 1 : 0;

    auto connection = storage::open_sqlite(path, storage::OpenMode::write, on(disk));
    ASSERT_TRUE(connection.has_value()) << "step " << step << ": " << connection.error().text;
    const auto store = storage::RegisterStore::open(std::move(*connection), salts).value();
    const auto verified = service::verify(*store);
    ASSERT_TRUE(verified.has_value()) << "step " << step << ": " << verified.error().text;
    EXPECT_GE(verified->records, acknowledged) << "step " << step;
    EXPECT_LE(verified->records, acknowledged + 1) << "step " << step;
    if (!met) break;
  }
  std::filesystem::remove_all(folder);
  EXPECT_GT(faults_met, 5);
}

INSTANTIATE_TEST_SUITE_P(EveryFault, RegisterUnderFaults,
                         ::testing::Values(Fault::io_error, Fault::disk_full, Fault::killed_process, Fault::power_cut));

}  // namespace

}  // namespace lotline
