#include "http/server.h"

#include <fmt/format.h>
#include <microhttpd.h>

#include <atomic>
#include <cstdarg>
#include <cstdio>

#include "answers/refusals.h"
#include "base/text.h"
#include "http/acceptor.h"
#include "http/listening.h"
#include "http/log.h"
#include "http/upload.h"

namespace lotline::http {

namespace {

/// Memory of one connection for its headers; idle streams by the thousand keep it as well.
constexpr std::size_t kConnectionBytes = 16 * 1024;
constexpr std::size_t kStreamBlock = 4 * 1024;
/// Of an event stream's writes and of answers that are not fetched.
constexpr unsigned kFetchSeconds = 60;
constexpr int kWorkers = 16;
/// Taken from the backlog before they are counted as open.
constexpr int kTakenAtOnce = 1'000;

/// One request while it is on this connection.
struct OnWire {
  enum class State { began, receiving, waiting, answered };

  Exchange exchange;
  std::string target;
  State state = State::began;
  std::int64_t received = 0;
  bool answered_early = false;  ///< by what its headers say
  std::optional<Upload> upload;
  std::chrono::steady_clock::time_point complete{};
};

std::string_view text_or_empty(const char* text) { return text == nullptr ? std::string_view{} : text; }

}  // namespace

struct Server::Parts {
  House& house;
  Answering answering;
  Deadlines deadlines;
  Listening listening;
  std::atomic<int> in_flight{0};
  std::unique_ptr<Workers> workers = std::make_unique<Workers>(kWorkers);
  MHD_Daemon* daemon = nullptr;
  std::unique_ptr<Acceptor> acceptor;

  std::mutex heart_mutex;
  std::condition_variable heart_stops;
  bool stopping = false;
  std::thread heart;

  Parts(House& of, const PageFiles& page, Listening socket)
      : house(of), answering(of, page), deadlines(of.settings()), listening(std::move(socket)) {}

