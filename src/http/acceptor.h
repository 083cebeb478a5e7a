#pragma once
// Takes new connections from the listening socket and deals them out to the daemon's threads in turn. Left to the
// threads themselves, the first to wake takes all that wait, and one core answers a burst while the others look on.

#include <functional>
#include <memory>
#include <thread>

#include "base/refusal.h"

struct MHD_Daemon;

namespace lotline::http {

class Acceptor {
 public:
  /// Takes none yet. Refuses where this process may open no more files; `address` is what the refusal names.
  static Result<std::unique_ptr<Acceptor>> open(int listening, std::string_view address);
  /// Takes them from here on. REQUIRES a daemon without a listening socket of its own, and to be called once. While
  /// `full` says so, connections wait in the backlog.
  void begin(MHD_Daemon* daemon, std::function<bool()> full);
  /// Takes no more.
  ~Acceptor();
  Acceptor(const Acceptor&) = delete;
  Acceptor& operator=(const Acceptor&) = delete;

 private:
  Acceptor(int listening, int ended) : listening_(listening), ended_(ended) {}
  void run();
  /// Whether another may be waiting.
  bool take_one();
  /// Until the socket or the end wakes it; false at the end. A pause does not look at the socket.
  [[nodiscard]] bool wait(bool pause) const;

  int listening_;
  int ended_;  ///< an eventfd
  MHD_Daemon* daemon_ = nullptr;
  std::function<bool()> full_;
  std::thread thread_;  ///< last: it uses all of the above
};

}  // namespace lotline::http
