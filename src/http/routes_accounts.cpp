// Administration: accounts, tokens of machines, the access log.

#include <charconv>

#include "access/refusals.h"
#include "answers/account_json.h"
#include "http/house.h"
#include "http/party_codes.h"
#include "http/route.h"
#include "service/access_log.h"
#include "service/accounts.h"
#include "service/lookup.h"

namespace lotline::http {

namespace {

using Members = std::map<std::string, std::string, std::less<>>;
using access::Right;

constexpr std::int64_t kUsualPart = 50;
constexpr std::int64_t kLongestPart = 500;

std::string member(const Members& members, std::string_view name) {
  const auto at = members.find(name);
  return at == members.end() ? "" : at->second;
}

/// A whole number of the query, or what it is when left out.
Result<std::int64_t> number_of(const Call& call, std::string_view name, std::int64_t otherwise) {
  const std::string text = TRY(call.request.text(name));
  if (text.empty()) return otherwise;
  return of_field(name, service::Lookup::number(text));
}
Result<std::int64_t> limit_of(const Call& call) {
  return std::min(TRY(number_of(call, "limit", kUsualPart)), kLongestPart);
}
/// The cursor of the next part: where this one ended, when it is full.
template <class Cards, class NumberOf>
std::int64_t next_of(const Cards& cards, std::int64_t limit, const NumberOf& number) {
  return static_cast<std::int64_t>(cards.size()) < limit || cards.empty() ? 0 : number(cards.back());
}

template <Vocabulary E>
Result<std::vector<E>> words_of_member(const Members& members, std::string_view name) {
  std::vector<E> values;
  const std::string listed = member(members, name);
  for (const std::string_view text : split(listed, ';'))
    values.push_back(TRY(of_field(name, parse_word<E>(text, name))));
  return values;
}

Result<bool> truth_of_member(const Members& members, std::string_view name) {
  const std::string text = member(members, name);
  if (text.empty() || text == "false" || text == "no") return false;
  if (text == "true" || text == "yes") return true;
  return of_field<bool>(name, refuse_word(text, name, std::vector<std::string_view>{"true", "false", "yes", "no"}));
}

Result<PartyId> organisation_of(Call& call, const std::string& code) {
  if (code.empty()) return PartyId{};
  return of_field("organisation", service::Lookup(call.store, call.house.today()).party(code));
}

Reply with_version(Reply reply, std::int64_t version) {
  reply.with("ETag", fmt::format("\"{}\"", version));
  return reply;
}

/// The version that If-Match names; 0 when it names none or any.
Result<std::int64_t> version_asked(const Call& call) {
  std::string_view tag = call.request.header("if-match");
  if (tag.empty() || tag == "*") return std::int64_t{0};
  if (tag.size() > 2 && tag.front() == '"' && tag.back() == '"') tag = tag.substr(1, tag.size() - 2);
  std::int64_t version = 0;
  const auto [end, error] = std::from_chars(tag.data(), tag.data() + tag.size(), version);
  const bool unreadable = error != std::errc{} || end != tag.data() + tag.size() || version < 1;
  if (unreadable) return refuse(access::account_changed, "no version is called {}", call.request.header("if-match"));
  return version;
}

Result<Reply> list_accounts(Call& call) {
  const auto after = TRY(number_of(call, "cursor", 0));
  const auto limit = TRY(limit_of(call));
  const auto cards = TRY(service::list_accounts(call.access(), call.visitor, after, static_cast<std::size_t>(limit)));
  const auto next = next_of(cards, limit, [](const service::AccountCard& card) { return card.row.id.number; });
  return json(answers::accounts_as_json(cards, next, party_codes(call.store), call.house.simulated()));
}

Result<Reply> card_of(Call& call, const std::string& name) {
  const auto card = TRY(service::account_card(call.access(), call.visitor, name));
  return with_version(json(answers::account_as_json(card, party_codes(call.store), call.house.simulated())),
                      card.row.version);
}
Result<Reply> show_account(Call& call) { return card_of(call, call.request.word("name")); }

Result<Reply> make_account(Call& call) {
  const auto members = TRY(members_of(call.request.body));
  const access::AccountOrder order{member(members, "name"), member(members, "display_name"),
                                   TRY(organisation_of(call, member(members, "organisation"))),
                                   TRY(words_of_member<access::Role>(members, "roles"))};
  const auto given = TRY(service::make_account(call.access(), call.visitor, order, call.request.id));
  return created(answers::given_password_as_json(given, call.house.simulated()), "/api/v1/accounts/" + given.name);
}

Result<Reply> change_account(Call& call) {
  const auto members = TRY(members_of(call.request.body));
  access::AccountChange change;
  change.version = TRY(version_asked(call));
  if (members.contains("display_name")) change.display_name = member(members, "display_name");
  if (members.contains("organisation"))
    change.organisation = TRY(organisation_of(call, member(members, "organisation")));
  if (members.contains("roles")) change.roles = TRY(words_of_member<access::Role>(members, "roles"));
  if (members.contains("disabled")) change.disabled = TRY(truth_of_member(members, "disabled"));
  const std::string& name = call.request.word("name");
  TRY(service::change_account(call.access(), call.visitor, name, change, call.request.id));
  return card_of(call, name);
}

Result<Reply> reset_account(Call& call) {
  const auto members = TRY(members_of(call.request.body));
  const auto given = TRY(service::reset_account(call.access(), call.visitor, call.request.word("name"),
                                                TRY(truth_of_member(members, "second_factor")), call.request.id));
  return json(answers::given_password_as_json(given, call.house.simulated()));
}

Result<Reply> list_tokens(Call& call) {
  const auto after = TRY(number_of(call, "cursor", 0));
  const auto limit = TRY(limit_of(call));
  const auto cards = TRY(service::list_tokens(call.access(), call.visitor, after, static_cast<std::size_t>(limit)));
  const auto next = next_of(cards, limit, [](const service::TokenCard& card) { return card.row.number; });
  return json(answers::tokens_as_json(cards, next, call.house.simulated()));
}

/// Of the account named, or of one's own.
Result<Reply> give_token(Call& call) {
  const auto members = TRY(members_of(call.request.body));
  const std::string named = member(members, "account");
  const std::string account = named.empty() ? call.visitor.name : named;
  const access::TokenOrder order{member(members, "name"), TRY(words_of_member<Right>(members, "rights")),
                                 TRY(of_field("ends", parse_day(member(members, "ends"))))};
  const auto given = TRY(service::give_token(call.access(), call.visitor, account, order, call.request.id));
  return created(answers::given_token_as_json(given, account, call.house.simulated()),
                 fmt::format("/api/v1/tokens/{}", given.row.number));
}

Result<Reply> withdraw_token(Call& call) {
  const auto number = TRY(service::Lookup::number(call.request.word("number")));
  TRY(service::withdraw_token(call.access(), call.visitor, number, call.request.id));
  return nothing();
}

Result<Reply> read_access_log(Call& call) {
  const auto before = TRY(number_of(call, "cursor", 0));
  const auto limit = TRY(limit_of(call));
  const service::EntryFilter filter{TRY(call.request.text("who")), TRY(call.request.text("case")),
                                    TRY(call.request.text("object"))};
  const auto entries =
      TRY(service::list_access(call.access(), call.visitor, before, static_cast<std::size_t>(limit), filter));
  const auto last = next_of(entries, limit, [](const service::LoggedEntry& entry) { return entry.number; });
  const RecordNumber next = last > 1 ? last : 0;
  return json(answers::access_log_as_json(entries, next, party_codes(call.store), call.house.simulated()));
}

std::vector<Parameter> parts() {
  return {{"cursor", "the member next of the part before", "50"},
          {"limit", "how many at most; 50, and never over 500", "50"}};
}
std::vector<Parameter> parts_of_log() {
  auto parameters = parts();
  parameters.push_back({"who", "only of this sign-in name", "amara.diallo"});
  parameters.push_back({"case", "only for this case", "K-2026-118"});
  parameters.push_back({"object", "only of this object", "amara.diallo"});
  return parameters;
}
std::vector<Parameter> account_members(bool all) {
  std::vector<Parameter> members;
  if (all) members.push_back({"name", "sign-in name", "amara.diallo", true});
  members.push_back({"display_name", "name of the person", "Amara Diallo", all});
  members.push_back({"organisation", "code of the party it acts for; empty for the State's own office", ""});
  members.push_back({"roles", "a list of roles", "registry_officer", all});
  if (!all) members.push_back({"disabled", "whether it may sign in no more", "false"});
  return members;
}

constexpr std::string_view kAccount =
    R"({"simulated":true,"name":"amara.diallo","display_name":"Amara Diallo","organisation":"",)"
    R"("roles":["registry_officer"],"second_factor":true,"must_change_password":false,"disabled":false,"sessions":1,)"
    R"("made":"2026-11-26T12:00:00Z","version":1})";
constexpr std::string_view kGiven =
    R"({"simulated":true,"name":"amara.diallo","password":"ABCDE-FGHIJ-KLMNO-PQRST","until":"2026-11-27T12:00:00Z"})";

}  // namespace

std::vector<Route> account_routes() {
  return {{.method = "GET",
           .path = "/api/v1/accounts",
           .summary = "Every account.",
           .handle = list_accounts,
           .right = Right::manage_accounts,
           .parameters = parts(),
           .answer = "account, access-log"},
          {.method = "POST",
           .path = "/api/v1/accounts",
           .summary = "Makes an account; gives its one-time password, this once.",
           .handle = make_account,
           .right = Right::manage_accounts,
           .members = account_members(true),
           .answer = "account, access-log",
           .example = kGiven},
          {.method = "GET",
           .path = "/api/v1/accounts/{name}",
           .summary = "One account, with its version as ETag.",
           .handle = show_account,
           .right = Right::manage_accounts,
           .answer = "account, access-log",
           .example = kAccount},
          {.method = "PUT",
           .path = "/api/v1/accounts/{name}",
           .summary = "Changes what is named of an account, where If-Match names its version.",
           .handle = change_account,
           .right = Right::manage_accounts,
           .members = account_members(false),
           .answer = "account, access-log",
           .example = kAccount},
          {.method = "POST",
           .path = "/api/v1/accounts/{name}/reset",
           .summary = "A new one-time password in place of a lost one; ends the account's sessions and tokens.",
           .handle = reset_account,
           .right = Right::manage_accounts,
           .members = {{"second_factor", "true takes the second factor away as well", "false"}},
           .answer = "account, access-log",
           .example = kGiven},
          {.method = "GET",
           .path = "/api/v1/tokens",
           .summary = "Tokens of machines: one's own, or all of them with the right to manage accounts.",
           .handle = list_tokens,
           .parameters = parts(),
           .answer = "account, access-log"},
          {.method = "POST",
           .path = "/api/v1/tokens",
           .summary = "Gives a machine a token with some of an account's rights, and shows it this once.",
           .handle = give_token,
           .members = {{"account", "whose it is; one's own when left out", "till.dealer1"},
                       {"name", "of the machine or program that uses it", "till 7", true},
                       {"rights", "a list of rights", "record_trade", true},
                       {"ends", "its last day, within a year", "2026-12-31", true}},
           .answer = "account, access-log"},
          {.method = "DELETE",
           .path = "/api/v1/tokens/{number}",
           .summary = "Withdraws a token at once.",
           .handle = withdraw_token},
          {.method = "GET",
           .path = "/api/v1/access-log",
           .summary = "Who looked at what and why, and who changed which account; the newest first.",
           .handle = read_access_log,
           .right = Right::read_access_log,
           .parameters = parts_of_log(),
           .answer = "account, access-log"}};
}

}  // namespace lotline::http
