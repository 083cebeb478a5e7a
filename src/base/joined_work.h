#pragma once
// Work of many threads that one thread does, several pieces together: what is dear is paid once for all that wait at
// the same time, as the commit that makes acts durable.

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/check.h"

namespace lotline {

template <class Work, class Outcome>
class JoinedWork {
 public:
  /// Pieces done together, and pieces that may wait meanwhile.
  static constexpr std::size_t kMostTogether = 500;
  static constexpr std::size_t kMostWaiting = 2'000;

  /// Does all of a group: the outcome of each, in their order. What it throws is thrown to each that waits.
  using Together = std::function<std::vector<Outcome>(const std::vector<Work>&)>;

  explicit JoinedWork(Together together) : together_(std::move(together)), thread_([this] { run(); }) {}
  JoinedWork(const JoinedWork&) = delete;
  JoinedWork& operator=(const JoinedWork&) = delete;
  /// Ends when all that was handed in is done.
  ~JoinedWork() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    arrived_.notify_one();
    thread_.join();
  }

  /// Hands in a piece, from any thread but the one that does it; what one thread hands in is done in that order. Waits
  /// while kMostWaiting are waiting.
  std::future<Outcome> hand_in(Work work) {
    std::promise<Outcome> promise;
    auto outcome = promise.get_future();
    {
      std::unique_lock lock(mutex_);
      taken_.wait(lock, [&] { return waiting_.size() < kMostWaiting; });
      waiting_.emplace_back(std::move(work), std::move(promise));
    }
    arrived_.notify_one();
    return outcome;
  }

 private:
  using Promises = std::vector<std::promise<Outcome>>;

  void run() {
    for (;;) {
      std::vector<Work> group;
      Promises promises;
      {
        std::unique_lock lock(mutex_);
        arrived_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        while (!waiting_.empty() && group.size() < kMostTogether) {
          group.push_back(std::move(waiting_.front().first));
          promises.push_back(std::move(waiting_.front().second));
          waiting_.pop_front();
        }
      }
      taken_.notify_all();
      answer(group, promises);
    }
  }

  void answer(const std::vector<Work>& group, Promises& promises) {
    std::vector<Outcome> outcomes;
    try {
      outcomes = together_(group);
      CHECK(outcomes.size() == promises.size());
    } catch (...) {
      for (auto& promise : promises) promise.set_exception(std::current_exception());
      return;
    }
    for (std::size_t i = 0; i < promises.size(); ++i) promises[i].set_value(std::move(outcomes[i]));
  }

  Together together_;
  std::mutex mutex_;
  std::condition_variable arrived_;  // a piece, or the end
  std::condition_variable taken_;    // there is room for another
  std::deque<std::pair<Work, std::promise<Outcome>>> waiting_;
  bool ending_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace lotline
