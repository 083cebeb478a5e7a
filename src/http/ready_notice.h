#pragma once
// Tells systemd how far the service is, by the protocol of sd_notify(3): one datagram to the socket that NOTIFY_SOCKET
// names. Started by anything else, nothing is told. What cannot be told is no reason to end, so nothing is refused.

#include <string_view>

namespace lotline::http {

inline constexpr std::string_view kReady = "READY=1";
inline constexpr std::string_view kStopping = "STOPPING=1";

void tell_supervisor(std::string_view state);

}  // namespace lotline::http
