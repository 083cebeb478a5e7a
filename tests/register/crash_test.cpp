// An import that ends before its time: the process is killed, or the file may not grow. Either way the register opens
// again and holds all of the file's rows or none.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "exchange/csv_import.h"
#include "service/verify.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

class Crash : public SmallState {
 protected:
  static constexpr int kRows = 3'000;
  Crash() {
    made_lot("A17-1");
    file_ = folder_.path + "/movements.csv";
    std::ofstream file(file_);
    file << "issuer,ref,act,from,from_place,to,maker,lot,rounds,on\n";
    for (int i = 0; i < kRows; ++i) file << "MK," << i << ",transfer,MAKER,STORE,DEALER,MAKER,A17-1,1,2018-01-01\n";
  }

  void close() {
    desk_.reset();
    store_.reset();
  }
  /// Imports the file in a process of its own, before which `prepare` runs; killed after so many microseconds, or never
  /// when negative. Its wait status.
  template <class Prepare>
  int import_apart(int microseconds, const Prepare& prepare) {
    const pid_t child = fork();
    if (child == 0) {
      prepare();
      _exit(imported());
    }
    if (microseconds >= 0) {
      usleep(static_cast<useconds_t>(microseconds));
      kill(child, SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
  }
  /// 0 when the import was taken, 1 when it was refused or the disk failed in a way that has a number, 2 otherwise.
  int imported() {
    try {
      reopen();
      const auto report = exchange::import_csv(*desk_, {file_}, {});
      return report && report->kept ? 0 : 1;
    } catch (const storage::StorageFault& fault) {
      return fault.refusal().number >= 7000 ? 1 : 2;
    } catch (const std::exception&) {
      return 2;
    }
  }
  /// Rows that are in the register, which must be right.
  std::int64_t rows_after() {
    reopen();
    const auto verified = service::verify(*store_);
    EXPECT_TRUE(verified.has_value()) << (verified ? "" : verified.error().text);
    return 10'000 - held("MAKER", "STORE", "A17-1").count();
  }

  std::string file_;
};

TEST_F(Crash, an_import_whose_process_is_killed_is_in_the_register_whole_or_not_at_all) {
  const std::string before = root();
  int undone = 0;
  for (int i = 0; i < 10; ++i) {
    close();
    import_apart(10'000 + i * 12'000, [] {});
    const auto rows = rows_after();
    EXPECT_TRUE(rows == 0 || rows == kRows) << rows;
    if (rows == kRows) break;
    EXPECT_EQ(root(), before);
    ++undone;
  }
  EXPECT_GT(undone, 0);
  // What was killed can be done again.
  close();
  EXPECT_EQ(imported(), 0);
  EXPECT_EQ(rows_after(), kRows);
}

TEST_F(Crash, an_import_that_the_disk_has_no_room_for_leaves_the_register_as_it_was) {
  const std::string before = root();
  close();
  const auto size = std::filesystem::file_size(path_);
  const int status = import_apart(-1, [&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{size + 20'000, size + 20'000};
    setrlimit(RLIMIT_FSIZE, &limit);
  });
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 1) << "a full disk is reported by its number";
  EXPECT_EQ(rows_after(), 0);
  EXPECT_EQ(root(), before);
}

}  // namespace lotline
