#include "http/answering.h"

#include <fmt/format.h>
#include <sys/random.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "access/refusals.h"
#include "answers/refusals.h"
#include "base/check.h"
#include "base/text.h"
#include "exchange/called.h"
#include "http/compressed.h"
#include "http/gate.h"
#include "http/log.h"
#include "http/once.h"
#include "http/problem.h"
#include "proof/sha256.h"
#include "service/access_log.h"

namespace lotline::http {

namespace {

/// An answer shorter than that is not worth compressing.
constexpr std::size_t kWorthCompressing = 1'000;

/// Drawn for many requests at once: the system takes as long for eight bytes as for all of these.
std::string fresh_id() {
  constexpr std::size_t kOfAnId = 8;
  thread_local std::array<std::uint8_t, 32 * kOfAnId> drawn{};
  thread_local std::size_t used = drawn.size();
  if (used == drawn.size()) {
    CHECK(getrandom(drawn.data(), drawn.size(), 0) == static_cast<ssize_t>(drawn.size()));
    used = 0;
  }
  return proof::to_hex(std::span(drawn).subspan(std::exchange(used, used + kOfAnId), kOfAnId));
}

/// Of the bytes, so that the same answer is known again; nobody is kept out by it.
std::string tag_of(std::string_view body) {
  const XXH128_hash_t hash = XXH3_128bits(body.data(), body.size());
  return fmt::format("\"{:016x}{:016x}\"", hash.high64, hash.low64);
}

bool changes(std::string_view method) { return method != "GET" && method != "HEAD"; }

/// Whether one of the tags in If-None-Match is this one; a weak one matches as well (RFC 9110 section 13.1.2).
bool matches(std::string_view header, std::string_view etag) {
  for (std::string_view tag : split(header, ',')) {
    if (tag == "*") return true;
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag == etag) return true;
  }
  return false;
}

/// The headers that were put there while it was looked at, as Allow, stay.
void refuse_with_allowed(Exchange& exchange, const Refusal& refusal) {
  auto headers = std::move(exchange.reply.headers);
  exchange.reply = problem(refusal, exchange.request.id);
  for (auto& [name, value] : headers) exchange.reply.with(name, value);
}

void send_file(const PageFile& file, Exchange& exchange) {
  Reply& reply = exchange.reply;
  reply = text_of_type(file.type, {});
  reply.with("ETag", file.etag);
  reply.with("Content-Security-Policy", file.policy);
  reply.with("Cache-Control", file.named_by_content ? "public, max-age=31536000, immutable" : "no-cache");
  if (matches(exchange.request.header("if-none-match"), file.etag)) {
    reply.status = 304;
    return;
  }
  if (!file.gzip.empty()) reply.with("Vary", "Accept-Encoding");
  if (!file.gzip.empty() && takes_gzip(exchange.request.header("accept-encoding"))) {
    reply.body = file.gzip;
    reply.with("Content-Encoding", "gzip");
  } else {
    reply.body = file.content;
  }
}

}  // namespace

Answering::Answering(House& house, const PageFiles& page)
    : house_(house), page_(page), router_(routes()), limit_(house.settings().requests_per_minute) {}

bool Answering::may_wait(const Exchange& exchange) {
  return exchange.route != nullptr &&
         (changes(exchange.request.method) || exchange.route->needs_case || exchange.route->waits);
}

std::string_view Answering::pattern_of(const Exchange& exchange) {
  if (exchange.route != nullptr) return exchange.route->path;
  return exchange.file != nullptr ? "/{file}" : "/{unknown}";
}

bool Answering::admit(Exchange& exchange, std::string_view target) {
  exchange.request.id = fresh_id();
  try {
    const auto looked = look_at(exchange, target);
    if (looked && exchange.file == nullptr) return true;
    if (looked)
      send_file(*exchange.file, exchange);
    else
      refuse_with_allowed(exchange, looked.error());
  } catch (const std::exception& error) {
    log_fault(exchange.request.id, pattern_of(exchange), error.what());
    exchange.reply = fault(exchange.request.id);
  }
  finish(exchange);
  return false;
}

Result<void> Answering::look_at(Exchange& exchange, std::string_view target_text) {
  Request& request = exchange.request;
  if (refusing_.load()) return lotline::refuse(answers::shutting_down);
  Target target = TRY(parse_target(target_text));
  request.query = std::move(target.query);
  TRY(check_host(request));

  for (const auto& segment : target.segments) request.path += '/' + segment;
  if (!changes(request.method)) exchange.file = page_.find(request.path.empty() ? "" : request.path.substr(1));
  if (exchange.file != nullptr) return {};

  std::string allowed;
  auto match = router_.find(request.method, target.segments, allowed);
  if (!match) {
    if (!allowed.empty()) exchange.reply.with("Allow", allowed);
    return std::unexpected(match.error());
  }
  exchange.route = match->route;
  request.words = std::move(match->words);
  // Whoever shows nothing, or nothing that is good here, asks as an address.
  auto visitor = visitor_of(house_, request, *exchange.route);
  const std::string who = visitor && !visitor->name.empty() ? "account " + visitor->name : request.peer;
  const std::int64_t waits = limit_.seconds_to_wait(who, std::chrono::steady_clock::now());
  if (waits > 0) return lotline::refuse(answers::too_many_requests, "{} seconds", waits);
  exchange.visitor = TRY(std::move(visitor));
  return check_body(exchange);
}

Result<void> Answering::check_host(const Request& request) const {
  // A page of another name that resolves to this address must not be taken for ours (DNS rebinding).
  const std::string_view host = request.header("host");
  if (!house_.knows_host(host)) return lotline::refuse(answers::wrong_host, "{}", host);
  return {};
}

