#include "http/gate.h"

#include "access/refusals.h"
#include "base/text.h"

namespace lotline::http {

namespace {

/// After "Bearer "; empty when there is none.
std::string_view bearer_of(const Request& request) {
  constexpr std::string_view kScheme = "Bearer ";
  const std::string_view header = request.header("authorization");
  return header.starts_with(kScheme) ? trim(header.substr(kScheme.size())) : std::string_view{};
}

/// A caller of this machine, who did not come through a proxy.
bool from_here(const Request& request) {
  const bool here = request.peer == "unix" || request.peer == "::1" || request.peer.starts_with("127.");
  return here && request.header("x-forwarded-for").empty();
}

/// Rights over what belongs to others, or over what others may do.
bool reaches_across(const access::Rights& rights) {
  using access::Right;
  return !(rights & access::Rights{Right::trace, Right::read_all, Right::manage_accounts}).empty();
}

/// Signing in and out, one's own password and second factor.
bool of_own_session(const Route& route) { return route.path.starts_with("/api/v1/session"); }

}  // namespace

bool has_second_factor(House& house, const Request& request) {
  const auto visit = house.visits().visitor_of(shown_by(request));
  return !visit || visit->by_token || visit->second_factor;
}

service::Credentials shown_by(const Request& request) {
  return {request.cookie(kSessionCookie), std::string{bearer_of(request)}, std::string{request.header("lotline-case")}};
}

Result<access::Visitor> visitor_of(House& house, const Request& request, const Route& route) {
  if (route.door == Door::open) return access::Visitor{};
  if (route.door == Door::local) {
    if (!from_here(request)) return refuse(access::not_signed_in);
    return access::Visitor{};
  }
  const service::Visit visit = TRY(house.visits().visitor_of(shown_by(request)));
  const bool changes = route.method != "GET";
  if (changes) TRY(service::check_csrf(visit, request.header("lotline-csrf")));
  if (visit.must_change_password && !route.before_change) return refuse(access::password_to_change);
  const bool wanted = house.settings().require_second_factor && reaches_across(visit.visitor.rights);
  const bool lacking = wanted && !visit.second_factor && !visit.by_token && !of_own_session(route);
  if (lacking) return refuse(access::no_second_factor, "{}", kBeginOne);
  if (route.right) TRY(access::require(visit.visitor, *route.right));
  const bool none_of = !route.one_of.empty() && (visit.visitor.rights & route.one_of).empty();
  if (none_of) return refuse(access::right_missing);
  return visit.visitor;
}

}  // namespace lotline::http
