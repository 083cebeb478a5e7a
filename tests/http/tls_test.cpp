// The service under TLS, with a certificate of the test's own, and the same after it was renewed.

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include "http/listening.h"
#include "tests/http/server_fixture.h"

namespace lotline {
namespace {

void write_pem(const std::string& path, const gnutls_datum_t& pem) {
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(pem.data), pem.size);
}

/// A certificate for localhost with this serial number, signed by its own key; both as PEM.
void make_certificate(const std::string& cert, const std::string& key, unsigned char serial) {
  gnutls_x509_privkey_t private_key;
  gnutls_x509_crt_t certificate;
  gnutls_x509_privkey_init(&private_key);
  gnutls_x509_crt_init(&certificate);
  ASSERT_EQ(
      gnutls_x509_privkey_generate(private_key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0),
      0);
  gnutls_x509_crt_set_version(certificate, 3);
  gnutls_x509_crt_set_serial(certificate, &serial, 1);
  gnutls_x509_crt_set_activation_time(certificate, time(nullptr) - 60);
  gnutls_x509_crt_set_expiration_time(certificate, time(nullptr) + 3'600);
  gnutls_x509_crt_set_dn(certificate, "CN=localhost", nullptr);
  gnutls_x509_crt_set_key(certificate, private_key);
  ASSERT_EQ(gnutls_x509_crt_sign2(certificate, certificate, private_key, GNUTLS_DIG_SHA256, 0), 0);
  gnutls_datum_t pem{};
  gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &pem);
  write_pem(cert, pem);
  gnutls_free(pem.data);
  gnutls_x509_privkey_export2(private_key, GNUTLS_X509_FMT_PEM, &pem);
  write_pem(key, pem);
  gnutls_free(pem.data);
  gnutls_x509_crt_deinit(certificate);
  gnutls_x509_privkey_deinit(private_key);
}

/// What a client over TLS gets: the serial number of the certificate, and the answer.
struct OverTls {
  unsigned char serial = 0;
  std::string answer;
};
OverTls ask_over_tls(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  OverTls got;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return got;
  gnutls_certificate_credentials_t credentials;
  gnutls_certificate_allocate_credentials(&credentials);
  gnutls_session_t session;
  gnutls_init(&session, GNUTLS_CLIENT);
  gnutls_set_default_priority(session);
  gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, credentials);
  gnutls_transport_set_int(session, socket);
  gnutls_handshake_set_timeout(session, 5'000);
  if (gnutls_handshake(session) == 0) {
    unsigned count = 0;
    const auto* chain = gnutls_certificate_get_peers(session, &count);
    gnutls_x509_crt_t certificate;
    gnutls_x509_crt_init(&certificate);
    gnutls_x509_crt_import(certificate, chain, GNUTLS_X509_FMT_DER);
    std::size_t size = 1;
    gnutls_x509_crt_get_serial(certificate, &got.serial, &size);
    gnutls_x509_crt_deinit(certificate);
    constexpr std::string_view kAsked = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    gnutls_record_send(session, kAsked.data(), kAsked.size());
    char buffer[4'096];
    for (ssize_t read = 1; read > 0;) {
      read = gnutls_record_recv(session, buffer, sizeof buffer);
      if (read > 0) got.answer.append(buffer, static_cast<std::size_t>(read));
    }
  }
  gnutls_deinit(session);
  gnutls_certificate_free_credentials(credentials);
  ::close(socket);
  return got;
}

TEST_F(ServerTest, under_tls_it_answers_and_a_renewed_certificate_is_shown_without_a_stop) {
  settings_.tls_cert = folder_.path + "/cert.pem";
  settings_.tls_key = folder_.path + "/key.pem";
  make_certificate(settings_.tls_cert, settings_.tls_key, 7);
  start();
  const OverTls first = ask_over_tls(port());
  EXPECT_EQ(first.serial, 7);
  EXPECT_EQ(Answer(first.answer).status, 200);
  EXPECT_NE(Answer(first.answer).header("Strict-Transport-Security"), "");
  make_certificate(settings_.tls_cert, settings_.tls_key, 8);
  ASSERT_TRUE(http::Listening::load_certificate(settings_).has_value());
  EXPECT_EQ(ask_over_tls(port()).serial, 8);
  // One that cannot be read leaves the last good one in place, and so does a key.
  for (const auto& file : {settings_.tls_cert, settings_.tls_key}) {
    make_certificate(settings_.tls_cert, settings_.tls_key, 9);
    std::ofstream(file) << "nothing of the kind";
    EXPECT_FALSE(http::Listening::load_certificate(settings_).has_value()) << file;
    EXPECT_EQ(ask_over_tls(port()).serial, 8) << file;
  }
  // What is not TLS gets nothing of the register.
  EXPECT_EQ(ask("GET", "/healthz").status, 0);
}

TEST_F(ServerTest, a_certificate_that_cannot_be_read_is_refused_at_the_start) {
  settings_.tls_cert = folder_.path + "/none.pem";
  settings_.tls_key = folder_.path + "/none.pem";
  house_ = http::House::open({catalogue_, clock_, salts_, path_}, settings_).value();
  EXPECT_FALSE(http::Server::start(*house_, page_).has_value());
}

}  // namespace
}  // namespace lotline
