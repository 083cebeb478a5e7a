#include "tests/faults/fault_vfs.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "storage/refusals.h"
#include "storage/sqlite_connection.h"

namespace lotline::faults {
namespace {

namespace fs = std::filesystem;

constexpr int kTransactions = 12;

class FaultVfsTest : public testing::Test {
 protected:
  FaultVfsTest() {
    // In memory where there is such a folder: what is lost here is decided by FaultVfs, and thousands of real syncs are
    // slow.
    const fs::path parent = fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
    std::string name = (parent / "lotline-faults-XXXXXX").string();
    folder = mkdtemp(name.data());
    storage::SqliteOptions options;
    auto made = storage::open_sqlite((folder / "empty").string(), storage::OpenMode::create, options).value();
    made->execute("CREATE TABLE t (transaction_number INTEGER, part INTEGER, bytes BLOB)");
  }
  ~FaultVfsTest() override { fs::remove_all(folder); }

  /// A fresh copy of the register with its empty table, alone in a folder.
  void start() {
    ++runs;
    path = (folder / std::to_string(runs) / "register.lotline").string();
    fs::create_directory(fs::path(path).parent_path());
    fs::copy_file(folder / "empty", path);
  }

  /// Runs transactions of two rows each until one fails; the last that was acknowledged. The -wal file is folded in
  /// every few pages, so that checkpoints are among the steps.
  int write_until_it_fails(FaultVfs& disk, const char* first = "PRAGMA synchronous = FULL") const {
    storage::SqliteOptions options;
    options.vfs = disk.name();
    options.wal_autocheckpoint_pages = 6;
    options.busy_timeout_ms = 0;
    int acknowledged = 0;
    auto opened = storage::open_sqlite(path, storage::OpenMode::write, options);
    if (!opened) return acknowledged;
    try {
      storage::Connection& connection = **opened;
      connection.execute(first);
      const auto insert = connection.prepare("INSERT INTO t VALUES (?1, ?2, zeroblob(1500))");
      for (int i = 1; i <= kTransactions; ++i) {
        connection.begin_immediate();
        for (const int part : {1, 2}) {
          insert->bind(1, i);
          insert->bind(2, part);
          insert->step();
        }
        connection.commit();
        acknowledged = i;
      }
    } catch (const storage::StorageFault&) {
      // The transaction at hand is lost; what was acknowledged must not be.
    }
    return acknowledged;
  }

  struct Found {
    std::int64_t transactions = 0;
    std::int64_t half = 0;  ///< transactions of which one row alone is there
    std::int64_t last = 0;
    std::string damage;
  };
  /// What the register holds when it is opened again on a disk that works.
  [[nodiscard]] Found look() const {
    const auto connection = storage::open_sqlite(path, storage::OpenMode::write).value();
    const auto count = connection->prepare(
        "SELECT count(*), coalesce(sum(parts <> 2), 0), coalesce(max(n), 0) FROM "
        "(SELECT transaction_number AS n, count(*) AS parts FROM t GROUP BY 1)");
    count->step();
    return {count->column_int64(0), count->column_int64(1), count->column_int64(2), connection->damage()};
  }

  /// One run with that fault at that step; false when the work ended before the step came.
  bool run(std::uint64_t step, Fault fault, std::uint64_t seed) {
    start();
    FaultVfs disk;
    disk.fail_at(step, fault);
    const int acknowledged = write_until_it_fails(disk);
    const bool failed = disk.failed();
    if (failed && fault == Fault::power_cut) disk.cut_power(seed);
    const Found found = look();
    EXPECT_EQ(found.damage, "") << step;
    EXPECT_EQ(found.half, 0) << step;
    EXPECT_EQ(found.last, found.transactions) << step;
    EXPECT_GE(found.last, acknowledged) << step;
    EXPECT_LE(found.last, acknowledged + 1) << step;
    if (!failed) {
      EXPECT_EQ(acknowledged, kTransactions);
    }
    return failed;
  }
  /// A fault at each step in turn, until no step is left; how many there were.
  std::uint64_t run_all(Fault fault, std::uint64_t seed = 0) {
    std::uint64_t step = 1;
    while (run(step, fault, seed) && !HasFailure()) ++step;
    return step - 1;
  }

