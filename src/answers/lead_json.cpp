#include "answers/lead_json.h"

#include "answers/answer.h"

namespace lotline::answers {

namespace {

void write_scan(JsonWriter& json, std::string_view key, const service::LeadScan& scan) {
  json.key(key).begin_object().member("scan", scan.scan.id.number).member("source", scan.source);
  json.member("file", scan.scan.file).member("sha256", scan.scan.sha256).member("mark", scan.scan.mark).end_object();
}

}  // namespace

std::string lead_as_json(const service::LeadCard& card, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("lead", card.lead.number);
  json.member("withdrawn", card.withdrawn).member("withheld", card.sealed).member("search", card.search);
  json.member("rank", card.rank).member("reviewer", card.reviewer).member("chosen_on", card.chosen_on);
  write_scan(json, "questioned", card.questioned);
  write_scan(json, "candidate", card.candidate);
  json.key("examining_blind").begin_array();
  for (const auto& examiner : card.examining) json.value(examiner);
  json.end_array().member("conclusions_on_record", card.conclusions).key("score");
  card.score ? json.value(*card.score) : json.null();
  json.key("llr");
  card.llr ? json.value(*card.llr) : json.null();
  json.member("llr_reason", card.llr_reason).key("conclusions").begin_array();
  for (const auto& c : card.concluded) {
    json.begin_object().member("record", c.number).member("level", c.level).member("examiner", c.examiner);
    json.member("organisation", c.organisation).member("accreditation", c.accreditation);
    json.member("before_lr", c.before_lr).member("blind_second", c.second).member("on", c.on).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace lotline::answers
