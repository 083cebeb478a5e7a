#pragma once
// What can be read and worked out of a document without the register is done in a thread of its own, a few batches
// ahead of the import that decides and enters what they hold.

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace lotline::exchange {

/// Batches come out in the order in which they were filled. What the filling throws is thrown by next().
template <class Batch>
class ReadAhead {
 public:
  /// `fill` makes the next batch, or nothing at the end; it is called in the thread alone, and what it uses is its own
  /// until this object goes.
  explicit ReadAhead(std::function<std::optional<Batch>()> fill)
      : thread_([this, fill = std::move(fill)](const std::stop_token& stop) { run(fill, stop); }) {}

  /// The next batch, or nothing at the end.
  std::optional<Batch> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !ready_.empty() || ended_; });
    if (ready_.empty()) {
      if (thrown_) std::rethrow_exception(thrown_);
      return std::nullopt;
    }
    Batch batch = std::move(ready_.front());
    ready_.pop_front();
    changed_.notify_all();
    return batch;
  }

 private:
  static constexpr std::size_t kMostReady = 4;

  void run(const std::function<std::optional<Batch>()>& fill, const std::stop_token& stop) {
    try {
      while (auto batch = fill()) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait(lock, stop, [&] { return ready_.size() < kMostReady; })) return;
        ready_.push_back(std::move(*batch));
        changed_.notify_all();
      }
    } catch (...) {
      const std::scoped_lock lock(mutex_);
      thrown_ = std::current_exception();
    }
    const std::scoped_lock lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Batch> ready_;
  bool ended_ = false;
  std::exception_ptr thrown_;
  std::jthread thread_;  ///< last: it is stopped and joined before what it uses goes
};

}  // namespace lotline::exchange
