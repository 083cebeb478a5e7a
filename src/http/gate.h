#pragma once
// Who stands at the door: from the cookie of a session or the token of a machine to a visitor, before a handler runs.

#include "http/house.h"
#include "http/route.h"

namespace lotline::http {

inline constexpr std::string_view kSessionCookie = "lotline_session";

/// What the request shows of itself.
service::Credentials shown_by(const Request& request);

/// The visitor of a request to this route. Refuses nobody at a route that is open; else one who is not signed in, a
/// change asked for by a page without the session's mark, and an account without the route's right.
Result<access::Visitor> visitor_of(House& house, const Request& request, const Route& route);

/// Whether the account that asks has a second factor; true of nobody's.
bool has_second_factor(House& house, const Request& request);
/// What one is told who has none where one is needed.
inline constexpr std::string_view kBeginOne = "begin one under your own name first, and then show it";

}  // namespace lotline::http
