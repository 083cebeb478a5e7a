// Any bytes as what a client sends: a target, a body, a cookie, a cursor, an address to listen at. Each is read or
// refused; a target, the members of a body and a cursor written again are read as the same.

#include <fmt/format.h>

#include <cstdlib>

#include "base/text.h"
#include "http/request.h"
#include "http/settings.h"
#include "http/target.h"
#include "proof/canonical_json.h"
#include "service/list_page.h"

namespace {

using namespace lotline;

void demand(bool holds) {
  if (!holds) std::abort();
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

void target(std::string_view text) {
  const auto read = http::parse_target(text);
  if (!read) return;
  std::string again;
  for (const auto& segment : read->segments) again += '/' + escaped(segment);
  if (again.empty()) again = "/";
  char before = '?';
  for (const auto& [name, value] : read->query) {
    again += before + escaped(name) + '=' + escaped(value);
    before = '&';
  }
  const auto second = http::parse_target(again);
  demand(second && second->segments == read->segments && second->query == read->query);
}

void body(std::string_view text) {
  const auto members = http::members_of(text);
  if (!members) return;
  proof::CanonicalObject object;
  for (const auto& [name, value] : *members) object.add(name, value);
  const auto second = http::members_of(object.text());
  demand(second && *second == *members);
}

void headers(std::string_view text) {
  http::Request request;
  request.headers["cookie"] = text;
  request.headers["idempotency-key"] = text;
  request.query["text"] = text;
  demand(request.cookie("lotline_session").size() <= text.size());
  const auto key = http::idempotency_key(request);
  demand(!key || *key == text);
  const auto clean = request.text("text");
  demand(!clean || *clean == trim(text));
}

void cursor(const std::string& text) {
  const auto read = service::read_cursor("lots", 2, text);
  if (!read || !*read) return;
  const auto second = service::read_cursor("lots", 2, service::cursor_text("lots", **read));
  demand(second && *second && (*second)->text == (*read)->text && (*second)->numbers == (*read)->numbers);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  target(text);
  body(text);
  headers(text);
  cursor(text);
  const auto address = http::parse_address(text);
  demand(!address || (address->port >= 0 && address->port <= 65'535));
  return 0;
}
