// Health, figures, events and the service's own description.

#include "http/gate.h"
#include "http/house.h"
#include "http/open_api.h"
#include "http/route.h"

namespace lotline::http {

namespace {

Result<Reply> health(Call&) { return text_of_type("text/plain; charset=utf-8", "alive\n"); }

/// Ready when the register can be read.
Result<Reply> ready(Call& call) {
  const RecordNumber records = service::read_one_state(call.store, [&] { return call.store.head().records; });
  Reply reply = text_of_type("text/plain; charset=utf-8", records > 0 ? "ready\n" : "not ready\n");
  if (records == 0) reply.status = 503;
  return reply;
}

Result<Reply> figures(Call& call) {
  const RecordNumber records = service::read_one_state(call.store, [&] { return call.store.head().records; });
  call.house.metrics().set_open(call.house.connections(), call.house.events().count(), records);
  return text_of_type("text/plain; version=0.0.4; charset=utf-8", call.house.metrics().text());
}

Result<Reply> events(Call& call) {
  Reply reply = text_of_type("text/event-stream", {});
  reply.stream = call.house.events().open(
      call.visitor, [&house = call.house, shown = shown_by(call.request)] { return house.visits().lives(shown); });
  reply.with("X-Accel-Buffering", "no");
  return reply;
}

Result<Reply> description(Call&) { return json(open_api(routes())); }

Result<Reply> readable(Call&) { return text_of_type("text/html; charset=utf-8", readable_api(routes())); }

}  // namespace

std::vector<Route> house_routes() {
  return {
      {.method = "GET",
       .path = "/healthz",
       .summary = "Whether the process is alive.",
       .handle = health,
       .door = Door::open},
      {.method = "GET",
       .path = "/readyz",
       .summary = "Whether the register can be read.",
       .handle = ready,
       .door = Door::open},
      {.method = "GET",
       .path = "/metrics",
       .summary = "Figures of the service in the text format of Prometheus; to "
                  "callers from this machine only.",
       .handle = figures,
       .door = Door::local},
      {.method = "GET",
       .path = "/api/v1/events",
       .summary = "Server-sent events: record, alert and job, each with one line of JSON, for those who may know.",
       .handle = events},
      {.method = "GET",
       .path = "/api/openapi.json",
       .summary = "This description, OpenAPI 3.1.",
       .handle = description,
       .door = Door::open},
      {.method = "GET",
       .path = "/api",
       .summary = "This description, for people.",
       .handle = readable,
       .door = Door::open},
  };
}

}  // namespace lotline::http
