#pragma once
// Work shared out to threads whose results are taken one by one in the order of the work, so that what is recorded does
// not depend on how many threads there are.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace lotline::service {

/// As many as the machine has, when none are asked for.
inline unsigned threads_for(unsigned asked) {
  return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

/// `make(i)` in any thread, `take(i, made)` in the caller's, for i = 0 .. count-1 in order. Stops early when `take`
/// says false. Both may throw from the caller's thread alone: what `make` throws ends the program.
template <class Made>
void work_in_order(std::size_t count, unsigned threads, const std::function<Made(std::size_t)>& make,
                   const std::function<bool(std::size_t, Made)>& take) {
  // So far may threads be ahead of what was taken: a scan in hand is some megabytes.
  const std::size_t ahead = std::size_t{threads_for(threads)} * 4;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::optional<Made>> made(count);
  std::size_t next = 0, taken = 0;
  bool stop = false;
  const auto work = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return stop || next == count || next < taken + ahead; });
      if (stop || next == count) return;
      const std::size_t mine = next++;
      lock.unlock();
      Made result = make(mine);
      lock.lock();
      made[mine].emplace(std::move(result));
      changed.notify_all();
    }
  };
  struct Ending {
    std::mutex& mutex;
    std::condition_variable& changed;
    bool& stop;
    Ending(std::mutex& m, std::condition_variable& c, bool& s) : mutex(m), changed(c), stop(s) {}
    Ending(const Ending&) = delete;
    Ending& operator=(const Ending&) = delete;
    ~Ending() {
      const std::scoped_lock lock(mutex);
      stop = true;
      changed.notify_all();
    }
  };
  std::vector<std::jthread> workers;
  const Ending ending(mutex, changed, stop);  // before the threads are joined
  for (unsigned i = 0; i < threads_for(threads); ++i) workers.emplace_back(work);
  for (std::size_t at = 0; at < count; ++at) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return made[at].has_value(); });
    Made result = std::move(*made[at]);
    made[at].reset();
    ++taken;
    changed.notify_all();
    lock.unlock();
    if (!take(at, std::move(result))) return;
  }
}

}  // namespace lotline::service
