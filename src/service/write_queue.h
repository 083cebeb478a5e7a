#pragma once
// Joins the commits of many writers. A commit waits for the disk, whatever it holds; acts that are waiting at the same
// time are therefore decided one after the other in one unit of work and made durable by one commit. Each is decided
// under a mark of its own: one that is refused is undone alone. When the commit fails, none of its acts took place and
// each of their writers is told.

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

#include "service/desk.h"

namespace lotline::service {

class WriteQueue {
 public:
  /// Decides and enters one act inside an open unit of work; the number of its first record, or of the one it was
  /// recorded under before. Runs in the queue's thread. What it sets of the desk's actor and visitor holds for this act
  /// alone.
  using Act = std::function<Result<RecordNumber>(Desk&)>;

  /// Acts that one commit makes durable, and that may wait for the next.
  static constexpr std::size_t kMostTogether = 500;
  static constexpr std::size_t kMostWaiting = 2'000;

  /// REQUIRES that nobody else uses the desk, or its register, while the queue lives.
  explicit WriteQueue(Desk& desk);
  WriteQueue(const WriteQueue&) = delete;
  WriteQueue& operator=(const WriteQueue&) = delete;
  /// Ends when all that was handed in is answered.
  ~WriteQueue();

  /// Hands in an act, from any thread; acts of one thread are decided in the order in which it handed them in. Waits
  /// while kMostWaiting are waiting. The answer comes when its records are durable or it was refused, a locked register
  /// being a refusal; it throws what the store threw when nothing was kept.
  std::future<Result<RecordNumber>> submit(Act act);

  [[nodiscard]] std::int64_t commits() const;  ///< made so far

 private:
  struct Waiting {
    Act act;
    std::promise<Result<RecordNumber>> answer;
  };

  void run();
  void write(std::vector<Waiting>& group);
  std::vector<Result<RecordNumber>> write_durably(std::vector<Waiting>& group);
  Result<RecordNumber> decide(const Act& act);

  Desk& desk_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;  // an act, or the end
  std::condition_variable taken_;    // there is room for another
  std::deque<Waiting> waiting_;
  std::int64_t commits_ = 0;
  bool ending_ = false;
  std::thread writer_;  // last: it uses all of the above
};

}  // namespace lotline::service
