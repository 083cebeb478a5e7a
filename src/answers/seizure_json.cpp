#include "answers/seizure_json.h"

#include "answers/answer.h"
#include "answers/trace_json.h"

namespace lotline::answers {

namespace {

using tracing::SeizureAnswer;
using tracing::SeizureSource;

void write_numbers(JsonWriter& json, std::string_view key, const std::vector<int>& numbers) {
  json.key(key).begin_array();
  for (const int number : numbers) json.value(number);
  json.end_array();
}

void write_explanations(JsonWriter& json, const SeizureAnswer& answer) {
  json.key("explanations").begin_array();
  for (const auto& e : answer.explanations) {
    json.begin_object().member("words", e.words).key("sources").begin_array();
    for (const auto& source : e.sources) json.value(source.code.empty() ? source.name : source.code);
    json.end_array().member("share", e.share).member("log_likelihood", e.log_likelihood);
    json.member("probability", e.probability).end_object();
  }
  json.end_array();
}

void write_lines(JsonWriter& json, const SeizureSource& source) {
  json.key("lines").begin_array();
  for (const auto& line : source.lines) {
    json.begin_object();
    write_numbers(json, "rows", line.numbers);
    json.member("count", line.count).member("chance", line.chance).member("held", line.held).end_object();
  }
  json.end_array();
}

void write_sources(JsonWriter& json, const SeizureAnswer& answer) {
  json.key("sources").begin_array();
  for (const auto& s : answer.sources) {
    json.begin_object();
    write_party(json, "party", s.party);
    json.member("probability", s.probability).member("any_part", s.any_part).member("with_units", s.with_units);
    json.member("log_likelihood", s.log_likelihood).member("held", s.held).key("ways").begin_array();
    for (const auto& way : s.ways)
      json.begin_object()
          .member("way", word(way.way))
          .member("years", way.years)
          .member("probability", way.probability)
          .end_object();
    json.end_array().member("rounds_explained", s.rounds_explained);
    json.member("rounds_not_explained", s.rounds_not_explained);
    write_lines(json, s);
    json.key("events").begin_array();
    for (const auto& e : s.events)
      json.begin_object()
          .member("kind", e.kind)
          .member("on", e.on)
          .member("rounds", e.rounds.count())
          .member("words", e.words)
          .member("record", e.record)
          .end_object();
    json.end_array().end_object();
  }
  json.end_array();
}

void write_none(JsonWriter& json, const SeizureAnswer& answer) {
  json.member("none_on_record", answer.none_on_record).key("none").begin_object();
  for (std::size_t i = 0; i < tracing::kNoSources; ++i)
    json.member(word(static_cast<tracing::NoSource>(i)), answer.none[i]);
  json.end_object();
}

}  // namespace

std::string seizure_as_json(const service::SeizureTraced& traced) {
  const SeizureAnswer& answer = traced.answer;
  JsonWriter json = begin_answer(traced.head.simulated);
  json.member("words", answer.words).member("known", answer.known);
  json.member("rounds", answer.rounds).member("lines", answer.lines);
  write_explanations(json, answer);
  write_sources(json, answer);
  write_none(json, answer);
  json.key("eliminated").begin_array();
  for (const auto& e : answer.eliminated) {
    json.begin_object();
    write_party(json, "party", e.party);
    json.member("reason", e.reason).end_object();
  }
  json.end_array().member("holders_on_record", answer.holders_on_record).member("candidates", answer.candidates);
  json.member("never_fitting", answer.never_fitting).member("left", answer.left);
  write_numbers(json, "rows_unexplained", answer.lines_unexplained);
  json.key("limits").begin_array();
  for (const auto& limit : answer.limits)
    json.begin_object().member("kind", limit.kind).member("text", limit.text).end_object();
  json.end_array().key("register").begin_object().member("log_id", traced.head.log_id);
  json.member("records", traced.head.records).member("root_hash", proof::to_hex(traced.head.root));
  json.member("simulated", traced.head.simulated).end_object();
  json.end_object();
  return json.take();
}

}  // namespace lotline::answers
