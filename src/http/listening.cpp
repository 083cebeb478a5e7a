#include "http/listening.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>

#include "answers/refusals.h"
#include "base/whole_file.h"

namespace lotline::http {

namespace {

constexpr int kBacklog = 1024;
constexpr unsigned kLongestChain = 16;
constexpr std::size_t kLargestPem = 1 << 20;

std::string why() { return std::strerror(errno); }

Result<int> bound(int file, const sockaddr* address, socklen_t length, std::string_view text) {
  const bool done = file >= 0 && ::bind(file, address, length) == 0 && ::listen(file, kBacklog) == 0;
  const std::string reason = why();
  if (!done && file >= 0) ::close(file);
  if (!done) return refuse(answers::cannot_listen, "{}: {}", text, reason);
  return file;
}

Result<int> unix_socket(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) return refuse(answers::cannot_listen, "{}: the path is too long", path);
  path.copy(address.sun_path, path.size());
  struct stat there{};
  // What a service that was killed left behind; anything else stays and the address is refused.
  if (::stat(path.c_str(), &there) == 0 && S_ISSOCK(there.st_mode)) ::unlink(path.c_str());
  const int file = TRY(bound(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0),
                             reinterpret_cast<const sockaddr*>(&address), sizeof address, path));
  // Whatever the umask: a proxy is let in by the group, and by the folder's own rights.
  if (::chmod(path.c_str(), 0660) == 0) return file;
  const std::string reason = why();
  ::close(file);
  return refuse(answers::cannot_listen, "{}: {}", path, reason);
}

Result<int> tcp_socket(const Address& address, std::string_view text) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_PASSIVE;
  addrinfo* found = nullptr;
  const int outcome = ::getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &wanted, &found);
  if (outcome != 0) return refuse(answers::cannot_listen, "{}: {}", text, ::gai_strerror(outcome));
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owned(found, ::freeaddrinfo);
  const int file = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  if (file >= 0) ::setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  return bound(file, found->ai_addr, found->ai_addrlen, text);
}

int port_of(int file) {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (::getsockname(file, reinterpret_cast<sockaddr*>(&address), &length) != 0) return 0;
  if (address.ss_family == AF_INET) return ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
  if (address.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6*>(&address)->sin6_port);
  return 0;
}

struct Certificate {
  gnutls_pcert_st chain[kLongestChain]{};
  unsigned length = 0;
  gnutls_privkey_t key = nullptr;
  /// Connections being made hold on to older ones, so none that was shown is ever freed; there is one for each renewal.
  const Certificate* before = nullptr;

  Certificate() = default;
  ~Certificate() {
    for (unsigned i = 0; i < length; ++i) gnutls_pcert_deinit(&chain[i]);
    if (key != nullptr) gnutls_privkey_deinit(key);
  }
  Certificate(const Certificate&) = delete;
  Certificate& operator=(const Certificate&) = delete;
};

std::atomic<Certificate*> the_certificate{nullptr};

gnutls_datum_t datum_of(std::vector<std::byte>& bytes) {
  return {reinterpret_cast<unsigned char*>(bytes.data()), static_cast<unsigned>(bytes.size())};
}

int retrieve(gnutls_session_t, const gnutls_datum_t*, int, const gnutls_pk_algorithm_t*, int, gnutls_pcert_st** chain,
             unsigned* length, gnutls_privkey_t* key) {
  Certificate* certificate = the_certificate.load();
  if (certificate == nullptr) return -1;
  *chain = certificate->chain;
  *length = certificate->length;
  *key = certificate->key;
  return 0;
}

}  // namespace

Result<void> Listening::load_certificate(const Settings& settings) {
  auto cert = TRY(of_field("tls_cert", read_whole_file(settings.tls_cert.string(), kLargestPem)));
  auto key = TRY(of_field("tls_key", read_whole_file(settings.tls_key.string(), kLargestPem)));
  auto loaded = std::make_unique<Certificate>();
  const auto cert_pem = datum_of(cert);
  const auto key_pem = datum_of(key);
  unsigned length = kLongestChain;
  const int read = gnutls_pcert_list_import_x509_raw(loaded->chain, &length, &cert_pem, GNUTLS_X509_FMT_PEM,
                                                     GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED);
  if (read < 0) return refuse(answers::bad_setting, "tls_cert: {}", gnutls_strerror(read));
  loaded->length = length;
  gnutls_privkey_init(&loaded->key);
  const int imported = gnutls_privkey_import_x509_raw(loaded->key, &key_pem, GNUTLS_X509_FMT_PEM, nullptr, 0);
  if (imported < 0) return refuse(answers::bad_setting, "tls_key: {}", gnutls_strerror(imported));
  loaded->before = the_certificate.load();
  the_certificate.store(loaded.release());
  return {};
}

void* Listening::certificate_callback() { return reinterpret_cast<void*>(&retrieve); }

Result<Listening> Listening::open(const Settings& settings) {
  const Address address = TRY(parse_address(settings.listen));
  const bool tls = !settings.tls_cert.empty();
  if (tls) TRY(load_certificate(settings));
  const int file =
      address.socket_path.empty() ? TRY(tcp_socket(address, settings.listen)) : TRY(unix_socket(address.socket_path));
  return Listening(file, port_of(file), tls, address.socket_path);
}

Listening::Listening(int file, int port, bool tls, std::string path)
    : file_(file), port_(port), tls_(tls), socket_path_(std::move(path)) {}

Listening::Listening(Listening&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      port_(other.port_),
      tls_(other.tls_),
      socket_path_(std::exchange(other.socket_path_, {})) {}

Listening::~Listening() {
  if (file_ >= 0) ::close(file_);
  if (!socket_path_.empty()) ::unlink(socket_path_.c_str());
}

std::string text_of_address(const sockaddr* address) {
  char text[INET6_ADDRSTRLEN] = {};
  if (address != nullptr && address->sa_family == AF_INET)
    ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text, sizeof text);
  else if (address != nullptr && address->sa_family == AF_INET6)
    ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text, sizeof text);
  else
    return "unix";
  return text;
}

}  // namespace lotline::http
