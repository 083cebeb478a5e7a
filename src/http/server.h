#pragma once
// The service on a socket: HTTP/1.1, with or without TLS, by libmicrohttpd. Reads run in the threads that serve
// connections; whatever may wait runs in workers, its connection asleep meanwhile.

#include <memory>

#include "http/answering.h"
#include "http/deadlines.h"
#include "http/workers.h"

namespace lotline::http {

class Server {
 public:
  /// Listens from here on. Refuses an address that cannot be had and a certificate that cannot be read.
  static Result<std::unique_ptr<Server>> start(House& house, const PageFiles& page);
  /// Takes no more, ends the event streams, finishes what it took within the settings' time, then closes.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] int port() const;  ///< 0 on a Unix socket
  [[nodiscard]] std::size_t connections() const;

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace lotline::http
