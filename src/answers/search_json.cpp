#include "answers/search_json.h"

#include "answers/answer.h"
#include "answers/comparison_json.h"
#include "comparison/verbal_scale.h"
#include "service/lead_card.h"

namespace lotline::answers {

namespace {

using service::ListedSource;
using service::ScanSearched;

void write_source(JsonWriter& json, const service::State& state, const ListedSource& source, int rank, bool withheld) {
  const auto& best = source.line.compared.front();
  json.begin_object().member("rank", rank).member("source_kind", word(source.best.source_kind));
  json.member("source", source.best.source).member("words", service::source_in_words(state, source.best));
  json.member("scan", source.scan).member("file", source.best.file).member("sha256", source.best.sha256);
  json.member("score", source.line.score).key("llr");
  source.line.llr && !withheld ? json.value(*source.line.llr) : json.null();
  json.member("llr_reason", withheld ? kWithheld : std::string_view{source.line.llr_reason});
  json.member("llr_words", source.line.llr && !withheld ? comparison::in_words(*source.line.llr) : std::string{});
  json.member("cells_congruent", best.comparison.cells_congruent);
  json.key("a_from_b").begin_object().member("rotation_deg", best.comparison.a_from_b.rotation_deg);
  json.member("tx_um", best.comparison.a_from_b.tx_um).member("ty_um", best.comparison.a_from_b.ty_um).end_object();
  json.member("scans_of_source", static_cast<std::int64_t>(source.line.items)).key("reasons").begin_array();
  for (const auto& reason : source.reasons) json.value(reason);
  json.end_array().end_object();
}

}  // namespace

void write_search(JsonWriter& json, const service::State& state, const ScanSearched& found, bool withheld) {
  const auto& r = found.ranking;
  json.member("search", found.search).member("scan", found.questioned.id.number);
  json.member("questioned", service::source_in_words(state, found.questioned));
  json.member("gallery_scans", static_cast<std::int64_t>(r.items));
  json.member("searched", static_cast<std::int64_t>(r.searched))
      .member("compared", static_cast<std::int64_t>(r.compared));
  json.member("score_version", r.score_version).member("signature_version", r.signature_version);
  json.key("sources").begin_array();
  int rank = 0;
  for (const auto& source : found.sources) write_source(json, state, source, ++rank, withheld);
  json.end_array().key("warnings").begin_array();
  for (const auto& warning : r.warnings)
    json.begin_object()
        .member("sign", word(warning.sign))
        .member("kind", warning.kind)
        .member("figure", warning.figure)
        .end_object();
  json.end_array().key("failed").begin_array();
  for (const auto& failed : r.failed)
    json.begin_object()
        .member("scan", failed.item)
        .member("number", failed.refusal.number)
        .member("name", failed.refusal.name)
        .end_object();
  json.end_array();
}

std::string search_as_json(const service::State& state, const ScanSearched& found, bool withheld,
                           const comparison::Calibrator* calibrator, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  write_search(json, state, found, withheld);
  write_calibrator(json.key("calibrator"), calibrator);
  json.end_object();
  return json.take();
}

}  // namespace lotline::answers
