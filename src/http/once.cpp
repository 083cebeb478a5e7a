#include "http/once.h"

#include <charconv>
#include <fstream>

#include "answers/refusals.h"
#include "base/json_writer.h"
#include "http/gate.h"
#include "http/log.h"
#include "proof/sha256.h"
#include "service/kept_keys.h"
#include "service/refusals.h"

namespace lotline::http {

namespace {

constexpr std::size_t kContent = 32;  ///< characters: half a SHA-256, as rows of imports have
constexpr std::size_t kPiece = std::size_t{1} << 20;

std::string hash_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string piece(kPiece, '\0');
  proof::Sha256 hash;
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    hash.update(std::string_view{piece}.substr(0, static_cast<std::size_t>(file.gcount())));
  }
  return proof::to_hex(hash.finish());
}

/// Everything that makes this request another than the next. Parts are told apart by a character that none holds.
std::string asked_of(const Request& request) {
  std::string asked = request.method + '\n' + request.path;
  for (const auto& [name, value] : request.query) asked += '\n' + name + '=' + value;
  asked += '\n';
  asked += request.header("if-match");
  asked += '\n';
  return asked + (request.upload.empty() ? request.body : hash_of_file(request.upload));
}

service::KeyedRequest keyed(const Call& call, const std::string& key) {
  const Request& request = call.request;
  service::KeyedRequest made;
  made.account = call.visitor.name.empty() ? "at " + request.peer : call.visitor.name;
  made.route = request.method + ' ' + request.path;
  made.key = key;
  made.asked = asked_of(request);
  // A password in the body, a session's cookie, a token: one of them is there, and none is kept anywhere.
  made.secret = key + '\n' + request.cookie(kSessionCookie) + '\n' + std::string{request.header("authorization")} +
                '\n' + made.asked;
  return made;
}

// An answer as a text: its status, type and headers a line each, an empty line, the body.

std::string text_of(const Reply& reply) {
  std::string text = fmt::format("{}\n{}\n", reply.status, reply.type);
  for (const auto& [name, value] : reply.headers) text += name + ": " + value + '\n';
  return text + '\n' + reply.body;
}

std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

Reply reply_of(std::string_view text) {
  Reply reply;
  const auto status = take_line(text);
  std::from_chars(status.data(), status.data() + status.size(), reply.status);
  reply.type = take_line(text);
  for (auto line = take_line(text); !line.empty(); line = take_line(text)) {
    const auto colon = std::min(line.find(": "), line.size());
    reply.with(line.substr(0, colon), line.substr(std::min(colon + 2, line.size())));
  }
  reply.body = text;
  return reply;
}

/// The answer of before, where there is one.
Result<std::optional<Reply>> given_before(Call& call, const service::KeyedRequest& request) {
  using Came = service::KeptAnswer::Came;
  const auto kept = service::kept_answer(call.house.access(), request);
  if (kept.came == Came::with_another_body) return refuse(answers::key_reused);
  if (kept.came == Came::unanswered) return refuse(answers::answer_lost);
  if (kept.came == Came::never) return std::optional<Reply>{};
  return std::optional{reply_of(kept.answer)};
}

}  // namespace

Result<Reply> done_once(Call& call, const Route& route, const std::string& key) {
  const auto request = keyed(call, key);
  const auto held = TRY(call.house.keys().hold(request.account, request.route, key));
  if (auto before = TRY(given_before(call, request))) return std::move(*before);
  auto& accounts = call.house.access();
  service::KeyedAccess store(accounts, request);
  service::AccessDesk desk{store, accounts.clock, accounts.password_cost};
  call.keyed = &desk;
  auto reply = route.handle(call);
  call.keyed = nullptr;
  const bool by_record = !reply && reply.error().number == service::ref_reused.number;
  if (by_record) return refuse(answers::answer_lost, "{}", reply.error().text);
  if (!reply) {
    if (store.wrote()) TRY(service::forget_key(accounts, request));
    return reply;
  }
  const auto kept = service::keep_answer(accounts, request, text_of(*reply));
  // It is done and says so; sent again it is refused, since its key is kept with what was done.
  if (!kept) log_fault(call.request.id, route.path, kept.error().text);
  return reply;
}

Result<service::ImportSource> source_of(const Call& call) {
  const std::string key = TRY(idempotency_key(call.request));
  if (key.empty()) return service::ImportSource{};
  return service::ImportSource{proof::to_hex(proof::sha256(asked_of(call.request))).substr(0, kContent),
                               "account " + call.visitor.name,
                               fmt::format("{} {} {}", call.request.method, call.request.path, key)};
}

}  // namespace lotline::http
