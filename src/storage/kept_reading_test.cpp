#include "storage/kept_reading.h"

#include "storage/register_fixture.h"

namespace lotline::storage {
namespace {

using namespace std::chrono_literals;

class ReadingKept : public RegisterFolder {
 protected:
  /// Within half a minute.
  template <class Is>
  static bool comes_to(const Is& is) {
    const auto end = std::chrono::steady_clock::now() + 30s;
    while (!is()) {
      if (std::chrono::steady_clock::now() > end) return false;
      std::this_thread::sleep_for(200ms);  // long enough to be quiet, also on a busy machine
    }
    return true;
  }
  [[nodiscard]] std::uintmax_t wal_bytes() const { return std::filesystem::file_size(path + "-wal"); }
};

/// What is committed while a reading is open cannot be folded in: that shows the reading.
bool is_read(Connection& writer) {
  writer.execute("UPDATE t SET x = random()");
  return !writer.try_checkpoint();
}

TEST_F(ReadingKept, is_open_where_nobody_writes_and_gone_with_its_owner) {
  const auto writer = made();
  EXPECT_FALSE(is_read(*writer));
  {
    const KeptReading kept(open(OpenMode::write), {200ms, 0ms});
    EXPECT_TRUE(comes_to([&] { return is_read(*writer); }));
  }
  EXPECT_FALSE(is_read(*writer));
}

TEST_F(ReadingKept, is_let_go_after_a_commit_so_that_the_wal_file_begins_anew) {
  const auto writer = made();
  const KeptReading kept(open(OpenMode::write), {50ms, 20ms});
  std::uintmax_t once = 0;
  for (int commit = 0; commit < 3; ++commit) {
    ASSERT_TRUE(comes_to([&] { return is_read(*writer); }));
    writer->execute("UPDATE t SET x = zeroblob(400000)");
    ASSERT_TRUE(comes_to([&] { return writer->try_checkpoint(); }));
    if (commit == 0) once = wal_bytes();
  }
  EXPECT_GT(once, 1'000'000);
  EXPECT_LT(wal_bytes(), 2 * once);
}

TEST_F(ReadingKept, lets_the_wal_file_begin_anew_while_others_write_and_write) {
  const auto writer = made();
  const KeptReading kept(open(OpenMode::write), {1ms, 1h});
  std::uintmax_t most = 0;
  for (int commit = 0; commit < 100; ++commit) {
    writer->execute("UPDATE t SET x = randomblob(400000)");
    most = std::max(most, wal_bytes());
  }
  EXPECT_LT(most, 20'000'000);  // of 120 MB that were written
}

TEST_F(ReadingKept, does_not_hide_what_is_committed_from_other_readers) {
  const auto writer = made();
  const KeptReading kept(open(OpenMode::write), {200ms, 0ms});
  ASSERT_TRUE(comes_to([&] { return is_read(*writer); }));
  const auto reader = open(OpenMode::read_only);
  for (std::int64_t n = 4; n < 20; ++n) {
    writer->execute("INSERT INTO t (n) VALUES (" + std::to_string(n) + ")");
    reader->begin_read();
    EXPECT_EQ(rows(*reader), n);
    reader->commit();
  }
}

}  // namespace
}  // namespace lotline::storage
