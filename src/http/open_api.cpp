#include "http/open_api.h"

#include <fmt/format.h>

#include "base/json_writer.h"
#include "base/text.h"

namespace lotline::http {

namespace {

bool changes(const Route& route) { return route.method != "GET"; }

std::vector<std::string_view> words_of(std::string_view path) {
  std::vector<std::string_view> words;
  for (const std::string_view segment : split(path.substr(1), '/'))
    if (segment.starts_with('{')) words.push_back(segment.substr(1, segment.size() - 2));
  return words;
}

void write_parameter(JsonWriter& json, std::string_view name, std::string_view in, std::string_view help,
                     std::string_view example, bool required) {
  json.begin_object().member("name", name).member("in", in).member("description", help);
  json.member("required", required).key("schema").begin_object().member("type", "string").end_object();
  if (!example.empty()) json.member("example", example);
  json.end_object();
}

void write_parameters(JsonWriter& json, const Route& route) {
  json.key("parameters").begin_array();
  for (const auto word : words_of(route.path)) write_parameter(json, word, "path", "of the address", {}, true);
  for (const auto& p : route.parameters) write_parameter(json, p.name, "query", p.help, p.example, p.required);
  if (route.needs_case)
    write_parameter(json, "Lotline-Case", "header",
                    "number of the case a look across organisations is for; recorded in the access log", "2026-114",
                    route.right == access::Right::trace);
  if (changes(route) && route.door == Door::signed_in)
    write_parameter(json, "Lotline-Csrf", "header", "the session's mark; not with a bearer token", {}, false);
  if (changes(route) && !route.reads)
    write_parameter(json, "Idempotency-Key", "header",
                    "1 to 100 letters, digits, - or _: the same request again is done once", {}, false);
  json.end_array();
}

void write_body(JsonWriter& json, const Route& route) {
  if (route.members.empty() && route.upload.empty()) return;
  json.key("requestBody").begin_object().member("required", true).key("content").begin_object();
  for (const auto type : split(route.upload, ','))
    if (!route.upload.empty())
      json.key(trim(type))
          .begin_object()
          .key("schema")
          .begin_object()
          .member("type", "string")
          .member("format", "binary")
          .end_object()
          .end_object();
  if (route.upload.empty()) {
    json.key("application/json").begin_object().key("schema").begin_object();
    json.member("type", "object").key("properties").begin_object();
    for (const auto& m : route.members)
      json.key(m.name).begin_object().member("type", "string").member("description", m.help).end_object();
    json.end_object().key("required").begin_array();
    for (const auto& m : route.members)
      if (m.required) json.value(m.name);
    json.end_array().end_object().key("example").begin_object();
    for (const auto& m : route.members)
      if (!m.example.empty()) json.member(m.name, m.example);
    json.end_object().end_object();
  }
  json.end_object().end_object();
}

/// An answer that is a file.
void write_files(JsonWriter& json, const Route& route) {
  json.key("content").begin_object();
  for (const auto type : split(route.gives, ';')) {
    json.key(type).begin_object().key("schema").begin_object();
    json.member("type", "string").member("format", "binary").end_object().end_object();
  }
  json.end_object();
}

void write_answers(JsonWriter& json, const Route& route) {
  json.key("responses").begin_object();
  json.key("200").begin_object().member("description", "done");
  if (!route.example.empty())
    json.key("content").begin_object().key("application/json").begin_object().key("example").raw(route.example);
  if (!route.example.empty()) json.end_object().end_object();
  if (!route.gives.empty()) write_files(json, route);
  json.end_object();
  json.key("default").begin_object().member("description", "refused: a problem document (RFC 9457)");
  json.key("content").begin_object().key("application/problem+json").begin_object().key("schema").begin_object();
  json.member("$ref", "#/components/schemas/Problem").end_object().end_object().end_object().end_object();
  json.end_object();
}

std::string right_in_words(const Route& route) {
  if (route.door == Door::open) return "Open to anybody.";
  if (route.door == Door::local) return "Open to anybody on the service's own machine.";
  if (!route.right) return "For every account.";
  return fmt::format("Needs the right {}.", word(*route.right));
}

void write_operation(JsonWriter& json, const Route& route) {
  json.key(to_lower_ascii(route.method)).begin_object();
  std::string id = to_lower_ascii(route.method);
  for (const char c : route.path) id += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  json.member("operationId", id).member("summary", route.summary);
  std::string description = right_in_words(route);
  if (!route.answer.empty()) description += fmt::format(" The answer is told under {} in answers.md.", route.answer);
  json.member("description", description);
  if (route.door == Door::signed_in) {
    json.key("security").begin_array();
    for (const auto* scheme : {"session", "token"})
      json.begin_object().key(scheme).begin_array().end_array().end_object();
    json.end_array();
  }
  if (route.right) json.member("x-right", word(*route.right));
  write_parameters(json, route);
  write_body(json, route);
  write_answers(json, route);
  json.end_object();
}

void write_components(JsonWriter& json) {
  json.key("components").begin_object().key("securitySchemes").begin_object();
  json.key("session").begin_object().member("type", "apiKey").member("in", "cookie").member("name", "lotline_session");
  json.end_object().key("token").begin_object().member("type", "http").member("scheme", "bearer").end_object();
  json.end_object().key("schemas").begin_object().key("Problem").begin_object().member("type", "object");
  json.key("properties").begin_object();
  for (const auto* text : {"type", "title", "detail", "name", "field", "request_id"})
    json.key(text).begin_object().member("type", "string").end_object();
  for (const auto* number : {"status", "number"})
    json.key(number).begin_object().member("type", "integer").end_object();
  json.end_object().end_object().end_object().end_object();
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string open_api(const std::vector<Route>& routes) {
  std::map<std::string_view, std::vector<const Route*>> by_path;
  for (const Route& route : routes) by_path[route.path].push_back(&route);
  JsonWriter json;
  json.begin_object().member("openapi", "3.1.0").key("info").begin_object().member("title", "Lotline");
  json.member("version", "1").member("summary", "The register of ammunition: marks, traces, lots, records, scans.");
  json.key("license").begin_object().member("name", "Apache-2.0").member("identifier", "Apache-2.0").end_object();
  json.end_object().key("paths").begin_object();
  for (const auto& [path, operations] : by_path) {
    json.key(path).begin_object();
    for (const Route* route : operations) write_operation(json, *route);
    json.end_object();
  }
  json.end_object();
  write_components(json);
  json.end_object();
  return json.take();
}

std::string readable_api(const std::vector<Route>& routes) {
  std::string page =
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Lotline API</title>"
      "<meta name=\"viewport\" content=\"width=device-width\"></head><body><h1>Lotline API</h1>"
      "<p>The same for machines: <a href=\"/api/openapi.json\">OpenAPI 3.1</a>. What is refused comes as a problem "
      "document (RFC 9457) with the refusal's number and name.</p>";
  for (const Route& route : routes) {
    page += fmt::format("<h2><code>{} {}</code></h2><p>{} {}</p>", route.method, route.path, escaped(route.summary),
                        escaped(right_in_words(route)));
    const auto list = [&](std::string_view title, const std::vector<Parameter>& what) {
      if (what.empty()) return;
      page += fmt::format("<h3>{}</h3><dl>", title);
      for (const auto& p : what)
        page += fmt::format("<dt><code>{}</code>{}</dt><dd>{}</dd>", p.name, p.required ? " (required)" : "",
                            escaped(p.help));
      page += "</dl>";
    };
    list("In the query", route.parameters);
    list("In the body", route.members);
  }
  return page + "</body></html>";
}

}  // namespace lotline::http
