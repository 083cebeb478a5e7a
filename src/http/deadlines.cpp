#include "http/deadlines.h"

#include <sys/socket.h>

namespace lotline::http {

bool overdue(const ConnectionClock& clock, ConnectionClock::Moment now, const Settings& settings) {
  using std::chrono::seconds;
  const auto phase = clock.phase.load(std::memory_order_acquire);  // before the moment it began at (ConnectionClock)
  const auto lasted = now - clock.since.load(std::memory_order_relaxed);
  switch (phase) {
    case ConnectionClock::Phase::idle:
      return lasted > seconds(settings.idle_seconds);
    case ConnectionClock::Phase::headers:
      return lasted > seconds(settings.header_seconds);
    case ConnectionClock::Phase::body:
      return lasted > seconds(settings.body_seconds + clock.bytes.load() / settings.least_rate);
    case ConnectionClock::Phase::answering:
      return false;  // the service's own time; what a client does not fetch ends by the library's inactivity
  }
  return false;
}

Deadlines::Deadlines(const Settings& settings) : settings_(settings), thread_([this] { run(); }) {}

Deadlines::~Deadlines() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  ended_.notify_one();
  thread_.join();
  for (const ConnectionClock* clock : clocks_) delete clock;
}

ConnectionClock* Deadlines::add(int socket, std::string address) {
  auto clock = std::make_unique<ConnectionClock>(socket, std::move(address));
  const std::lock_guard lock(mutex_);
  clocks_.insert(clock.get());
  return clock.release();
}

void Deadlines::remove(ConnectionClock* clock) {
  const std::lock_guard lock(mutex_);
  clocks_.erase(clock);
  delete clock;
}

std::size_t Deadlines::count() const {
  const std::lock_guard lock(mutex_);
  return clocks_.size();
}

void Deadlines::run() {
  std::unique_lock lock(mutex_);
  while (!ended_.wait_for(lock, std::chrono::seconds(1), [this] { return ending_; })) {
    const auto now = std::chrono::steady_clock::now();
    for (ConnectionClock* clock : clocks_)
      if (overdue(*clock, now, settings_)) ::shutdown(clock->socket, SHUT_RDWR);
  }
}

}  // namespace lotline::http
