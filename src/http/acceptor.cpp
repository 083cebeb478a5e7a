#include "http/acceptor.h"

#include <fcntl.h>
#include <microhttpd.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "answers/refusals.h"
#include "base/check.h"
#include "http/log.h"

namespace lotline::http {

namespace {

/// Before it is tried again, when there is no room for another connection.
constexpr int kPauseMs = 50;

}  // namespace

Result<std::unique_ptr<Acceptor>> Acceptor::open(int listening, std::string_view address) {
  const int ended = ::eventfd(0, EFD_CLOEXEC);
  if (ended < 0) return refuse(answers::cannot_listen, "{}: {}", address, std::generic_category().message(errno));
  // Who gave up between the wake and the accept must not leave the thread waiting for the next.
  CHECK(::fcntl(listening, F_SETFL, ::fcntl(listening, F_GETFL) | O_NONBLOCK) == 0);
  return std::unique_ptr<Acceptor>(new Acceptor(listening, ended));
}

void Acceptor::begin(MHD_Daemon* daemon, std::function<bool()> full) {
  daemon_ = daemon;
  full_ = std::move(full);
  thread_ = std::thread([this] { run(); });
}

Acceptor::~Acceptor() {
  ::eventfd_write(ended_, 1);
  if (thread_.joinable()) thread_.join();
  ::close(ended_);
}

void Acceptor::run() {
  bool pause = false;
  while (wait(pause)) {
    pause = full_();
    if (!pause) pause = !take_one();
  }
}

bool Acceptor::take_one() {
  sockaddr_storage from{};
  socklen_t length = sizeof from;
  auto* const address = reinterpret_cast<sockaddr*>(&from);
  const int connection = ::accept4(listening_, address, &length, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (connection >= 0) {
    MHD_add_connection(daemon_, connection, address, length);  // closes it where it is one too many
    return true;
  }
  const bool gone = errno == EAGAIN || errno == EWOULDBLOCK || errno == ECONNABORTED || errno == EINTR;
  if (!gone) log_event("connection_not_taken", std::generic_category().message(errno));
  return gone;
}

bool Acceptor::wait(bool pause) const {
  std::array<pollfd, 2> watched{{{ended_, POLLIN, 0}, {listening_, POLLIN, 0}}};
  while (::poll(watched.data(), pause ? 1 : 2, pause ? kPauseMs : -1) < 0) CHECK(errno == EINTR);
  return watched[0].revents == 0;
}

}  // namespace lotline::http
