#include "answers/marks_json.h"

#include "answers/answer.h"
#include "answers/trace_json.h"
#include "marking/package_code.h"

namespace lotline::answers {

std::string years_in_words(const marking::Reading& reading) {
  if (!reading.years) return {};
  const auto [first, last] = *reading.years;
  std::string words = first == last ? std::to_string(first) : fmt::format("{} to {}", first, last);
  for (const auto& [also_first, also_last] : reading.also_years)
    words += also_first == also_last ? fmt::format(" or {}", also_first)
                                     : fmt::format(" or {} to {}", also_first, also_last);
  return words;
}

std::string_view word_of(catalogue::RegimeItem item) {
  return item == catalogue::RegimeItem::cartridge ? "cartridge"
         : item == catalogue::RegimeItem::package ? "package"
                                                  : "import";
}

namespace {

void write_headstamp(JsonWriter& json, const std::vector<marking::Reading>& readings) {
  json.key("headstamp").begin_array();
  for (const auto& r : readings) {
    json.begin_object().member("maker", r.maker).member("country", r.country).member("code", r.code);
    json.member("years", years_in_words(r)).member("calibre", r.calibre).member("probability", r.probability);
    json.member("confirmed", r.confirmed).member("case_maker_only", r.case_maker_only);
    json.member("trust", catalogue::to_text(r.trust));
    write_texts(json, "reasons", r.reasons);
    write_texts(json, "sources", r.sources);
    json.end_object();
  }
  json.end_array();
}

void write_lot_mark(JsonWriter& json, const std::vector<marking::LotMarkReading>& readings) {
  json.key("lot_mark").begin_array();
  for (const auto& r : readings) {
    json.begin_object().member("format", r.format).member("maker_symbol", r.maker_symbol).key("years").begin_array();
    for (const int year : r.years) json.value(year);
    json.end_array().member("probability", r.probability).member("parent", r.parent.value_or(""));
    json.member("rounds", r.rounds).member("trust", catalogue::to_text(r.trust));
    write_texts(json, "reasons", r.reasons);
    write_texts(json, "ambiguities", r.ambiguities);
    write_texts(json, "sources", r.sources);
    json.end_object();
  }
  json.end_array();
}

void write_package(JsonWriter& json, const marking::PackageCode& code) {
  json.begin_object().member("key", marking::package_code_key(code)).member("gs1", code.is_gs1());
  json.member("bracketed", code.is_gs1() ? marking::to_bracketed(code) : code.plain).end_object();
}

}  // namespace

std::string readings_as_json(const service::MarksReadings& read) {
  JsonWriter json;
  json.begin_object();
  write_headstamp(json, read.headstamp);
  write_lot_mark(json, read.lot_mark);
  json.key("package");
  if (read.package) {
    write_package(json, *read.package);
  } else {
    const Refusal& refusal = read.package.error();
    json.begin_object().key("refused").begin_object().member("number", refusal.number).member("name", refusal.name);
    json.member("text", refusal.text).end_object().end_object();
  }
  json.end_object();
  return json.take();
}

std::string headstamp_as_json(const std::vector<marking::Reading>& readings) {
  JsonWriter json;
  json.begin_object();
  write_headstamp(json, readings);
  json.end_object();
  return json.take();
}

std::string lot_mark_as_json(const std::vector<marking::LotMarkReading>& readings) {
  JsonWriter json;
  json.begin_object();
  write_lot_mark(json, readings);
  json.end_object();
  return json.take();
}

std::string package_code_as_json(const marking::PackageCode& code) {
  JsonWriter json;
  json.begin_object();
  write_package(json.key("package"), code);
  json.end_object();
  return json.take();
}

std::string calibre_as_json(const std::vector<marking::CalibreReading>& readings) {
  JsonWriter json;
  json.begin_object().key("calibre").begin_array();
  for (const auto& r : readings) {
    json.begin_object().member("calibre", r.id).member("name", r.name).member("probability", r.probability);
    json.member("exact", r.exact);
    write_texts(json, "weapon_classes", r.weapon_classes);
    write_texts(json, "reasons", r.reasons);
    write_texts(json, "sources", r.sources);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string judged_as_json(const std::vector<exchange::JudgedMarks>& judged) {
  JsonWriter json;
  json.begin_array();
  for (const auto& line : judged) {
    json.begin_object().member("what", line.what).key("judgements").begin_array();
    for (const auto& j : line.judgements) {
      json.begin_object()
          .member("regime", j.regime)
          .member("item", word_of(j.item))
          .member("applies", j.applies)
          .member("satisfied", j.satisfied);
      write_texts(json, "missing", j.missing);
      json.member("too_large", j.too_large)
          .member("words", j.words)
          .member("source", j.source)
          .member("trust", catalogue::to_text(j.trust))
          .end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
  return json.take();
}

std::string regimes_as_json(std::span<const catalogue::Regime> regimes) {
  JsonWriter json;
  json.begin_array();
  for (const auto& r : regimes) {
    json.begin_object().member("id", r.id).member("item", word_of(r.item));
    write_texts(json, "required", r.required);
    write_texts(json, "conditional", r.conditional);
    json.member("nature", r.nature).member("title", r.title).member("source", r.source.text).end_object();
  }
  json.end_array();
  return json.take();
}

std::string marks_found_as_json(const std::vector<service::MarkFound>& found, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.key("marks").begin_array();
  for (const auto& m : found)
    json.begin_object()
        .member("mark", m.mark)
        .member("on", m.on)
        .member("what", m.what)
        .member("likeness", m.likeness)
        .member("record", m.record)
        .end_object();
  json.end_array().end_object();
  return json.take();
}

std::string unreconciled_as_json(const std::vector<service::Unmatched>& found, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.key("unreconciled").begin_array();
  for (const auto& u : found)
    json.begin_object()
        .member("kind", u.kind)
        .member("what", u.what)
        .member("words", u.words)
        .member("record", u.record)
        .end_object();
  json.end_array().end_object();
  return json.take();
}

}  // namespace lotline::answers
