#include "http/ready_notice.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace lotline::http {
namespace {

/// A supervisor's end: a socket that NOTIFY_SOCKET names as long as it lives.
class Supervisor {
 public:
  explicit Supervisor(const std::string& name) : file_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.copy(address.sun_path, sizeof address.sun_path - 1);
    if (name.front() == '@') address.sun_path[0] = '\0';
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    EXPECT_EQ(::bind(file_, reinterpret_cast<const sockaddr*>(&address), length), 0);
    ::setenv("NOTIFY_SOCKET", name.c_str(), 1);
  }
  ~Supervisor() {
    ::unsetenv("NOTIFY_SOCKET");
    ::close(file_);
  }
  std::string told() const {
    char text[64];
    const auto length = ::recv(file_, text, sizeof text, MSG_DONTWAIT);
    return length < 0 ? "nothing" : std::string(text, static_cast<std::size_t>(length));
  }

 private:
  int file_;
};

std::string name_of(std::string_view word) {
  return "lotline_notice_" + std::to_string(::getpid()) + std::string(word);
}

TEST(ReadyNotice, a_supervisor_is_told_over_the_socket_it_names) {
  const auto path = std::filesystem::temp_directory_path() / name_of("file");
  {
    const Supervisor supervisor(path.string());
    tell_supervisor(kReady);
    EXPECT_EQ(supervisor.told(), "READY=1");
    tell_supervisor(kStopping);
    EXPECT_EQ(supervisor.told(), "STOPPING=1");
  }
  std::filesystem::remove(path);
}

TEST(ReadyNotice, a_name_that_begins_with_an_at_sign_is_no_file) {
  const Supervisor supervisor("@" + name_of("abstract"));
  tell_supervisor(kReady);
  EXPECT_EQ(supervisor.told(), "READY=1");
}

TEST(ReadyNotice, where_nobody_listens_nothing_is_told_and_nothing_happens) {
  ::unsetenv("NOTIFY_SOCKET");
  tell_supervisor(kReady);
  for (const std::string& name :
       {std::string(), std::string("/"), std::string("/nowhere/at/all"), std::string(200, 'x')}) {
    ::setenv("NOTIFY_SOCKET", name.c_str(), 1);
    tell_supervisor(kReady);
  }
  ::unsetenv("NOTIFY_SOCKET");
}

}  // namespace
}  // namespace lotline::http