Result<void> Answering::check_body(Exchange& exchange) const {
  if (!changes(exchange.request.method)) return {};
  const bool upload = !exchange.route->upload.empty();
  exchange.body_limit = upload ? house_.settings().upload_bytes : house_.settings().body_bytes;
  const std::string_view length = exchange.request.header("content-length");
  std::int64_t bytes = 0;
  std::from_chars(length.data(), length.data() + length.size(), bytes);
  if (bytes > exchange.body_limit)
    return lotline::refuse(answers::body_too_large, "at most {} bytes", exchange.body_limit);
  const std::string_view sent = exchange.request.header("content-type");
  const std::string_view type = trim(sent.substr(0, sent.find(';')));
  const std::string_view wanted = upload ? exchange.route->upload : "application/json";
  const bool has_body = bytes > 0 || !exchange.request.header("transfer-encoding").empty();
  const auto types = split(wanted, ',');
  const bool taken = std::ranges::any_of(types, [&](const auto& one) { return trim(one) == type; });
  if (has_body && !taken) return lotline::refuse(answers::wrong_media_type, "{} is wanted", wanted);
  return {};
}

void Answering::answer(Exchange& exchange) {
  try {
    auto reply = handled(exchange);
    exchange.reply = reply ? std::move(*reply) : problem(told(reply.error(), exchange), exchange.request.id);
  } catch (const storage::StorageFault& error) {
    log_fault(exchange.request.id, pattern_of(exchange), error.what());
    exchange.reply = problem(told(error.refusal(), exchange), exchange.request.id);
  } catch (const std::exception& error) {
    log_fault(exchange.request.id, pattern_of(exchange), error.what());
    exchange.reply = fault(exchange.request.id);
  }
  finish(exchange);
}

void Answering::refuse(Exchange& exchange, const Refusal& refusal) const {
  exchange.reply = problem(refusal, exchange.request.id);
  finish(exchange);
}

Refusal Answering::told(const Refusal& refusal, const Exchange& asked) const {
  return without_path(exchange::calling(refusal, asked.request.upload.string(), "the file"),
                      house_.ground().register_path);
}

/// Who may not ask is not told what was wrong with the question.
Result<Reply> Answering::asked_rightly(Call& call, const Route& route) {
  const bool writes = changes(route.method) && !route.reads;
  const bool for_nothing = !writes && !call.request.header("idempotency-key").empty();
  if (for_nothing) return lotline::refuse(answers::key_not_taken);
  // Who reads the whole State's records searches them as well; a trace names its case, whoever asks.
  const bool for_a_case = route.right == access::Right::trace || !call.visitor.may(access::Right::read_all);
  if (route.needs_case && for_a_case) TRY(access::require_case(call.visitor));
  TRY(check_parameters(route, call.request.query));
  const std::string key = TRY(idempotency_key(call.request));
  if (!key.empty() && !route.keyed) return done_once(call, route, key);
  return route.handle(call);
}

Result<Reply> Answering::handled(Exchange& exchange) {
  const auto reference = house_.reference(exchange.visitor);
  Call call{exchange.request, exchange.visitor, house_.store(), reference, house_, {}};
  auto reply = asked_rightly(call, *exchange.route);
  const bool unshown = !reply && reply.error().number == access::step_up_needed.number;
  if (unshown && !has_second_factor(house_, exchange.request))
    reply = lotline::refuse(access::no_second_factor, "{}", kBeginOne);
  const bool across = exchange.route->needs_case || !exchange.visitor.case_number.empty();
  if (across) TRY(note_look(call, *exchange.route, reply ? 0 : reply.error().number));
  return reply;
}

/// Durable before the answer is sent: nobody learns what the access log does not know of.
Result<void> Answering::note_look(Call& call, const Route& route, int refused) {
  if (call.looked.object.empty())
    for (const auto& [name, word] : call.request.words)
      call.looked.object += (call.looked.object.empty() ? "" : ", ") + name + " " + word;
  auto entry = service::entry_of(call.visitor, house_.ground().clock.now(),
                                 fmt::format("{} {}", route.method, route.path), call.looked.object, call.request.id);
  entry.refused = refused;
  entry.lots = call.looked.lots;
  entry.holders = call.looked.holders;
  return service::note_access(house_.access(), entry);
}

void Answering::finish(Exchange& exchange) const {
  Reply& reply = exchange.reply;
  reply.with("Request-Id", exchange.request.id);
  reply.with("X-Content-Type-Options", "nosniff").with("Referrer-Policy", "no-referrer");
  if (!house_.settings().tls_cert.empty()) reply.with("Strict-Transport-Security", "max-age=31536000");
  if (exchange.file != nullptr) return;
  reply.with("Cache-Control", "no-store");
  const bool has_policy = std::ranges::find(reply.headers, "Content-Security-Policy",
                                            &std::pair<std::string, std::string>::first) != reply.headers.end();
  if (!has_policy) reply.with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  if (reply.status != 200 || reply.stream != nullptr || changes(exchange.request.method)) return;
  const std::string etag = tag_of(reply.body);
  const bool unchanged = matches(exchange.request.header("if-none-match"), etag);
  reply.with("ETag", etag);
  if (unchanged) {
    reply.status = 304;
    reply.body.clear();
  } else if (reply.body.size() >= kWorthCompressing && takes_gzip(exchange.request.header("accept-encoding"))) {
    reply.body = compressed(reply.body);
    reply.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding");
  }
}

}  // namespace lotline::http
