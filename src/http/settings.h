#pragma once
// What the service is told at its start: by options of the command, or by its configuration file (TOML), whose every
// setting has the name it has here.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/refusal.h"

namespace lotline::http {

/// One more than there are processors, so that one that waits for a lock or for its clients leaves none idle. What
/// waits for the disk is answered by others (workers.h).
int usual_threads();

struct Settings {
  std::string listen = "127.0.0.1:8080";  ///< HOST:PORT, or unix:PATH; port 0 takes a free one
  std::filesystem::path tls_cert;         ///< PEM, with the chain; both or none
  std::filesystem::path tls_key;
  std::filesystem::path page;                ///< folder of the page's built files
  std::vector<std::string> hosts;            ///< further names the service is called by; its own address always is
  std::vector<std::string> trusted_proxies;  ///< addresses whose X-Forwarded-For counts

  int threads = usual_threads();                      ///< that answer; each keeps a connection to the register
  int connections = 12'000;                           ///< open at once, idle streams included
  int connections_per_address = 11'000;               ///< of them from one address
  int header_seconds = 10;                            ///< from the first byte of a request to the end of its headers
  int body_seconds = 30;                              ///< for a body, and longer by what the least rate allows
  int least_rate = 1'000;                             ///< bytes a second that a body must come with on the whole
  int idle_seconds = 75;                              ///< a connection without a request
  std::int64_t body_bytes = 1 << 20;                  ///< of a request told in JSON
  std::int64_t upload_bytes = std::int64_t{4} << 30;  ///< of a file
  std::int64_t requests_per_minute = 3'000;           ///< of one account, or of an address without one
  int heartbeat_seconds = 15;                         ///< between the signs of life on an event stream
  int stop_seconds = 20;                              ///< how long a stop waits for what is being answered
  bool require_second_factor = false;                 ///< of accounts whose rights reach across organisations
};

/// Reads a configuration file over what is there. Refuses an unknown setting (naming the nearest) and a bad value.
Result<void> read_settings(const std::filesystem::path& file, Settings& settings);

/// Refuses what cannot be used together: one of certificate and key, a public address without TLS, a bad number.
Result<void> check_settings(const Settings& settings);

/// An address taken apart: of "[::1]:8080" host "::1" and port 8080; of "unix:/run/x" the path.
struct Address {
  std::string host;
  int port = 0;
  std::string socket_path;           ///< of a Unix socket; the others are empty then
  [[nodiscard]] bool local() const;  ///< loopback or a Unix socket
};
Result<Address> parse_address(std::string_view text);

}  // namespace lotline::http
