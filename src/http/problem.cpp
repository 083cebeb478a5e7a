#include "http/problem.h"

#include "answers/http_status.h"
#include "base/json_writer.h"
#include "exchange/called.h"

namespace lotline::http {

namespace {

/// Who has to wait is told for how many seconds at the end of the text: "...: 30 seconds".
std::string seconds_told(std::string_view text) {
  constexpr std::string_view kUnit = " seconds";
  if (!text.ends_with(kUnit)) return "5";
  text.remove_suffix(kUnit.size());
  const auto digits = text.substr(text.find_last_not_of("0123456789") + 1);
  return digits.empty() ? "5" : std::string{digits};
}

}  // namespace

Reply problem(const Refusal& refusal, std::string_view request_id) {
  const int status = answers::http_status_of(refusal);
  JsonWriter json;
  json.begin_object();
  json.member("type", "urn:lotline:refusal:" + std::to_string(refusal.number)).member("title", refusal.name);
  json.member("status", status).member("detail", refusal.text);
  json.member("number", refusal.number).member("name", refusal.name).member("field", refusal.field);
  json.member("request_id", request_id).end_object();
  Reply reply = text_of_type("application/problem+json", json.take());
  reply.status = status;
  if (status == 401) reply.with("WWW-Authenticate", "Bearer realm=\"lotline\"");
  if (status == 429 || status == 503) reply.with("Retry-After", seconds_told(refusal.text));
  return reply;
}

Refusal without_path(const Refusal& refusal, const std::filesystem::path& register_path) {
  std::error_code error;
  const auto lies = std::filesystem::weakly_canonical(register_path, error).string();
  return exchange::calling(refusal, lies, "the register");
}

Reply fault(std::string_view request_id) {
  JsonWriter json;
  json.begin_object().member("type", "about:blank").member("title", "fault").member("status", 500);
  json.member("detail", "the service could not answer; its log tells why under the request's id");
  json.member("number", 0).member("name", "fault").member("field", "");
  json.member("request_id", request_id).end_object();
  Reply reply = text_of_type("application/problem+json", json.take());
  reply.status = 500;
  return reply;
}

}  // namespace lotline::http
