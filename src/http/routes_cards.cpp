// Everything on record about one lot, holder, package or record.

#include "answers/card_json.h"
#include "http/house.h"
#include "http/route.h"
#include "service/lookup.h"

namespace lotline::http {

namespace {

constexpr Parameter kAsOf{"as_of", "only what had happened by this day", "2018-12-31"};
constexpr Parameter kAsKnownOn{"as_known_on", "only what had been recorded by this day", "2019-01-31"};

Result<std::optional<Day>> day(const Request& request, std::string_view name) {
  const auto text = TRY(request.text(name));
  if (text.empty()) return std::optional<Day>{};
  return TRY(of_field(name, parse_day(text)));
}

Result<service::AsOf> days(const Request& request) {
  return service::AsOf{TRY(day(request, "as_of")), TRY(day(request, "as_known_on"))};
}

Result<Reply> lot(Call& call) {
  const auto card =
      TRY(service::lot_card(call.store, call.reference, call.request.word("maker"), call.request.word("number"),
                            TRY(call.request.text("product")), TRY(days(call.request)),
                            TRY(service::LotParts::of(TRY(call.request.text("parts"))))));
  return json(answers::lot_as_json(card, call.house.simulated()));
}

Result<Reply> holder(Call& call) {
  const auto card =
      TRY(service::holder_card(call.store, call.reference, call.request.word("code"), TRY(days(call.request))));
  return json(answers::holder_as_json(card, call.house.simulated()));
}

Result<Reply> package(Call& call) {
  const auto card =
      TRY(service::package_card(call.store, call.reference, call.request.word("code"), TRY(days(call.request))));
  return json(answers::package_as_json(card, call.house.simulated()));
}

Result<Reply> record(Call& call) {
  const auto number = TRY(service::Lookup::number(call.request.word("number")));
  const service::AsOf known{{}, TRY(day(call.request, "as_known_on"))};
  const auto card = TRY(service::entry_card(call.store, call.reference, number, known));
  return json(answers::entry_as_json(card, call.house.simulated()));
}

}  // namespace

std::vector<Route> card_routes() {
  using access::Right;
  constexpr access::Rights kReading{Right::read_own, Right::read_all, Right::trace};
  return {
      {.method = "GET",
       .path = "/api/v1/lots/{maker}/{number}",
       .summary = "A lot: balance, holders, line of supply, packages, duties.",
       .handle = lot,
       .one_of = kReading,
       .parameters = {kAsOf,
                      kAsKnownOn,
                      {"product", "code, where the number is not enough", "DC-762-BALL"},
                      {"parts", "only these parts of it, with commas between; all when left out", "balance,holdings"}},
       .answer = "lot"},
      {.method = "GET",
       .path = "/api/v1/holders/{code}",
       .summary = "A party: accounts, licences, units.",
       .handle = holder,
       .one_of = kReading,
       .parameters = {kAsOf, kAsKnownOn},
       .answer = "holder"},
      {.method = "GET",
       .path = "/api/v1/packages/{code}",
       .summary = "A package: contents, where it stands, its movements.",
       .handle = package,
       .one_of = kReading,
       .parameters = {kAsOf, kAsKnownOn},
       .answer = "package"},
      {.method = "GET",
       .path = "/api/v1/records/{number}",
       .summary = "A record of the log: its body, hash, and what corrected it.",
       .handle = record,
       .one_of = {Right::read_own, Right::read_log, Right::trace},
       .parameters = {kAsKnownOn},
       .answer = "entry"}};
}

}  // namespace lotline::http
