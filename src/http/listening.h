#pragma once
// The socket the service listens at, and its certificate, which is read again when its files change.

#include "http/settings.h"

struct sockaddr;

namespace lotline::http {

class Listening {
 public:
  /// Binds and listens. Refuses an address that cannot be had and a certificate or key that cannot be read.
  static Result<Listening> open(const Settings& settings);
  Listening(Listening&& other) noexcept;
  Listening& operator=(Listening&&) = delete;
  ~Listening();

  [[nodiscard]] int file() const { return file_; }
  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] bool tls() const { return tls_; }

  /// What GnuTLS asks for the certificate of a new connection; a process has one.
  [[nodiscard]] static void* certificate_callback();
  /// Reads certificate and key again; new connections get them. The old ones stay when they cannot be read.
  static Result<void> load_certificate(const Settings& settings);

 private:
  Listening(int file, int port, bool tls, std::string path);
  int file_;
  int port_;
  bool tls_;
  std::string socket_path_;
};

/// The address as text, without its port; "unix" for a Unix socket.
std::string text_of_address(const sockaddr* address);

}  // namespace lotline::http
