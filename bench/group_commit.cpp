#include "bench/group_commit.h"

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "bench/grown_register.h"
#include "service/write_queue.h"

namespace lotline::bench {

namespace {

/// One round of a lot from its maker's stock to itself, in another place: always possible.
Result<RecordNumber> move_one(service::Desk& desk, std::int64_t lot) {
  static const service::ActKind& kind = **service::find_act("movements");
  const std::string maker = maker_code(lot / kLotsPerMaker);
  const std::string number = lot_number(lot);
  const auto values = service::Values::of(kind.form, {{"act", "transfer"},
                                                      {"from", maker},

                                                      {"to", maker},
                                                      {"to_place", "OTHER"},
                                                      {"maker", maker},
                                                      {"lot", number},
                                                      {"rounds", "1"},
                                                      {"on", "2021-05-05"}});
  if (!values) return std::unexpected(values.error());
  return kind.record(desk, *values, {});
}

void must(const Result<RecordNumber>& number) {
  if (!number) throw std::runtime_error(number.error().text);
}

}  // namespace

GroupCommit group_commit(BenchRegister& made, std::int64_t lots, int writers, bool joined, double for_seconds) {
  const auto desk = made.desk();
  std::atomic<std::int64_t> acts = 0;
  std::int64_t commits = 0;
  std::mutex one_at_a_time;
  const double start = seconds();
  {
    std::unique_ptr<service::WriteQueue> queue;
    if (joined) queue = std::make_unique<service::WriteQueue>(*desk);
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
      threads.emplace_back([&, writer] {
        // Of one lot after another, so that none runs out.
        for (std::int64_t lot = writer; seconds() - start < for_seconds; lot = (lot + writers) % lots) {
          const auto act = [lot](service::Desk& at) { return move_one(at, lot); };
          if (joined) {
            must(queue->submit(act).get());
          } else {
            const std::lock_guard lock(one_at_a_time);
            auto work = service::UnitOfWork::begin(made.store());
            must(act(*desk));
            work->commit();
            ++commits;
          }
          ++acts;
        }
      });
    for (auto& thread : threads) thread.join();
    if (joined) commits = queue->commits();
  }
  const double took = seconds() - start;
  return {static_cast<double>(acts) / took, static_cast<double>(acts) / static_cast<double>(commits)};
}

}  // namespace lotline::bench
