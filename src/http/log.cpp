#include "http/log.h"

#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "base/date.h"
#include "base/json_writer.h"

namespace lotline::http {

namespace {

JsonWriter line_of(std::string_view event) {
  JsonWriter json;
  json.begin_object().member("at", to_text(SystemClock{}.now())).member("event", event);
  return json;
}

void write(JsonWriter& json) {
  json.end_object();
  const std::string line = json.take() + "\n";
  // One call, and no lock of the standard library's: lines of threads neither mix nor wait for each other. A log that
  // takes nothing more stops no answer.
  for (std::string_view rest = line; !rest.empty();) {
    const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (written > 0)
      rest.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR)
      return;
  }
}

}  // namespace

void log_request(std::string_view id, std::string_view method, std::string_view route, int status,
                 std::int64_t microseconds, std::uint64_t bytes) {
  JsonWriter json = line_of("request");
  json.member("id", id).member("method", method).member("route", route).member("status", status);
  json.member("us", microseconds).member("bytes", static_cast<std::int64_t>(bytes));
  write(json);
}

void log_event(std::string_view event, std::string_view detail) {
  JsonWriter json = line_of(event);
  if (!detail.empty()) json.member("detail", detail);
  write(json);
}

void log_fault(std::string_view id, std::string_view route, std::string_view what) {
  JsonWriter json = line_of("fault");
  json.member("id", id).member("route", route).member("what", what);
  write(json);
}

}  // namespace lotline::http
