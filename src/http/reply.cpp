#include "http/reply.h"

namespace lotline::http {

Reply& Reply::with(std::string_view name, std::string_view value) {
  headers.emplace_back(std::string{name}, std::string{value});
  return *this;
}

Reply json(std::string body) { return text_of_type("application/json", std::move(body)); }

Reply created(std::string body, std::string_view where) {
  Reply reply = json(std::move(body));
  reply.status = 201;
  reply.with("Location", where);
  return reply;
}

Reply nothing() {
  Reply reply;
  reply.status = 204;
  reply.type.clear();
  return reply;
}

Reply text_of_type(std::string_view media_type, std::string body) {
  Reply reply;
  reply.type = media_type;
  reply.body = std::move(body);
  return reply;
}

}  // namespace lotline::http
