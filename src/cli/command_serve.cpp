// serve: the register over HTTP, for browsers and other systems.

#include <fmt/format.h>

#include <csignal>

#include "cli/calibrator_option.h"
#include "cli/commands.h"
#include "cli/upgrade_words.h"
#include "http/first_start.h"
#include "http/listening.h"
#include "http/log.h"
#include "http/ready_notice.h"
#include "http/server.h"

namespace lotline::cli {

namespace {

struct ServeWords {
  std::string config, listen, tls_cert, tls_key, page;
  bool demonstration = false;
};

Result<http::Settings> settings_of(const Session& session, const ServeWords& words) {
  http::Settings settings;
  settings.page = session.shipped_page();
  if (!words.config.empty()) TRY(http::read_settings(words.config, settings));
  if (!words.listen.empty()) settings.listen = words.listen;
  if (!words.tls_cert.empty()) settings.tls_cert = words.tls_cert;
  if (!words.tls_key.empty()) settings.tls_key = words.tls_key;
  if (!words.page.empty()) settings.page = words.page;
  TRY(http::check_settings(settings));
  return settings;
}

/// The signals that end the service, or tell it to read its certificate again; no other thread takes them.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

void wait_for_end(const sigset_t& signals, const http::Settings& settings) {
  int signal = 0;
  while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) {
    if (settings.tls_cert.empty()) continue;
    const auto loaded = http::Listening::load_certificate(settings);
    http::log_event(loaded ? "certificate_read" : "certificate_refused", loaded ? "" : loaded.error().text);
  }
}

std::string address_of(const http::Settings& settings, int port) {
  const auto address = http::parse_address(settings.listen);
  if (!address || port == 0) return settings.listen;
  const std::string host =
      address->host.find(':') == std::string::npos ? address->host : fmt::format("[{}]", address->host);
  return fmt::format("{}://{}:{}/", settings.tls_cert.empty() ? "http" : "https", host, port);
}

/// At most one for each mark.
Result<std::vector<std::unique_ptr<const comparison::Calibrator>>> shipped_calibrators(const Session& session) {
  std::vector<std::unique_ptr<const comparison::Calibrator>> found;
  for (const auto& mark : Words<surface::Mark>::all)
    if (auto calibrator = TRY(calibrator_of(session, {}, mark.value))) found.push_back(std::move(calibrator));
  return found;
}

Result<int> serve(Session& session, const ServeWords& words) {
  const auto settings = TRY(settings_of(session, words));
  const auto* catalogue = TRY(session.catalogue());
  const http::PageFiles page = TRY(http::PageFiles::read(settings.page));
  // A new program comes to an old register when the package is renewed: nobody is asked, and nothing is lost.
  if (const auto upgraded = TRY(storage::upgrade_register(session.register_path)))
    fmt::print("{}\n", upgraded_in_words(session.register_path, *upgraded));
  const sigset_t signals = block_signals();
  const auto calibrators = TRY(shipped_calibrators(session));
  http::Ground ground{*catalogue, session.world().clock, session.world().salts, session.register_path, {}};
  for (const auto& calibrator : calibrators) ground.calibrators.push_back(calibrator.get());
  const auto house = TRY(http::House::open(ground, settings));
  const std::string link = words.demonstration ? TRY(house->offer_demonstration()) : std::string{};
  const auto first = words.demonstration ? std::nullopt : TRY(http::make_first_administrator(*house));
  auto server = TRY(http::Server::start(*house, page));
  fmt::print("Lotline serves {} at {}{}\n", session.register_path, address_of(settings, server->port()),
             house->simulated() ? " (" + std::string{kSimulated} + ")" : "");
  if (first)
    fmt::print("No administrator was there. {} signs in with the password in {} until {}.\n", first->name, first->file,
               to_text(first->until));
  if (!link.empty())
    fmt::print("Sign in once, without a password:\n\n    {}#/sign-in?code={}\n\nCtrl-C ends it.\n",
               address_of(settings, server->port()), link);
  std::fflush(stdout);
  http::tell_supervisor(http::kReady);
  wait_for_end(signals, settings);
  http::tell_supervisor(http::kStopping);
  http::log_event("stopping");
  server.reset();
  http::log_event("stopped");
  return kDone;
}

}  // namespace

Command serve_command(Session& session) {
  auto words = std::make_shared<ServeWords>();
  Command command{"serve",
                  "serves the register over HTTP: the page for people, the API for other systems",
                  "lotline serve --register state.lotline --listen 127.0.0.1:8080",
                  {},
                  {},
                  {}};
  command.options.push_back(register_option(session));
  const auto text = [&](std::string name, std::string help, std::string& target) {
    command.options.push_back({std::move(name), std::move(help), &target, nullptr, nullptr});
  };
  text("--listen", "HOST:PORT or unix:PATH; 127.0.0.1:8080 when left out, port 0 takes a free one", words->listen);
  text("--tls-cert", "certificate with its chain, PEM; read again on SIGHUP", words->tls_cert);
  text("--tls-key", "its private key, PEM", words->tls_key);
  text("--config", "file of settings, TOML; options here go before it", words->config);
  text("--page", "folder of the page's built files, in place of the program's own", words->page);
  command.options.push_back({"--demonstration", "of a simulated register alone: prints a link that signs in once",
                             nullptr, nullptr, &words->demonstration});
  command.run = [&session, words] {
    const auto code = serve(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
