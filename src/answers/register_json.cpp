#include "answers/register_json.h"

#include "answers/answer.h"

namespace lotline::answers {

std::string opened_as_json(const service::Head& head, const std::string& path, const std::string& tables) {
  JsonWriter json = begin_answer(head.simulated);
  json.member("log_id", head.log_id).member("register", path).member("tables", tables).end_object();
  return json.take();
}

std::string backed_up_as_json(const service::Head& head, const std::string& path, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("copy", path).member("log_id", head.log_id).member("records", head.records);
  json.member("root_hash", proof::to_hex(head.root)).end_object();
  return json.take();
}

std::string verified_as_json(const service::Verification& found,
                             const std::optional<service::AccessVerification>& beside) {
  JsonWriter json = begin_answer(found.head.simulated);
  json.member("verified", true);
  json.member("records", found.records).member("entries", found.entries);
  json.member("lots", found.lots).member("log_id", found.head.log_id);
  json.member("root_hash", proof::to_hex(found.head.root)).key("late").begin_array();
  for (const auto& late : found.late)
    json.begin_object()
        .member("lot", late.lot.number)
        .member("standing", word(late.side.standing))
        .member("place", late.side.where)
        .member("on", to_text(late.on))
        .member("balance", late.balance.count())
        .member("record", late.number)
        .end_object();
  json.end_array().key("access_log");
  if (beside) {
    json.begin_object().member("entries", beside->entries).member("log_id", beside->head.log_id);
    json.member("root_hash", proof::to_hex(beside->head.root)).end_object();
  } else {
    json.null();
  }
  json.end_object();
  return json.take();
}

std::string rebuilt_as_json(const service::Verification& found, const std::string& into) {
  JsonWriter json = begin_answer(found.head.simulated);
  json.member("register", into).member("records", found.records).member("entries", found.entries);
  json.member("lots", found.lots).member("log_id", found.head.log_id);
  json.member("root_hash", proof::to_hex(found.head.root)).end_object();
  return json.take();
}

std::string upgraded_as_json(const service::Head& head, const std::string& path, const std::string& kept,
                             bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("register", path).member("kept", kept).member("records", head.records).member("log_id", head.log_id);
  json.member("root_hash", proof::to_hex(head.root)).end_object();
  return json.take();
}

std::string simulated_as_json(const std::string& seed, const std::string& variant, const simulation::Grown& grown,
                              const std::string& root) {
  JsonWriter json = begin_answer(true);
  json.member("seed", seed).member("variant", variant);
  json.member("movements", grown.movements).member("lots", grown.lots).member("parties", grown.parties);
  json.member("diversions", grown.diversions).member("finds", grown.finds).member("root_hash", root).end_object();
  return json.take();
}

}  // namespace lotline::answers
