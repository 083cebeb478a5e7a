#include "answers/trace_json.h"

#include "answers/answer.h"

namespace lotline::answers {

namespace {

using tracing::Answer;

void write_age(JsonWriter& json, const std::optional<tracing::Age>& age) {
  json.key("age");
  if (!age) {
    json.null();
    return;
  }
  json.begin_object().member("years_least", age->least).member("years_most", age->most);
  json.member("years_expected", age->expected).end_object();
}

void write_readings(JsonWriter& json, const Answer& answer) {
  json.key("readings").begin_array();
  for (const auto& r : answer.readings) {
    json.begin_object().member("mark", r.mark).member("maker", r.maker).member("country", r.country);
    json.member("years", r.years).member("calibre", r.calibre).member("probability", r.probability);
    json.member("confirmed", r.confirmed);
    write_texts(json, "reasons", r.reasons);
    write_texts(json, "sources", r.sources);
    json.end_object();
  }
  json.end_array();
}

void write_lots(JsonWriter& json, const Answer& answer) {
  json.key("lots").begin_array();
  for (const auto& l : answer.lots) {
    json.begin_object().member("maker", l.lot.maker.code).member("number", l.lot.number);
    json.member("probability", l.probability).member("fit", l.fit).member("at_large", l.at_large.count());
    json.member("certain", l.certain).member("calibre", l.calibre).member("made_on", l.made_on);
    json.member("channel", l.channel).member("recipients", l.recipients).member("exclusivity", l.exclusivity);
    json.member("information_value", l.information_value).member("traceability", l.traceability);
    write_age(json, l.age);
    json.member("recent", l.recent);
    write_texts(json, "reasons", l.reasons);
    write_records(json, l.records);
    json.end_object();
  }
  json.end_array().member("lots_total", answer.lots_total).member("none_on_record", answer.none_on_record);
  json.key("ruled_out").begin_array();
  for (const auto& r : answer.ruled_out) {
    json.begin_object();
    write_lot(json, "lot", r.lot);
    json.member("reason", r.reason).end_object();
  }
  json.end_array().member("ruled_out_total", answer.ruled_out_total);
}

void write_holders(JsonWriter& json, const Answer& answer) {
  json.key("holders").begin_array();
  for (const auto& h : answer.holders) {
    json.begin_object();
    write_party(json, "party", h.party);
    write_lot(json, "lot", h.lot);
    json.member("rounds", h.rounds.count()).member("probability", h.probability).member("lawful", h.lawful);
    json.key("parts").begin_array();
    for (const auto& part : h.parts) {
      json.begin_object();
      write_lot(json, "lot", part.lot);
      json.member("passed", part.passed.count()).member("held", part.held.count());
      json.member("reachable", part.reachable.count()).member("probability", part.probability).end_object();
    }
    json.end_array();
    write_texts(json, "reasons", h.reasons);
    json.key("support").begin_array();
    for (const auto& s : h.support)
      json.begin_object().member("kind", s.kind).member("text", s.text).member("record", s.record).end_object();
    json.end_array();
    write_records(json, h.records);
    json.end_object();
  }
  json.end_array().key("eliminated").begin_array();
  for (const auto& e : answer.eliminated) {
    json.begin_object();
    write_party(json, "party", e.party);
    json.member("reason", e.reason);
    write_records(json, e.records);
    json.end_object();
  }
  json.end_array();
}

void write_departures(JsonWriter& json, const Answer& answer) {
  json.key("left_lawful_hands").begin_array();
  for (const auto& d : answer.left_lawful_hands) {
    json.begin_object().member("kind", d.kind);
    if (d.lot) write_lot(json, "lot", *d.lot);
    json.key("between").begin_array().value(d.from.text()).value(d.to.text()).end_array();
    json.member("on", d.on)
        .member("rounds", d.rounds.count())
        .member("probability", d.probability)
        .member("words", d.words);
    write_records(json, d.records);
    json.end_object();
  }
  json.end_array();
}

void write_rest(JsonWriter& json, const Answer& answer) {
  json.key("leads").begin_array();
  for (const auto& lead : answer.leads) {
    json.begin_object().member("kind", lead.kind).member("status", lead.status).member("text", lead.text);
    if (lead.party) write_party(json, "party", *lead.party);
    json.member("caution", lead.caution);
    write_records(json, lead.records);
    json.end_object();
  }
  json.end_array().key("limits").begin_array();
  for (const auto& limit : answer.limits)
    json.begin_object().member("kind", limit.kind).member("text", limit.text).end_object();
  json.end_array().key("would_narrow").begin_array();
  for (const auto& n : answer.would_narrow)
    json.begin_object()
        .member("reading", n.reading)
        .member("lots_before", n.lots_before)
        .member("lots_after", n.lots_after)
        .member("words", n.words)
        .end_object();
  json.end_array();
  write_age(json, answer.age);
  json.member("recent", answer.recent).member("recent_probability", answer.recent_probability);
  json.member("recent_reference", answer.recent_reference);
}

}  // namespace

void write_party(JsonWriter& json, std::string_view key, const tracing::PartyRef& party) {
  if (party.code.empty())
    json.member(key, party.name);
  else
    json.member(key, party.code);
}

void write_lot(JsonWriter& json, std::string_view key, const tracing::LotRef& lot) {
  json.key(key).begin_object().member("maker", lot.maker.code).member("number", lot.number).end_object();
}

void write_records(JsonWriter& json, const std::vector<RecordNumber>& records) {
  json.key("records").begin_array();
  for (const RecordNumber number : records) json.value(number);
  json.end_array();
}

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).begin_array();
  for (const auto& text : texts) json.value(text);
  json.end_array();
}

void write_step(JsonWriter& json, const tracing::SupplyStep& step) {
  json.begin_object();
  write_lot(json, "lot", step.lot);
  write_party(json, "from", step.from);
  write_party(json, "to", step.to);
  json.member("rounds", step.rounds.count()).member("on", step.on).member("kind", step.kind);
  json.member("licence", step.licence).member("package", step.package).member("corrected", step.corrected.count());
  json.member("certain", step.certain)
      .member("late", step.late)
      .member("after_find", step.after_find)
      .member("gap", step.gap);
  write_records(json, step.records);
  json.end_object();
}

std::string trace_as_json(const service::TraceFound& found) {
  const Answer& answer = found.answer;
  JsonWriter json = begin_answer(found.head.simulated);
  json.member("words", answer.words);
  write_readings(json, answer);
  write_lots(json, answer);
  json.key("line_of_supply").begin_array();
  for (const auto& step : answer.line_of_supply) write_step(json, step);
  json.end_array();
  write_holders(json, answer);
  write_departures(json, answer);
  write_rest(json, answer);
  json.key("register").begin_object().member("log_id", found.head.log_id).member("records", found.head.records);
  json.member("root_hash", proof::to_hex(found.head.root)).member("simulated", found.head.simulated).end_object();
  json.end_object();
  return json.take();
}

}  // namespace lotline::answers
