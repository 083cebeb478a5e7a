#pragma once
// Joins the commits of many writers. A commit waits for the disk, whatever it holds; acts that are waiting at the same
// time are therefore decided one after the other in one unit of work and made durable by one commit. Each is decided
// under a mark of its own: one that is refused is undone alone. When the commit fails, none of its acts took place and
// each of their writers is told.

#include <atomic>

#include "base/joined_work.h"
#include "service/desk.h"

namespace lotline::service {

class WriteQueue {
 public:
  /// Decides and enters one act inside an open unit of work; the number of its first record, or of the one it was
  /// recorded under before. Runs in the queue's thread. What it sets of the desk's actor and visitor holds for this act
  /// alone.
  using Act = std::function<Result<RecordNumber>(Desk&)>;

  static constexpr std::size_t kMostWaiting = JoinedWork<Act, Result<RecordNumber>>::kMostWaiting;

  /// REQUIRES that nobody else uses the desk, or its register, while the queue lives.
  explicit WriteQueue(Desk& desk);
  /// Hands in an act, from any thread; acts of one thread are decided in the order in which it handed them in. Waits
  /// while kMostWaiting are waiting. The answer comes when its records are durable or it was refused, a locked register
  /// being a refusal; it throws what the store threw when nothing was kept.
  std::future<Result<RecordNumber>> submit(Act act);

  [[nodiscard]] std::int64_t commits() const { return commits_; }  ///< made so far

 private:
  std::vector<Result<RecordNumber>> write(const std::vector<Act>& group);
  std::vector<Result<RecordNumber>> write_durably(const std::vector<Act>& group);
  Result<RecordNumber> decide(const Act& act);

  Desk& desk_;
  std::atomic<std::int64_t> commits_{0};
  JoinedWork<Act, Result<RecordNumber>> acts_;  // last: its thread uses all of the above
};

}  // namespace lotline::service
