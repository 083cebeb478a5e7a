#pragma once
// Threads for requests that wait: for the disk, for the write queue, for a long computation. The threads that serve
// connections never wait for them.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lotline::http {

class Workers {
 public:
  /// Most jobs that may wait for a thread.
  static constexpr std::size_t kMostWaiting = 4'000;

  explicit Workers(int threads);
  /// Does what was handed in, then ends.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when too many are waiting already; then nothing was handed in.
  [[nodiscard]] bool hand_in(std::function<void()> work);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> waiting_;
  bool ending_ = false;
  std::vector<std::thread> threads_;  // last: they use all of the above
};

}  // namespace lotline::http
