#include "base/share_out.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace lotline {

unsigned threads_or_all(unsigned threads) {
  return std::max(1U, threads == 0 ? std::thread::hardware_concurrency() : threads);
}

bool share_out(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& piece,
               const std::function<bool(std::size_t done)>& told) {
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> stopped = false;
  std::mutex mutex;
  std::size_t done = 0;  // guarded by mutex, as is thrown
  std::exception_ptr thrown;
  const auto work = [&] {
    try {
      while (!stopped.load(std::memory_order_relaxed)) {
        const std::size_t at = next.fetch_add(1, std::memory_order_relaxed);
        if (at >= count) return;
        piece(at);
        if (!told) continue;
        const std::scoped_lock lock(mutex);
        if (!told(++done)) stopped = true;
      }
    } catch (...) {
      const std::scoped_lock lock(mutex);
      if (!thrown) thrown = std::current_exception();
      stopped = true;
    }
  };
  {
    std::vector<std::jthread> others;
    const auto wanted = std::min<std::size_t>(threads_or_all(threads), count);
    for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(work);
    work();
  }
  if (thrown) std::rethrow_exception(thrown);
  return !stopped;
}

}  // namespace lotline
