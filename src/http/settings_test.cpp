#include "http/settings.h"

#include <gtest/gtest.h>

#include <fstream>

#include "answers/refusals.h"

namespace lotline::http {
namespace {

Result<Settings> read(const std::string& text) {
  const auto file = std::filesystem::path(testing::TempDir()) / "lotline_settings.toml";
  std::ofstream(file) << text;
  Settings settings;
  auto done = read_settings(file, settings);
  std::filesystem::remove(file);
  if (!done) return std::unexpected(done.error());
  return settings;
}

TEST(Settings, are_read_over_what_is_there) {
  const auto settings =
      read("listen = \"127.0.0.1:9000\"\nthreads = 2\ntrusted_proxies = [\"10.0.0.1\"]\nrequire_second_factor = true")
          .value();
  EXPECT_TRUE(settings.require_second_factor);
  EXPECT_EQ(settings.listen, "127.0.0.1:9000");
  EXPECT_EQ(settings.threads, 2);
  EXPECT_EQ(settings.trusted_proxies, std::vector<std::string>{"10.0.0.1"});
  EXPECT_EQ(settings.header_seconds, Settings{}.header_seconds);
}

TEST(Settings, unknown_ones_bad_values_and_bad_files_are_refused) {
  for (const auto* text : {"treads = 2", "threads = 0", "threads = \"two\"", "threads = 99999999999", "hosts = [1]",
                           "listen = 8080", "listen =", "require_second_factor = 1"})
    EXPECT_EQ(read(text).error().number, answers::bad_setting.number) << text;
  EXPECT_TRUE(read("treads = 2").error().text.contains("the nearest is threads"));
}

TEST(Settings, an_address_is_taken_apart) {
  EXPECT_EQ(parse_address("[::1]:8080")->host, "::1");
  EXPECT_EQ(parse_address("0.0.0.0:443")->port, 443);
  EXPECT_EQ(parse_address("unix:/run/lotline")->socket_path, "/run/lotline");
  for (const auto* text : {"8080", ":8080", "a:b", "a:99999", "a:-1", "unix:"})
    EXPECT_FALSE(parse_address(text).has_value()) << text;
}

TEST(Settings, without_tls_it_listens_to_this_machine_only) {
  Settings settings;
  for (const auto* here : {"127.0.0.1:80", "localhost:80", "[::1]:80", "unix:/run/lotline"}) {
    settings.listen = here;
    EXPECT_TRUE(check_settings(settings).has_value()) << here;
  }
  for (const auto* elsewhere : {"0.0.0.0:80", "127.example.org:80"}) {
    settings.listen = elsewhere;
    EXPECT_EQ(check_settings(settings).error().number, answers::needs_tls.number) << elsewhere;
  }
  settings.tls_cert = "cert.pem";
  EXPECT_EQ(check_settings(settings).error().number, answers::bad_setting.number);
  settings.tls_key = "key.pem";
  EXPECT_TRUE(check_settings(settings).has_value());
}

}  // namespace
}  // namespace lotline::http
