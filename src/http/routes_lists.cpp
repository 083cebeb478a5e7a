// Lists of the register, a page at a time.

#include "answers/list_json.h"
#include "http/house.h"
#include "http/page_asked.h"
#include "http/route.h"

namespace lotline::http {

namespace {

constexpr Parameter kHolder{"holder", "code of a party", "CIVPOL-DEPOT"};
constexpr Parameter kMaker{"maker", "code of the maker", "DCW"};

Result<Reply> lots(Call& call) {
  const Request& request = call.request;
  const service::LotsAsked asked{TRY(request.text("maker")), TRY(request.text("number")), TRY(request.text("calibre")),
                                 TRY(request.text("holder")), TRY(page_asked(request))};
  return json(
      answers::lots_as_json(TRY(service::list_lots(call.store, call.reference, asked)), call.house.simulated()));
}

Result<Reply> holders(Call& call) {
  const Request& request = call.request;
  const service::HoldersAsked asked{TRY(request.text("code")),   TRY(request.text("name")),
                                    TRY(request.text("kind")),   TRY(request.text("country")),
                                    TRY(request.text("parent")), TRY(page_asked(request))};
  return json(
      answers::holders_as_json(TRY(service::list_holders(call.store, call.reference, asked)), call.house.simulated()));
}

Result<Reply> packages(Call& call) {
  const Request& request = call.request;
  const service::PackagesAsked asked{TRY(request.text("code")), TRY(request.text("holder")), TRY(request.text("level")),
                                     TRY(page_asked(request))};
  return json(answers::packages_as_json(TRY(service::list_packages(call.store, call.reference, asked)),
                                        call.house.simulated()));
}

Result<Reply> movements(Call& call) {
  const Request& request = call.request;
  const service::MovementsAsked asked{TRY(request.text("maker")), TRY(request.text("number")),
                                      TRY(request.text("product")), TRY(request.text("holder")),
                                      TRY(page_asked(request))};
  return json(answers::movements_as_json(TRY(service::list_movements(call.store, call.reference, asked)),
                                         call.house.simulated()));
}

Result<Reply> records(Call& call) {
  const Request& request = call.request;
  const service::RecordsAsked asked{TRY(request.text("kind")), TRY(request.text("actor")), TRY(page_asked(request)),
                                    TRY(request.text("alerts")) == "yes"};
  return json(
      answers::records_as_json(TRY(service::list_records(call.store, call.reference, asked)), call.house.simulated()));
}

}  // namespace

std::vector<Route> list_routes() {
  using access::Right;
  constexpr access::Rights kReading{Right::read_own, Right::read_all, Right::trace};
  return {{.method = "GET",
           .path = "/api/v1/lots",
           .summary = "Lots, by maker, number, calibre or holder.",
           .handle = lots,
           .one_of = kReading,
           .parameters = {kMaker,
                          {"number", "how it begins, in any spelling", "DCW17"},
                          {"calibre", "any of its names", "7.62x51"},
                          {"holder", "code of a party that has or had rounds of it", "CIVPOL-DEPOT"},
                          kCursor,
                          kLimit},
           .answer = "lists"},
          {.method = "GET",
           .path = "/api/v1/holders",
           .summary = "Parties, in the order of their codes.",
           .handle = holders,
           .one_of = kReading,
           .parameters = {{"code", "how it begins", "CIVPOL"},
                          {"name", "a part of it", "depot"},
                          {"kind", "manufacturer, dealer, force, ...", "dealer"},
                          {"country", "ISO 3166 alpha-2", "BR"},
                          {"parent", "code of the organisation it is a unit of", "CIVPOL"},
                          kCursor,
                          kLimit},
           .answer = "lists"},
          {.method = "GET",
           .path = "/api/v1/packages",
           .summary = "Packages, by code or by who has them.",
           .handle = packages,
           .one_of = kReading,
           .parameters = {{"code", "how it begins; of a GS1 code with its brackets", "(00)0952"},
                          kHolder,
                          {"level", "box, case or pallet", "box"},
                          kCursor,
                          kLimit},
           .answer = "lists"},
          {.method = "GET",
           .path = "/api/v1/movements",
           .summary = "Movements of a lot or of a holder, or the newest.",
           .handle = movements,
           .one_of = kReading,
           .parameters = {kMaker,
                          {"number", "of the lot, as marked; with maker", "DCW17A001-001"},
                          {"product", "code, where the number is not enough", "DC-762-BALL"},
                          kHolder,
                          kCursor,
                          kLimit},
           .answer = "lists"},
          {.method = "GET",
           .path = "/api/v1/records",
           .summary = "Records of the log, the newest first.",
           .handle = records,
           .one_of = {Right::read_own, Right::read_log},
           .parameters = {{"kind", "movement, lot, party, ...", "movement"},
                          {"actor", "who entered them", "officer"},
                          {"alerts", "yes: only losses, thefts, stocks that differ, finds, diversions and incidents",
                           "yes"},
                          kCursor,
                          kLimit},
           .answer = "lists"}};
}

}  // namespace lotline::http
