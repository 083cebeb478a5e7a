#include "answers/comparison_json.h"

#include "comparison/verbal_scale.h"

namespace lotline::answers {

namespace {

void write_scan_asked(JsonWriter& json, std::string_view name, const std::string& path,
                      const service::ReadyScan& scan) {
  json.key(name).begin_object().member("file", path).member("sha256", scan.sha256);
  json.member("instrument", scan.instrument).member("pitch_um", scan.pitch_um);
  json.member("area_mm2", scan.quality.area_mm2).member("measured_share", scan.quality.measured_share);
  json.key("findings").begin_array();
  for (const auto& finding : scan.findings) json.value(word(finding.kind));
  json.end_array().end_object();
}

void write_weight(JsonWriter& json, const comparison::Weight& weight) {
  const auto number = [&](std::string_view name, double value) {
    json.key(name);
    weight.ratio ? json.value(value) : json.null();
  };
  const auto ratio = weight.ratio.value_or(comparison::LikelihoodRatio{});
  number("llr", ratio.llr);
  number("llr_low", ratio.low);
  number("llr_high", ratio.high);
  json.member("llr_at_cap", ratio.at_cap);
  json.member("llr_words", weight.ratio ? comparison::in_words(ratio.llr) : "");
  json.member("llr_reason", weight.reason ? word(*weight.reason) : std::string_view{});
}

}  // namespace

void write_calibrator(JsonWriter& json, const comparison::Calibrator* trained) {
  if (trained == nullptr) {
    json.null();
    return;
  }
  const auto& calibrator = *trained;
  const auto& size = calibrator.trained_on;
  json.begin_object().member("name", calibrator.name).member("sha256", calibrator.sha256);
  json.member("population", calibrator.population).member("simulated", calibrator.simulated);
  json.member("score_version", calibrator.scope.score_version).member("mark", word(calibrator.scope.mark));
  json.member("firearms", size.firearms)
      .member("counted_as", calibrator.options.count_as == 0 ? size.firearms : calibrator.options.count_as)
      .member("pairs_same", size.pairs_same)
      .member("pairs_different", size.pairs_different);
  json.member("cap_lower", calibrator.cap.lower).member("cap_upper", calibrator.cap.upper).end_object();
}

std::string comparison_as_json(const ComparisonAnswer& answer) {
  const auto& found = answer.compared.found;
  JsonWriter json;
  json.begin_object();
  write_scan_asked(json, "a", answer.path_a, answer.a);
  write_scan_asked(json, "b", answer.path_b, answer.b);
  json.member("mark", word(answer.a.features.mark)).member("score_version", comparison::score_version);
  json.member("score", found.score);
  json.member("cells_congruent", found.cells_congruent).member("cells_compared", found.cells_compared);
  json.member("overlap_share", found.overlap_share).member("correlation", found.correlation);
  json.key("a_from_b")
      .begin_object()
      .member("rotation_deg", found.a_from_b.rotation_deg)
      .member("tx_um", found.a_from_b.tx_um)
      .member("ty_um", found.a_from_b.ty_um)
      .end_object();
  json.key("published_counts");
  if (const auto& counts = answer.compared.counts)
    json.begin_object()
        .member("cmc_original_ab", counts->cmc_original_ab)
        .member("cmc_original_ba", counts->cmc_original_ba)
        .member("cmc_high", counts->cmc_high)
        .end_object();
  else
    json.null();
  write_weight(json, answer.compared.weight);
  write_calibrator(json.key("calibrator"), answer.calibrator);
  json.end_object();
  return json.take();
}

std::string pairs_compared_as_json(std::size_t pairs, std::size_t refused, const std::string& out,
                                   const comparison::Calibrator* calibrator) {
  JsonWriter json;
  json.begin_object().member("pairs", pairs).member("refused", refused).member("out", out);
  write_calibrator(json.key("calibrator"), calibrator);
  json.end_object();
  return json.take();
}

std::string calibrated_as_json(const std::string& out, std::size_t left_out, const comparison::Cost& cost,
                               const comparison::Calibrator& calibrator) {
  JsonWriter json;
  json.begin_object().member("out", out).member("left_out", left_out);
  json.member("cllr", cost.cllr).member("cllr_min", cost.cllr_min);
  write_calibrator(json.key("calibrator"), &calibrator);
  json.end_object();
  return json.take();
}

}  // namespace lotline::answers
