// Several processes that write one register at once: every act of each is recorded, or refused because the register is
// locked; none is lost and none mixed with another.

#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "exchange/csv_import.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

class Contention : public SmallState {
 protected:
  Contention() { made_lot("A17-1"); }

  void close() {
    desk_.reset();
    store_.reset();
  }
  /// Runs the work in a process of its own, with the register opened there; it ends with the work's number.
  template <class Work>
  pid_t apart(const Work& work) {
    const pid_t child = fork();
    if (child != 0) return child;
    int number = 255;
    try {
      reopen();
      number = work();
      close();
    } catch (const std::exception&) {
      number = 254;
    }
    _exit(number);
  }
  static int ended(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  /// How many of so many acts were recorded; an act that was refused for another reason than a lock counts 200.
  int recorded(int acts, std::string_view to) {
    int taken = 0;
    for (int i = 0; i < acts; ++i) {
      const auto number = act("movements", transfer("A17-1", "MAKER", "STORE", to, "1"));
      if (!number && number.error().name != "locked_register") return 200;
      taken += number ? 1 : 0;
    }
    return taken;
  }
};

TEST_F(Contention, two_processes_that_record_one_act_after_another_are_both_served) {
  constexpr int kActs = 150;
  const RecordNumber before = store_->head().records;
  close();
  const pid_t first = apart([&] { return recorded(kActs, "ARMY"); });
  const pid_t second = apart([&] { return recorded(kActs, "DEALER"); });
  EXPECT_EQ(ended(first), kActs);
  EXPECT_EQ(ended(second), kActs);
  reopen();
  EXPECT_EQ(store_->head().records, before + 2 * kActs);
  EXPECT_EQ(held("ARMY", "VAULT", "A17-1").count(), kActs);
  EXPECT_EQ(held("DEALER", "VAULT", "A17-1").count(), kActs);
  expect_verified();
}

TEST_F(Contention, a_register_in_use_keeps_what_was_written_when_another_process_has_come_and_gone) {
  const RecordNumber before = store_->head().records;
  close();
  int told[2];
  ASSERT_EQ(pipe(told), 0);
  const pid_t other = apart([&] {
    char word = 0;
    return read(told[0], &word, 1) == 1 ? recorded(1, "ARMY") : 253;
  });
  reopen();
  // As the threads of a service do: each has the register open once more, to read.
  {
    const auto reader = storage::open_sqlite(path_, storage::OpenMode::read_only, impatient()).value();
  }
  ASSERT_EQ(write(told[1], "g", 1), 1);
  EXPECT_EQ(ended(other), 1);
  EXPECT_TRUE(std::filesystem::exists(path_ + "-wal")) << "who closed it last is still to come";
  EXPECT_EQ(recorded(1, "DEALER"), 1);
  reopen();
  EXPECT_EQ(store_->head().records, before + 2);
  expect_verified();
}

TEST_F(Contention, two_imports_at_once_are_each_taken_whole) {
  constexpr int kRows = 400;
  const RecordNumber before = store_->head().records;
  std::map<std::string, std::string> files;
  for (const std::string to : {"ARMY", "DEALER"}) {
    files[to] = folder_.path + "/" + to + ".csv";
    std::ofstream file(files[to]);
    file << "issuer,ref,act,from,from_place,to,maker,lot,rounds,on\n";
    for (int i = 0; i < kRows; ++i) file << to << "," << i << ",transfer,MAKER,STORE," << to << ",MAKER,A17-1,1,2018\n";
  }
  close();
  const auto import = [&](const std::string& to) {
    const auto report = exchange::import_csv(*desk_, {files[to]}, {});
    return report && report->kept ? 0 : 1;
  };
  const pid_t first = apart([&] { return import("ARMY"); });
  const pid_t second = apart([&] { return import("DEALER"); });
  const pid_t third = apart([&] { return recorded(20, "POLICE"); });
  EXPECT_EQ(ended(first), 0);
  EXPECT_EQ(ended(second), 0);
  EXPECT_EQ(ended(third), 20);
  reopen();
  EXPECT_EQ(store_->head().records, before + 2 * kRows + 20);
  EXPECT_EQ(held("ARMY", "", "A17-1").count(), kRows);
  EXPECT_EQ(held("DEALER", "", "A17-1").count(), kRows);
  // Rows of one file stand next to each other: nobody came between.
  std::string issuer;
  int changes = 0;
  store_->read_log(before + 1, [&](const service::LoggedRecord& logged) {
    const auto at = logged.body.find("\"issuer\":\"");
    const std::string now = at == std::string::npos ? "" : logged.body.substr(at + 10, 4);
    if (!now.empty() && now != issuer) ++changes;
    if (!now.empty() || issuer.empty()) issuer = now;
    return true;
  });
  EXPECT_EQ(changes, 2);
  expect_verified();
}

TEST_F(Contention, a_register_that_stays_locked_refuses_by_number_and_nothing_is_lost) {
  const RecordNumber before = store_->head().records;
  auto other = storage::open_sqlite(path_, storage::OpenMode::write, impatient()).value();
  close();
  store_ =
      storage::RegisterStore::open(storage::open_sqlite(path_, storage::OpenMode::write, impatient()).value(), salts_)
          .value();
  desk_ = std::make_unique<service::Desk>(*store_, catalogue_, clock_, salts_, "tester");
  other->begin_immediate();
  const auto number = act("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "1"));
  ASSERT_FALSE(number.has_value());
  EXPECT_EQ(number.error().number, 7007);
  other->rollback();
  EXPECT_EQ(recorded(1, "ARMY"), 1);
  EXPECT_EQ(store_->head().records, before + 1);
}

}  // namespace lotline
