#include "http/settings.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <thread>

#include "answers/refusals.h"
#include "base/refusals.h"
#include "base/text.h"

namespace lotline::http {

namespace {

/// Visits every setting with its name in the file.
template <class Visit>
void each_setting(Settings& s, const Visit& visit) {
  visit("listen", s.listen);
  visit("tls_cert", s.tls_cert);
  visit("tls_key", s.tls_key);
  visit("page", s.page);
  visit("hosts", s.hosts);
  visit("trusted_proxies", s.trusted_proxies);
  visit("threads", s.threads);
  visit("connections", s.connections);
  visit("connections_per_address", s.connections_per_address);
  visit("header_seconds", s.header_seconds);
  visit("body_seconds", s.body_seconds);
  visit("least_rate", s.least_rate);
  visit("idle_seconds", s.idle_seconds);
  visit("body_bytes", s.body_bytes);
  visit("upload_bytes", s.upload_bytes);
  visit("requests_per_minute", s.requests_per_minute);
  visit("heartbeat_seconds", s.heartbeat_seconds);
  visit("stop_seconds", s.stop_seconds);
  visit("require_second_factor", s.require_second_factor);
}

template <class Value>
bool take(const toml::node& node, Value& into) {
  if constexpr (std::is_same_v<Value, bool>) {
    const auto truth = node.value_exact<bool>();
    if (!truth) return false;
    into = *truth;
  } else if constexpr (std::is_integral_v<Value>) {
    const auto number = node.value_exact<std::int64_t>();
    if (!number || *number < 1 || *number > std::numeric_limits<Value>::max()) return false;
    into = static_cast<Value>(*number);
  } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
    const auto* list = node.as_array();
    if (list == nullptr) return false;
    into.clear();
    for (const auto& item : *list) {
      const auto text = item.value_exact<std::string>();
      if (!text) return false;
      into.push_back(*text);
    }
  } else {
    const auto text = node.value_exact<std::string>();
    if (!text) return false;
    into = *text;
  }
  return true;
}

}  // namespace

int usual_threads() { return static_cast<int>(std::thread::hardware_concurrency()) + 1; }

Result<void> read_settings(const std::filesystem::path& file, Settings& settings) {
  const auto parsed = toml::parse_file(file.string());
  if (!parsed)
    return refuse(answers::bad_setting, "{}, line {}: {}", file.string(), parsed.error().source().begin.line,
                  parsed.error().description());
  std::vector<std::string_view> names;
  each_setting(settings, [&](std::string_view name, auto&) { names.push_back(name); });
  for (const auto& [key, node] : parsed.table()) {
    if (std::ranges::find(names, key.str()) == names.end())
      return refuse(answers::bad_setting, "{}: no such setting; the nearest is {}", key.str(),
                    nearest_word(key.str(), names));
    bool taken = false;
    each_setting(settings, [&](std::string_view name, auto& value) {
      if (name == key.str()) taken = take(node, value);
    });
    if (!taken)
      return refuse(answers::bad_setting, "{}, line {}: {}", file.string(), node.source().begin.line, key.str());
  }
  return {};
}

bool Address::local() const {
  // A name such as 127.example.org is an address of anywhere.
  in_addr number{};
  const bool loopback = host.starts_with("127.") && ::inet_pton(AF_INET, host.c_str(), &number) == 1;
  return !socket_path.empty() || host == "localhost" || host == "::1" || loopback;
}

Result<Address> parse_address(std::string_view text) {
  Address address;
  if (text.starts_with("unix:")) {
    address.socket_path = text.substr(5);
    if (address.socket_path.empty()) return refuse(answers::bad_setting, "listen: unix: is followed by a path");
    return address;
  }
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return refuse(answers::bad_setting, "listen: {} is not HOST:PORT", text);
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const std::string_view port = text.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  const bool bad = host.empty() || error != std::errc{} || end != port.data() + port.size() || address.port < 0 ||
                   address.port > 65535;
  if (bad) return refuse(answers::bad_setting, "listen: {} is not HOST:PORT", text);
  address.host = host;
  return address;
}

Result<void> check_settings(const Settings& settings) {
  const Address address = TRY(parse_address(settings.listen));
  if (settings.tls_cert.empty() != settings.tls_key.empty())
    return refuse(answers::bad_setting, "tls_cert and tls_key belong together");
  const bool open = settings.tls_cert.empty() && !address.local();
  if (open) return refuse(answers::needs_tls, "{}", settings.listen);
  return {};
}

}  // namespace lotline::http
