// Commits joined on a disk that fails at every step: whoever was told that a record stands finds it, and of a commit
// that failed nothing is there, or after a crash all of it.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "service/acts.h"
#include "service/open_register.h"
#include "service/verify.h"
#include "storage/register_store.h"
#include "storage/sqlite_connection.h"
#include "tests/faults/fault_vfs.h"
#include "tests/register/queue_gate.h"

namespace lotline {

namespace {

using faults::Fault;
using faults::FaultVfs;
using service::WriteQueue;

constexpr int kTogether = 5;

class WriteQueueUnderFaults : public ::testing::TestWithParam<Fault> {
 protected:
  WriteQueueUnderFaults() { std::filesystem::create_directory(folder_); }
  ~WriteQueueUnderFaults() override { std::filesystem::remove_all(folder_); }

  storage::SqliteOptions on(const FaultVfs& disk) {
    storage::SqliteOptions options;
    options.schema_version = storage::kSchemaVersion;
    options.vfs = disk.name();
    return options;
  }
  void make(const FaultVfs& disk) {
    std::filesystem::remove(path_);
    auto connection = storage::open_sqlite(path_, storage::OpenMode::create, on(disk)).value();
    const auto opening = service::decide_opening({"BR", {}, false, "tester"}, catalogue_, clock_, salts_).value();
    ASSERT_TRUE(storage::RegisterStore::create(std::move(connection), salts_, opening).has_value());
  }
  static WriteQueue::Act party(std::string code) {
    return [code = std::move(code)](service::Desk& desk) -> Result<RecordNumber> {
      const auto* kind = TRY(service::find_act("parties"));
      const auto values =
          TRY(service::Values::of(kind->form, {{"code", code}, {"kind", "dealer"}, {"name", code}, {"country", "BR"}}));
      return kind->record(desk, values, {});
    };
  }
  /// Hands in rounds of acts, each round's together, until one of them fails. How many rounds were acknowledged, each
  /// whole.
  int rounds_until_failure(service::Desk& desk) {
    WriteQueue queue(desk);
    for (int round = 0; round < 4; ++round) {
      QueueGate gate;
      gate.shut(queue);
      std::vector<std::future<Result<RecordNumber>>> answers;
      for (int i = 0; i < kTogether; ++i) answers.push_back(queue.submit(party(fmt::format("D{}-{}", round, i))));
      gate.open();
      int acknowledged = 0;
      for (auto& answer : answers) {
        try {
          acknowledged += answer.get().has_value() ? 1 : 0;
        } catch (const storage::StorageFault&) {
          // Told: it is not kept.
        }
      }
      acknowledged_ += acknowledged;
      if (acknowledged < kTogether) return round;
    }
    return 4;
  }
  int parties_known(service::Desk& desk, int round) {
    int known = 0;
    for (int i = 0; i < kTogether; ++i) known += desk.lookup.party(fmt::format("D{}-{}", round, i)).has_value() ? 1 : 0;
    return known;
  }

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("lotline-queue-faults-" + std::to_string(getpid()));
  const std::string path_ = folder_ / "register.lotline";
  const SystemClock clock_;
  proof::SystemSalts salts_;
  const catalogue::Catalogue catalogue_ = catalogue::Catalogue::load({LOTLINE_SOURCE_DIR "/data"}).value();
  int acknowledged_ = 0;
};

TEST_P(WriteQueueUnderFaults, keeps_what_was_acknowledged_and_of_a_failed_commit_nothing_or_all) {
  int faults_met = 0;
  for (std::uint64_t step = 1; step < 400; step += 2) {
    FaultVfs disk;
    ASSERT_NO_FATAL_FAILURE(make(disk));
    acknowledged_ = 0;
    int whole = 0;
    {
      auto store =
          storage::RegisterStore::open(storage::open_sqlite(path_, storage::OpenMode::write, on(disk)).value(), salts_)
              .value();
      service::Desk desk(*store, catalogue_, clock_, salts_, "tester");
      disk.fail_at(step, GetParam());
      whole = rounds_until_failure(desk);
    }
    const bool met = disk.failed();
    disk.mend();
    if (GetParam() == Fault::power_cut) disk.cut_power(step);
    faults_met += met ? 1 : 0;
    // Answers of one commit are alike.
    EXPECT_EQ(acknowledged_, whole * kTogether) << "step " << step;

    auto store =
        storage::RegisterStore::open(storage::open_sqlite(path_, storage::OpenMode::write, on(disk)).value(), salts_)
            .value();
    const auto verified = service::verify(*store);
    ASSERT_TRUE(verified.has_value()) << "step " << step << ": " << verified.error().text;
    service::Desk desk(*store, catalogue_, clock_, salts_, "tester");
    for (int round = 0; round < whole; ++round) EXPECT_EQ(parties_known(desk, round), kTogether) << "step " << step;
    const auto more = verified->records - 1 - acknowledged_;
    EXPECT_TRUE(more == 0 || more == kTogether) << "step " << step << ": " << more;
    if (!met) break;
  }
  EXPECT_GT(faults_met, 5);
}

INSTANTIATE_TEST_SUITE_P(EveryFault, WriteQueueUnderFaults,
                         ::testing::Values(Fault::io_error, Fault::disk_full, Fault::killed_process, Fault::power_cut));

}  // namespace

}  // namespace lotline
