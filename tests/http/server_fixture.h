#pragma once
// The whole service on a free port of this machine, before the small State, and a client that sends bytes as it is
// told.

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>

#include "http/server.h"
#include "service/accounts.h"
#include "service/own_account.h"
#include "service/sign_in.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

/// One connection; everything waits at most five seconds.
class Wire {
 public:
  explicit Wire(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval wait{5, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~Wire() { ::close(socket_); }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  /// What comes until the other side closes or five seconds pass without anything.
  std::string read_all() {
    std::string text;
    while (read_some(text)) continue;
    return text;
  }
  /// What comes until it holds `mark`.
  std::string read_until(std::string_view mark) {
    std::string text;
    while (text.find(mark) == std::string::npos && read_some(text)) continue;
    return text;
  }
  /// One whole answer with a Content-Length.
  std::string read_answer() {
    std::string text = read_until("\r\n\r\n");
    const auto at = text.find("Content-Length: ");
    const std::size_t length = at == std::string::npos ? 0 : std::stoul(text.substr(at + 16));
    const std::size_t whole = text.find("\r\n\r\n") + 4 + length;
    while (text.size() < whole && read_some(text)) continue;
    return text;
  }
  [[nodiscard]] bool connected() const { return connected_; }

 private:
  bool read_some(std::string& into) {
    char buffer[16'384];
    const ssize_t count = ::recv(socket_, buffer, sizeof buffer, 0);
    if (count > 0) into.append(buffer, static_cast<std::size_t>(count));
    return count > 0;
  }
  int socket_;
  bool connected_ = false;
};

struct Answer {
  int status = 0;
  std::string head;
  std::string body;

  explicit Answer(const std::string& text) {
    const auto end = text.find("\r\n\r\n");
    head = text.substr(0, end);
    body = end == std::string::npos ? "" : text.substr(end + 4);
    if (head.size() > 12) status = std::stoi(head.substr(9, 3));
  }
  [[nodiscard]] std::string header(std::string_view name) const {
    const auto at = head.find("\r\n" + std::string{name} + ": ");
    if (at == std::string::npos) return "";
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find('\r', begin) - begin);
  }
};

class ServerTest : public SmallState {
 protected:
  ServerTest() {
    settings_.listen = "127.0.0.1:0";
    settings_.threads = 2;
    settings_.body_bytes = 4'096;
    settings_.upload_bytes = 64 * 1024;
    settings_.stop_seconds = 5;
    const std::string page = folder_.path + "/page";
    std::filesystem::create_directory(page);
    std::ofstream(page + "/index.html") << "<!doctype html><title>Lotline</title>";
    page_ = http::PageFiles::read(page).value();
    store_.reset();
    desk_.reset();
  }
  ~ServerTest() override { stop(); }

  void start() {
    house_ = http::House::open({catalogue_, clock_, salts_, path_}, settings_).value();
    server_ = http::Server::start(*house_, page_).value();
  }
  void stop() {
    server_.reset();
    house_.reset();
  }
  [[nodiscard]] int port() const { return server_->port(); }

  /// An account that has set its own password, signed in; what its requests carry.
  struct SignedInAs {
    std::string session;
    std::string csrf;
    [[nodiscard]] std::string headers() const {
      return "Cookie: lotline_session=" + session + "\r\nLotline-Csrf: " + csrf + "\r\n";
    }
  };
  SignedInAs account(const std::string& name, std::vector<access::Role> roles, std::string_view organisation = "") {
    auto& desk = house_->access();
    desk.password_cost = {1, 8192};
    const PartyId party = organisation.empty()
                              ? PartyId{}
                              : service::Lookup(house_->store(), house_->today()).party(organisation).value();
    const auto given =
        service::make_account(desk, access::keeper_of_the_file(), {name, "Person", party, roles}).value();
    const service::SignIn first{name, given.password, "", "127.0.0.1", "", ""};
    const std::string session = service::sign_in(desk, first).value().session;
    const std::string password = "password of " + name + ", long enough";
    EXPECT_TRUE(service::change_password(desk, session, given.password, password));
    const auto made = service::sign_in(desk, {name, password, "", "127.0.0.1", "", ""}).value();
    return {made.session, made.csrf};
  }

  Answer ask(std::string_view method, std::string_view target, std::string_view headers = "",
             std::string_view body = "", std::string_view type = "application/json") {
    Wire wire(port());
    std::string text =
        fmt::format("{} {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{}", method, target, headers);
    if (!body.empty()) text += fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n", type, body.size());
    wire.send(text + "\r\n" + std::string{body});
    return Answer(wire.read_all());
  }

  /// A job once it is over; five minutes at most.
  Answer followed(const std::string& where, const SignedInAs& who) {
    Answer job = ask("GET", where, who.headers());
    const auto goes_on = [&] {
      return job.status == 200 && (job.body.find(R"("state":"waiting")") != std::string::npos ||
                                   job.body.find(R"("state":"running")") != std::string::npos);
    };
    for (int i = 0; i < 15'000 && goes_on(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      job = ask("GET", where, who.headers());
    }
    return job;
  }

  /// Within five seconds.
  void expect_connections(std::size_t wanted) const {
    for (int i = 0; i < 250 && server_->connections() != wanted; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ(server_->connections(), wanted);
  }

  http::Settings settings_;
  http::PageFiles page_;
  std::unique_ptr<http::House> house_;
  std::unique_ptr<http::Server> server_;
};

}  // namespace lotline
