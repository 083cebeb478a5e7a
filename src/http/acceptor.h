#pragma once
// Takes new connections from the listening socket and deals them out to the daemon's threads in turn. Left to the
// threads themselves, the first to wake takes all that wait, and one core answers a burst while the others look on.

#include <functional>
#include <thread>

struct MHD_Daemon;

namespace lotline::http {

class Acceptor {
 public:
  /// REQUIRES a daemon without a listening socket of its own. While `full` says so, connections wait in the backlog.
  Acceptor(int listening, MHD_Daemon* daemon, std::function<bool()> full);
  /// Takes no more.
  ~Acceptor();
  Acceptor(const Acceptor&) = delete;
  Acceptor& operator=(const Acceptor&) = delete;

 private:
  void run();
  /// Whether another may be waiting.
  bool take_one();
  /// Until the socket or the end wakes it; false at the end. A pause does not look at the socket.
  [[nodiscard]] bool wait(bool pause) const;

  int listening_;
  MHD_Daemon* daemon_;
  std::function<bool()> full_;
  int ended_;           ///< an eventfd
  std::thread thread_;  ///< last: it uses all of the above
};

}  // namespace lotline::http
