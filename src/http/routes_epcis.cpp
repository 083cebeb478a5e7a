// Documents of EPCIS beside their import: judged before they are sent, hashed, and a lot's life as one.

#include "answers/epcis_json.h"
#include "exchange/called.h"
#include "exchange/epcis_check.h"
#include "exchange/epcis_event_hash.h"
#include "exchange/epcis_export.h"
#include "exchange/epcis_reader.h"
#include "http/house.h"
#include "http/route.h"
#include "service/lookup.h"

namespace lotline::http {

namespace {

using access::Right;

Result<std::string> name_of_file(const Call& call) {
  std::string name = TRY(call.request.text("file"));
  return name.empty() ? std::string{"upload.json"} : name;
}

Result<Reply> check(Call& call) {
  TRY(access::require(call.visitor, Right::read_marks));
  const std::string path = call.request.upload.string();
  auto found = exchange::check_epcis(path, [](const exchange::EpcisProgress&) {});
  found.path = TRY(name_of_file(call));
  for (auto& finding : found.findings) finding.refusal = exchange::calling(finding.refusal, path, found.path);
  JsonWriter json;
  answers::write_check(json.begin_array(), found);
  return http::json(json.end_array().take());
}

Result<Reply> hash(Call& call) {
  using enum exchange::EpcisHashOrder;
  TRY(access::require(call.visitor, Right::read_marks));
  const std::string name = TRY(name_of_file(call));
  const auto order = TRY(call.request.text("destination_first")) == "yes" ? destination_first : source_first;
  auto reader = TRY(exchange::EpcisReader::open(call.request.upload.string()));
  JsonWriter json;
  json.begin_array();
  exchange::EpcisEvent event;
  while (TRY(reader.next(event)))
    answers::write_event_hash(json, name, event,
                              TRY(exchange::epcis_event_hash(event, reader.document().namespaces, order)));
  return http::json(json.end_array().take());
}

/// Every record that concerns the lot is told, whoever had it: nothing that is cut to what is one's own.
Result<Reply> life(Call& call) {
  TRY(access::require(call.visitor, Right::read_all));
  service::Lookup lookup(call.store, call.reference.today);
  const LotId lot =
      TRY(lookup.lot(call.request.word("maker"), call.request.word("number"), TRY(call.request.text("product"))));
  return json(TRY(exchange::export_lot(call.store, lot)).document);
}

}  // namespace

std::vector<Route> epcis_routes() {
  const Parameter name{"file", "what the sender calls it", "events.json"};
  return {{.method = "POST",
           .path = "/api/v1/epcis/check",
           .summary = "Whether a document is valid EPCIS 2.0, with every fault at its place; takes nothing in.",
           .handle = check,
           .right = Right::read_marks,
           .reads = true,
           .parameters = {name},
           .upload = "application/json",
           .answer = "epcis"},
          {.method = "POST",
           .path = "/api/v1/epcis/hash",
           .summary = "The event hash of CBV 2.0 of every event of a document.",
           .handle = hash,
           .right = Right::read_marks,
           .reads = true,
           .parameters = {name,
                          {"destination_first",
                           "yes: destinations before sources, as the reference implementation's examples have them"}},
           .upload = "application/json",
           .answer = "epcis"},
          {.method = "GET",
           .path = "/api/v1/lots/{maker}/{number}/epcis",
           .summary = "A lot's whole life as an EPCIS 2.0 document that an import turns into the same entries.",
           .handle = life,
           .right = Right::read_all,
           .waits = true,
           .parameters = {{"product", "when the number is not enough"}},
           .answer = "epcis"}};
}

}  // namespace lotline::http
