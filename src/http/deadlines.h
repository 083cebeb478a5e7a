#pragma once
// Deadlines of connections. A client that sends a byte now and then is never idle, so inactivity alone does not free
// what it holds: each phase of a request has an end that counts from its beginning, and a body must come at a least
// rate. A connection past its deadline is shut; the HTTP library then lets go of it.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>

#include "http/settings.h"

namespace lotline::http {

/// What is known of one connection; written by the thread that serves it.
struct ConnectionClock {
  using Moment = std::chrono::steady_clock::time_point;
  enum class Phase { idle, headers, body, answering };

  ConnectionClock(int file, std::string from) : socket(file), address(std::move(from)) {}
  void enter(Phase next) {
    // Whoever sees the new phase sees that it has only begun.
    since.store(std::chrono::steady_clock::now(), std::memory_order_relaxed);
    phase.store(next, std::memory_order_release);
    bytes.store(0, std::memory_order_relaxed);
  }

  const int socket;
  const std::string address;  ///< the client's, or its proxy's
  std::atomic<Phase> phase{Phase::idle};
  std::atomic<Moment> since{std::chrono::steady_clock::now()};
  std::atomic<std::int64_t> bytes{0};  ///< of the body so far
};

/// Whether the phase has lasted too long.
[[nodiscard]] bool overdue(const ConnectionClock& clock, ConnectionClock::Moment now, const Settings& settings);

/// Looks at all connections every second.
class Deadlines {
 public:
  explicit Deadlines(const Settings& settings);
  ~Deadlines();
  Deadlines(const Deadlines&) = delete;
  Deadlines& operator=(const Deadlines&) = delete;

  ConnectionClock* add(int socket, std::string address);
  /// REQUIRES that the socket is still open: afterwards it is never touched.
  void remove(ConnectionClock* clock);
  [[nodiscard]] std::size_t count() const;

 private:
  void run();

  const Settings& settings_;
  mutable std::mutex mutex_;
  std::condition_variable ended_;
  std::unordered_set<ConnectionClock*> clocks_;
  bool ending_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace lotline::http
