#include "answers/card_json.h"

#include "answers/answer.h"
#include "answers/trace_json.h"

namespace lotline::answers {

namespace {

void write_holdings(JsonWriter& json, std::string_view key, const std::vector<service::Holding>& holdings) {
  json.key(key).begin_array();
  for (const auto& h : holdings) {
    json.begin_object();
    write_lot(json, "lot", h.lot);
    write_party(json, "party", h.party);
    json.member("place", h.place).member("standing", h.standing).member("rounds", h.rounds.count());
    json.member("packaged", h.packaged.count()).member("reserved", h.reserved.count()).end_object();
  }
  json.end_array();
}

void write_observations(JsonWriter& json, const std::vector<service::Observation>& observations) {
  json.key("observations").begin_array();
  for (const auto& seen : observations)
    json.begin_object().member("on", seen.on).member("words", seen.words).member("record", seen.record).end_object();
  json.end_array();
}

void write_steps(JsonWriter& json, const std::vector<tracing::SupplyStep>& steps) {
  json.key("line_of_supply").begin_array();
  for (const auto& step : steps) write_step(json, step);
  json.end_array();
}

void write_duties(JsonWriter& json, const std::vector<service::Duty>& duties) {
  json.key("duties").begin_array();
  for (const auto& duty : duties) {
    json.begin_object().member("duty", duty.duty).member("shown", duty.shown).member("words", duty.words);
    write_records(json, duty.records);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string lot_as_json(const service::LotCard& card, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  write_lot(json, "lot", card.lot);
  json.member("product", card.product)
      .member("calibre", card.calibre)
      .member("item", card.item)
      .member("unit", card.unit);
  json.member("made_on", card.made_on)
      .member("channel", card.channel)
      .member("kind", card.kind)
      .member("origin", card.origin);
  json.member("headstamp", card.headstamp)
      .member("cartridge_marks", card.cartridge_marks)
      .member("package_marks", card.package_marks)
      .member("marked", card.marked);
  json.member("parent", card.parent);
  using enum service::LotPart;
  const auto& parts = card.parts;
  if (parts.has(balance)) {
    json.key("balance").begin_object();
    for (const auto& [standing, rounds] : card.balance) json.member(standing, rounds.count());
    json.end_object();
  }
  if (parts.has(holdings)) write_holdings(json, "holdings", card.holdings);
  if (parts.has(line_of_supply)) write_steps(json, card.line_of_supply);
  if (parts.has(packages)) write_texts(json, "packages", card.packages);
  if (parts.has(conditions)) write_texts(json, "conditions", card.conditions);
  if (parts.has(observations)) write_observations(json, card.observations);
  if (parts.has(exhibits)) {
    json.key("exhibits").begin_array();
    for (const RecordNumber exhibit : card.exhibits) json.value(exhibit);
    json.end_array();
  }
  if (parts.has(duties)) write_duties(json, card.duties);
  if (parts.has(traceability)) {
    json.key("traceability").begin_object();
    json.member("score", card.traceability).member("level", card.traceability_level);
    write_texts(json, "reasons", card.traceability_reasons);
    json.end_object();
  }
  if (parts.has(late)) write_texts(json, "late", card.late);
  json.member("whole", card.whole).end_object();
  return json.take();
}

std::string holder_as_json(const service::HolderCard& card, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("party", card.party.code).member("name", card.party.name).member("country", card.party.country);
  json.member("kind", card.kind).member("parent", card.parent);
  write_texts(json, "units", card.units);
  write_holdings(json, "holdings", card.holdings);
  write_texts(json, "licences", card.licences);
  write_texts(json, "open_investigations", card.open_investigations);
  json.key("personal").begin_object();
  for (const auto& [field, value] : card.personal) json.member(field, value);
  json.end_object().end_object();
  return json.take();
}

std::string package_as_json(const service::PackageCard& card, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("code", card.code)
      .member("level", card.level)
      .member("sealed", card.sealed)
      .member("parent", card.parent);
  write_texts(json, "contains", card.contains);
  write_holdings(json, "contents", card.contents);
  write_party(json, "party", card.party);
  json.member("place", card.place).member("marks", card.marks);
  write_steps(json, card.line_of_supply);
  write_observations(json, card.observations);
  json.member("record", card.record).member("whole", card.whole).end_object();
  return json.take();
}

std::string entry_as_json(const service::EntryCard& card, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("number", card.number).member("kind", card.kind).member("actor", card.actor);
  write_party(json, "acting_for", card.acting_for);
  json.member("recorded_at", card.recorded_at).member("happened_on", card.happened_on).member("basis", card.basis);
  json.member("tables", card.tables).member("salt", card.salt).member("leaf_hash", card.leaf_hash);
  write_steps(json, card.postings);
  write_records(json, card.corrected_by);
  json.member("approval", card.approval).member("decision", card.decision);
  json.key("body").raw(card.body).end_object();
  return json.take();
}

}  // namespace lotline::answers
