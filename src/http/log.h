#pragma once
// The service's own log: one line of JSON to standard error for each request and event, for journald. It holds no
// personal data: a route as declared and never its values, no name, no address.

#include <cstdint>
#include <string_view>

namespace lotline::http {

void log_request(std::string_view id, std::string_view method, std::string_view route, int status,
                 std::int64_t microseconds, std::uint64_t bytes);
void log_event(std::string_view event, std::string_view detail = {});
/// What was wrong while a request was answered; the client is told only the id.
void log_fault(std::string_view id, std::string_view route, std::string_view what);

}  // namespace lotline::http