  fs::path folder;
  std::string path;
  int runs = 0;
};

TEST_F(FaultVfsTest, a_disk_without_a_fault_keeps_everything) {
  start();
  FaultVfs disk;
  EXPECT_EQ(write_until_it_fails(disk), kTransactions);
  EXPECT_GT(disk.steps(), 50U);
  EXPECT_FALSE(disk.failed());
  disk.cut_power(0);
  EXPECT_EQ(look().last, kTransactions);
}

TEST_F(FaultVfsTest, no_failed_step_loses_an_acknowledged_transaction_or_leaves_a_half_one) {
  EXPECT_GT(run_all(Fault::io_error), 50U);
}

TEST_F(FaultVfsTest, a_disk_that_fills_up_at_any_step_loses_nothing_acknowledged) {
  EXPECT_GT(run_all(Fault::disk_full), 50U);
}

TEST_F(FaultVfsTest, a_process_killed_at_any_step_loses_nothing_acknowledged) {
  EXPECT_GT(run_all(Fault::killed_process), 50U);
}

TEST_F(FaultVfsTest, a_power_cut_at_any_step_loses_nothing_acknowledged) { EXPECT_GT(run_all(Fault::power_cut), 50U); }

TEST_F(FaultVfsTest, a_power_cut_that_lets_some_unsynced_writes_through_loses_nothing_acknowledged) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) EXPECT_GT(run_all(Fault::power_cut, seed), 50U);
}

TEST_F(FaultVfsTest, a_register_that_is_not_synced_does_lose_transactions_which_shows_that_the_cut_is_real) {
  int lost = 0;
  for (std::uint64_t step = 20; step < 60; ++step) {
    start();
    FaultVfs disk;
    disk.fail_at(step, Fault::power_cut);
    const int acknowledged = write_until_it_fails(disk, "PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0");
    ASSERT_TRUE(disk.failed());
    disk.cut_power(0);
    if (look().last < acknowledged) ++lost;
  }
  EXPECT_GT(lost, 0);
}

TEST_F(FaultVfsTest, each_fault_is_reported_under_its_own_number) {
  const auto reported = [&](Fault fault) {
    start();
    FaultVfs disk;
    storage::SqliteOptions options;
    options.vfs = disk.name();
    const auto connection = std::move(storage::open_sqlite(path, storage::OpenMode::write, options).value());
    connection->begin_immediate();
    connection->execute("INSERT INTO t VALUES (1, 1, zeroblob(1500))");
    disk.fail_at(1, fault);
    try {
      connection->commit();
    } catch (const storage::StorageFault& thrown) {
      return thrown.refusal().number;
    }
    return 0;
  };
  EXPECT_EQ(reported(Fault::io_error), storage::storage_io.number);
  EXPECT_EQ(reported(Fault::disk_full), storage::disk_full.number);
  EXPECT_EQ(reported(Fault::power_cut), storage::storage_io.number);
}

TEST_F(FaultVfsTest, a_mended_disk_goes_on_where_it_failed) {
  start();
  FaultVfs disk;
  storage::SqliteOptions options;
  options.vfs = disk.name();
  const auto connection = std::move(storage::open_sqlite(path, storage::OpenMode::write, options).value());
  disk.fail_at(1, Fault::disk_full);
  EXPECT_THROW(connection->execute("INSERT INTO t VALUES (1, 1, zeroblob(1500))"), storage::StorageFault);
  EXPECT_FALSE(connection->in_transaction());
  disk.mend();
  connection->execute("INSERT INTO t VALUES (1, 1, NULL), (1, 2, NULL)");
  EXPECT_EQ(look().last, 1);
}

TEST_F(FaultVfsTest, a_register_that_fails_while_it_is_made_leaves_no_file_or_one_that_is_refused) {
  std::uint64_t step = 1;
  for (bool made = false; !made; ++step) {
    ++runs;
    path = (folder / std::to_string(runs)).string();
    FaultVfs disk;
    disk.fail_at(step, Fault::disk_full);
    storage::SqliteOptions options;
    options.vfs = disk.name();
    made = storage::open_sqlite(path, storage::OpenMode::create, options).has_value();
    EXPECT_EQ(fs::exists(path), made) << step;
  }
  EXPECT_GT(step, 4U);
}

}  // namespace
}  // namespace lotline::faults
