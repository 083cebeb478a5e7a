#include "answers/vocabulary_json.h"

#include "answers/answer.h"

namespace lotline::answers {

std::string words_as_json(std::span<const catalogue::VocabularyWord> words) {
  JsonWriter json;
  json.begin_array();
  for (const auto& word : words) {
    json.begin_object().member("code", word.code).member("name", word.name).member("source", word.source.text);
    json.member("trust", catalogue::to_text(word.source.trust)).end_object();
  }
  json.end_array();
  return json.take();
}

std::string profile_as_json(const std::vector<service::CaseProfile>& profile, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.key("profile").begin_array();
  for (const auto& p : profile) {
    json.begin_object()
        .member("calibre", p.calibre)
        .member("headstamp", p.headstamp)
        .member("year", p.year)
        .member("incident", p.incident);
    json.member("country", p.country)
        .member("found_in_year", p.found_in_year)
        .member("exhibits", p.exhibits)
        .member("cases", p.cases.count())
        .end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace lotline::answers
