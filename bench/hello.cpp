#include "bench/hello.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <microhttpd.h>

#include <cstdio>
#include <stdexcept>
#include <string>

namespace lotline::bench {

namespace {

constexpr std::size_t kBytes = 1'024;
constexpr unsigned kThreads = 4;

MHD_Result answer(void* closure, MHD_Connection* connection, const char*, const char*, const char*, const char*,
                  std::size_t*, void** seen) {
  static int begun = 0;
  if (*seen == nullptr) {
    *seen = &begun;
    return MHD_YES;
  }
  return MHD_queue_response(connection, MHD_HTTP_OK, static_cast<MHD_Response*>(closure));
}

}  // namespace

void serve_hello() {
  std::string body(kBytes, 'h');
  MHD_Response* const hello = MHD_create_response_from_buffer(body.size(), body.data(), MHD_RESPMEM_PERSISTENT);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  MHD_Daemon* const daemon =
      MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, nullptr, nullptr, answer, hello, MHD_OPTION_SOCK_ADDR,
                       reinterpret_cast<sockaddr*>(&address), MHD_OPTION_THREAD_POOL_SIZE, kThreads, MHD_OPTION_END);
  if (daemon == nullptr) throw std::runtime_error("no port to say hello at");
  fmt::print("{}\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
  std::fflush(stdout);
  while (std::getchar() != EOF) continue;
  MHD_stop_daemon(daemon);
  MHD_destroy_response(hello);
}

}  // namespace lotline::bench
