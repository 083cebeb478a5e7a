// The session: signing in and out, and what people do to their own account.

#include "access/refusals.h"
#include "answers/account_json.h"
#include "http/gate.h"
#include "http/house.h"
#include "http/party_codes.h"
#include "http/route.h"
#include "service/own_account.h"
#include "service/sign_in.h"

namespace lotline::http {

namespace {

constexpr std::string_view kPath = "/api/v1/session";

/// Read by nobody's script and sent to no other page. It has no age of its own: the session ends in the service.
std::string cookie_of(const Call& call, const std::string& value) {
  const bool behind_tls = call.request.header("x-forwarded-proto") == "https";
  const bool secure = !call.house.settings().tls_cert.empty() || behind_tls;
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}{}", kSessionCookie, value, secure ? "; Secure" : "",
                     value.empty() ? "; Max-Age=0" : "");
}

std::string member(const std::map<std::string, std::string, std::less<>>& members, std::string_view name) {
  const auto at = members.find(name);
  return at == members.end() ? "" : at->second;
}

/// The session as it stands, or that there is none.
Result<Reply> told(Call& call, const std::string& session) {
  const auto visit = call.house.visits().visitor_of({session, "", ""});
  return json(answers::session_as_json(visit ? &*visit : nullptr, party_codes(call.store), call.house.simulated()));
}

std::string session_of(const Call& call) { return call.request.cookie(kSessionCookie); }

Result<Reply> show(Call& call) { return told(call, session_of(call)); }

Result<Reply> sign_in(Call& call) {
  const auto members = TRY(members_of(call.request.body));
  const service::SignIn asked{member(members, "name"),
                              member(members, "password"),
                              member(members, "code"),
                              call.request.peer,
                              clean_text(call.request.header("user-agent"), "user-agent").value_or(""),
                              call.request.id};
  const std::string link = member(members, "one_time");
  auto* demonstration = call.house.demonstration();
  const auto made = TRY(link.empty() || demonstration == nullptr ? service::sign_in(call.access(), asked)
                                                                 : demonstration->sign_in(call.access(), link, asked));
  auto reply = TRY(told(call, made.session));
  reply.with("Set-Cookie", cookie_of(call, made.session));
  return reply;
}

Result<Reply> sign_out(Call& call) {
  TRY(service::sign_out(call.access(), session_of(call)));
  auto reply = nothing();
  reply.with("Set-Cookie", cookie_of(call, ""));
  return reply;
}

Result<Reply> sign_out_everywhere(Call& call) {
  TRY(service::sign_out_everywhere(call.access(), session_of(call)));
  auto reply = nothing();
  reply.with("Set-Cookie", cookie_of(call, ""));
  return reply;
}

Result<Reply> step_up(Call& call) {
  const auto members = TRY(members_of(call.request.body));
  TRY(service::step_up(call.access(), session_of(call), member(members, "code")));
  return told(call, session_of(call));
}

Result<Reply> change_password(Call& call) {
  const auto members = TRY(members_of(call.request.body));
  TRY(service::change_password(call.access(), session_of(call), member(members, "old"), member(members, "new")));
  return told(call, session_of(call));
}

Result<Reply> enrol(Call& call) {
  const auto enrolment = TRY(service::enrol_second_factor(call.access(), session_of(call)));
  return json(answers::enrolment_as_json(enrolment, call.house.simulated()));
}

Result<Reply> confirm(Call& call) {
  const auto members = TRY(members_of(call.request.body));
  const auto codes = TRY(service::confirm_second_factor(call.access(), session_of(call), member(members, "code")));
  return json(answers::recovery_codes_as_json(codes, call.house.simulated()));
}

constexpr std::string_view kExample =
    R"({"simulated":true,"signed_in":true,"name":"amara.diallo","display_name":"Amara Diallo","organisation":"",)"
    R"("roles":["registry_officer"],"rights":["read_marks","read_own","read_all"],"csrf":"u7Yx","stepped_up":false,)"
    R"("must_change_password":false,"second_factor":true})";

}  // namespace

std::vector<Route> session_routes() {
  const Parameter code{"code", "one-time code of the second factor, or a recovery code", "123456", true};
  return {{.method = "GET",
           .path = kPath,
           .summary = "Who is signed in, with which rights.",
           .handle = show,
           .door = Door::open,
           .answer = "session",
           .example = kExample},
          {.method = "POST",
           .path = kPath,
           .summary = "Signs in; sets the session's cookie.",
           .handle = sign_in,
           .door = Door::open,
           .members = {{"name", "sign-in name", "amara.diallo", true},
                       {"password", "of the account", "a long enough password", true},
                       {"code", "of the second factor, once it was asked for (1711)", "123456"}},
           .answer = "session",
           .example = kExample},
          {.method = "DELETE", .path = kPath, .summary = "Signs out.", .handle = sign_out, .before_change = true},
          {.method = "DELETE",
           .path = "/api/v1/sessions",
           .summary = "Signs the account out everywhere.",
           .handle = sign_out_everywhere,
           .before_change = true},
          {.method = "POST",
           .path = "/api/v1/session/step-up",
           .summary = "Shows the second factor again: for ten minutes the session may look across organisations.",
           .handle = step_up,
           .members = {code},
           .answer = "session",
           .example = kExample},
          {.method = "POST",
           .path = "/api/v1/session/password",
           .summary = "Sets a new password and ends the account's other sessions.",
           .handle = change_password,
           .before_change = true,
           .members = {{"old", "the password until now", "a long enough password", true},
                       {"new", "15 to 200 characters", "another long password", true}},
           .answer = "session",
           .example = kExample},
          {.method = "POST",
           .path = "/api/v1/session/second-factor",
           .summary = "Begins a second factor: a secret for an authenticator.",
           .handle = enrol,
           .answer = "session",
           .example = R"({"simulated":true,"secret":"GEZDGNBVGY3TQOJQ","uri":"otpauth://totp/Lotline:amara.diallo"})"},
          {.method = "PUT",
           .path = "/api/v1/session/second-factor",
           .summary = "Confirms it by its first code; gives the recovery codes, this once.",
           .handle = confirm,
           .members = {code},
           .answer = "session",
           .example = R"({"simulated":true,"recovery_codes":["ABCD-EFGH-IJKL-MNOP"]})"}};
}

}  // namespace lotline::http