  void beat();
  MHD_Result handle(MHD_Connection* connection, OnWire& wire, const char* method, const char* upload_data,
                    std::size_t* upload_size);
  MHD_Result begin(MHD_Connection* connection, OnWire& wire, const char* method);
  MHD_Result receive(OnWire& wire, const char* data, std::size_t* size);
  MHD_Result conclude(MHD_Connection* connection, OnWire& wire);
  MHD_Result send(MHD_Connection* connection, OnWire& wire);
};

namespace {

ConnectionClock* clock_of(MHD_Connection* connection) {
  const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == nullptr ? nullptr : static_cast<ConnectionClock*>(info->socket_context);
}

void enter(MHD_Connection* connection, ConnectionClock::Phase phase) {
  if (auto* clock = clock_of(connection)) clock->enter(phase);
}

MHD_Result take_header(void* into, MHD_ValueKind, const char* name, const char* value) {
  auto& headers = *static_cast<std::map<std::string, std::string, std::less<>>*>(into);
  // Of a header that may come several times the parts are joined, as RFC 9110 section 5.2 says.
  std::string& joined = headers[to_lower_ascii(name)];
  joined += (joined.empty() ? "" : ", ") + std::string{text_or_empty(value)};
  return MHD_YES;
}

/// The client's address: that of the connection, or the last one in X-Forwarded-For that no trusted proxy added.
std::string peer_of(MHD_Connection* connection, const Request& request, const Settings& settings) {
  const ConnectionClock* const clock = clock_of(connection);
  std::string peer = clock == nullptr ? "" : clock->address;
  if (settings.trusted_proxies.empty()) return peer;
  const auto trusted = [&](std::string_view address) {
    return std::ranges::find(settings.trusted_proxies, address) != settings.trusted_proxies.end();
  };
  auto forwarded = split(request.header("x-forwarded-for"), ',');
  while (!forwarded.empty() && trusted(peer)) {
    peer = forwarded.back();
    forwarded.pop_back();
  }
  return peer;
}

struct StreamOnWire {
  std::shared_ptr<EventStream> stream;
  MHD_Connection* connection;
};

ssize_t read_stream(void* closure, std::uint64_t, char* into, std::size_t most) {
  auto& wire = *static_cast<StreamOnWire*>(closure);
  const std::int64_t count = wire.stream->read(
      into, most, [&] { MHD_suspend_connection(wire.connection); },
      [connection = wire.connection] { MHD_resume_connection(connection); });
  return count < 0 ? static_cast<ssize_t>(MHD_CONTENT_READER_END_OF_STREAM) : static_cast<ssize_t>(count);
}

void end_stream(void* closure) {
  auto* wire = static_cast<StreamOnWire*>(closure);
  wire->stream->end();
  delete wire;
}

/// What the library has to say of connections and its own state.
__attribute__((format(printf, 2, 0))) void note_library(void*, const char* format, va_list values) {
  char text[512];
  std::vsnprintf(text, sizeof text, format, values);
  log_event("library", trim(text));
}

void* note_target(void* /*parts*/, const char* uri, MHD_Connection* connection) {
  enter(connection, ConnectionClock::Phase::headers);
  auto* wire = new OnWire;
  wire->target = text_or_empty(uri);
  return wire;
}

void note_connection(void* closure, MHD_Connection* connection, void** context, MHD_ConnectionNotificationCode what) {
  auto& parts = *static_cast<Deadlines*>(closure);
  if (what == MHD_CONNECTION_NOTIFY_STARTED) {
    const int socket = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    const auto* from = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    *context = parts.add(socket, from == nullptr ? "" : text_of_address(from->client_addr));
  } else {
    parts.remove(static_cast<ConnectionClock*>(*context));
    *context = nullptr;
  }
}

}  // namespace

void Server::Parts::beat() {
  std::unique_lock lock(heart_mutex);
  const auto pause = std::chrono::seconds(house.settings().heartbeat_seconds);
  while (!heart_stops.wait_for(lock, pause, [this] { return stopping; })) house.events().heartbeat();
}

MHD_Result Server::Parts::handle(MHD_Connection* connection, OnWire& wire, const char* method, const char* upload_data,
                                 std::size_t* upload_size) {
  switch (wire.state) {
    case OnWire::State::began:
      return begin(connection, wire, method);
    case OnWire::State::receiving:
      if (*upload_size > 0) {
        if (auto* clock = clock_of(connection)) clock->bytes += static_cast<std::int64_t>(*upload_size);
        return receive(wire, upload_data, upload_size);
      }
      return conclude(connection, wire);
    case OnWire::State::waiting:
      return send(connection, wire);
    case OnWire::State::answered:
      *upload_size = 0;  // what still comes after an early answer
      return MHD_YES;
  }
  return MHD_NO;
}

MHD_Result Server::Parts::begin(MHD_Connection* connection, OnWire& wire, const char* method) {
  ++in_flight;
  Request& request = wire.exchange.request;
  request.method = method;
  MHD_get_connection_values(connection, MHD_HEADER_KIND, take_header, &request.headers);
  request.peer = peer_of(connection, request, house.settings());
  wire.complete = std::chrono::steady_clock::now();
  const bool admitted = answering.admit(wire.exchange, wire.target);
  const bool body = request.headers.contains("content-length") || request.headers.contains("transfer-encoding");
  // Before a body that nobody wants the connection is given up; without one it is kept.
  if (!admitted && body) return send(connection, wire);
  wire.answered_early = !admitted;
  if (admitted && !wire.exchange.route->upload.empty()) {
    wire.upload.emplace(house.uploads(), request.id);
    request.upload = wire.upload->path();
  }
  wire.state = OnWire::State::receiving;
  enter(connection, ConnectionClock::Phase::body);
  return MHD_YES;
}

MHD_Result Server::Parts::receive(OnWire& wire, const char* data, std::size_t* size) {
  wire.received += static_cast<std::int64_t>(*size);
  // A chunked body does not say its length before; past the limit the connection is closed.
  if (wire.received > wire.exchange.body_limit) return MHD_NO;
  if (wire.upload)
    wire.upload->append({data, *size});
  else
    wire.exchange.request.body.append(data, *size);
  *size = 0;
  return MHD_YES;
}

MHD_Result Server::Parts::conclude(MHD_Connection* connection, OnWire& wire) {
  wire.complete = std::chrono::steady_clock::now();
  enter(connection, ConnectionClock::Phase::answering);
  if (wire.answered_early) return send(connection, wire);
  if (wire.upload && !wire.upload->close()) {
    answering.refuse(wire.exchange, lotline::refuse(answers::upload_failed).error());
    return send(connection, wire);
  }
  if (!Answering::may_wait(wire.exchange)) {
    answering.answer(wire.exchange);
    return send(connection, wire);
  }
  wire.state = OnWire::State::waiting;
  MHD_suspend_connection(connection);
  const bool taken = workers->hand_in([this, &wire, connection] {
    answering.answer(wire.exchange);
    MHD_resume_connection(connection);
  });
  if (taken) return MHD_YES;
  answering.refuse(wire.exchange, lotline::refuse(answers::too_many_requests).error());
  MHD_resume_connection(connection);
  return MHD_YES;
}

MHD_Result Server::Parts::send(MHD_Connection* connection, OnWire& wire) {
  wire.state = OnWire::State::answered;
  enter(connection, ConnectionClock::Phase::answering);
  wire.upload.reset();  // who is told how it ended finds nothing half-written
  Reply& reply = wire.exchange.reply;
  MHD_Response* response = nullptr;
  if (reply.stream != nullptr) {
    response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, kStreamBlock, read_stream,
                                                 new StreamOnWire{reply.stream, connection}, end_stream);
  } else {
    response = MHD_create_response_from_buffer(reply.body.size(), reply.body.data(), MHD_RESPMEM_MUST_COPY);
  }
  if (response == nullptr) return MHD_NO;
  if (!reply.type.empty()) MHD_add_response_header(response, "Content-Type", reply.type.c_str());
  for (const auto& [name, value] : reply.headers) MHD_add_response_header(response, name.c_str(), value.c_str());
  const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(reply.status), response);
  MHD_destroy_response(response);
  return queued;
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<std::unique_ptr<Server>> Server::start(House& house, const PageFiles& page) {
  const Settings& settings = house.settings();
  TRY(check_settings(settings));
  Listening listening = TRY(Listening::open(settings));
  house.listens_at(listening.port());
  auto parts = std::make_unique<Parts>(house, page, std::move(listening));
  Parts& p = *parts;
  p.acceptor = TRY(Acceptor::open(p.listening.file(), settings.listen));

  const auto handle = [](void* closure, MHD_Connection* connection, const char*, const char* method, const char*,
                         const char* data, std::size_t* size, void** wire) -> MHD_Result {
    return static_cast<Parts*>(closure)->handle(connection, *static_cast<OnWire*>(*wire), method, data, size);
  };
  const auto completed = [](void* closure, MHD_Connection* connection, void** context, MHD_RequestTerminationCode) {
    auto& of = *static_cast<Parts*>(closure);
    const std::unique_ptr<OnWire> wire(static_cast<OnWire*>(*context));
    *context = nullptr;
    enter(connection, ConnectionClock::Phase::idle);
    if (wire == nullptr || wire->state == OnWire::State::began) return;
    --of.in_flight;
    const auto took = std::chrono::steady_clock::now() - wire->complete;
    const auto& exchange = wire->exchange;
    const auto pattern = Answering::pattern_of(exchange);
    of.house.metrics().answered(exchange.request.method, pattern, exchange.reply.status,
                                std::chrono::duration<double>(took).count());
    log_request(exchange.request.id, exchange.request.method, pattern, exchange.reply.status,
                std::chrono::duration_cast<std::chrono::microseconds>(took).count(), exchange.reply.body.size());
  };

  unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_NO_LISTEN_SOCKET | MHD_USE_ITC;
  std::vector<MHD_OptionItem> options;
  const auto add = [&](MHD_OPTION option, std::intptr_t value, void* pointer = nullptr) {
    options.push_back({option, value, pointer});
  };
  add(MHD_OPTION_THREAD_POOL_SIZE, settings.threads);
  // The acceptor keeps to the limit. A thread of libmicrohttpd 0.9.75 that came to one of its own would wait for a lock
  // that it holds, so each may have all.
  add(MHD_OPTION_CONNECTION_LIMIT, std::intptr_t{settings.threads} * (settings.connections + kTakenAtOnce));
  if (p.listening.port() != 0) add(MHD_OPTION_PER_IP_CONNECTION_LIMIT, settings.connections_per_address);
  add(MHD_OPTION_CONNECTION_MEMORY_LIMIT, kConnectionBytes);
  add(MHD_OPTION_CONNECTION_TIMEOUT, kFetchSeconds + static_cast<unsigned>(settings.idle_seconds));
  if (p.listening.tls()) {
    flags |= MHD_USE_TLS;
    add(MHD_OPTION_HTTPS_CERT_CALLBACK, 0, Listening::certificate_callback());
    add(MHD_OPTION_HTTPS_PRIORITIES, 0, const_cast<char*>("SECURE256:SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2"));
  }
  add(MHD_OPTION_END, 0);

  p.daemon = MHD_start_daemon(flags | MHD_USE_ERROR_LOG, 0, nullptr, nullptr, handle, &p, MHD_OPTION_EXTERNAL_LOGGER,
                              static_cast<void (*)(void*, const char*, va_list)>(note_library), nullptr,
                              MHD_OPTION_NOTIFY_COMPLETED, static_cast<MHD_RequestCompletedCallback>(completed), &p,
                              MHD_OPTION_NOTIFY_CONNECTION, note_connection, &p.deadlines, MHD_OPTION_URI_LOG_CALLBACK,
                              note_target, &p, MHD_OPTION_ARRAY, options.data(), MHD_OPTION_END);
  if (p.daemon == nullptr) return refuse(answers::cannot_listen, "{}", settings.listen);
  const auto most = static_cast<std::size_t>(settings.connections);
  p.acceptor->begin(p.daemon, [&p, most] { return p.deadlines.count() >= most; });
  p.heart = std::thread([&p] { p.beat(); });
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::~Server() {
  Parts& p = *parts_;
  p.answering.refuse_more();
  p.acceptor.reset();
  p.house.events().end_all();
  {
    const std::lock_guard lock(p.heart_mutex);
    p.stopping = true;
  }
  p.heart_stops.notify_one();
  p.heart.join();
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(p.house.settings().stop_seconds);
  while (p.in_flight.load() > 0 && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  p.workers.reset();  // finishes what it has and wakes the connections that wait for it
  MHD_stop_daemon(p.daemon);
}

int Server::port() const { return parts_->listening.port(); }
std::size_t Server::connections() const { return parts_->deadlines.count(); }

}  // namespace lotline::http
