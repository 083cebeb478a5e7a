#include "exchange/pair_scores_file.h"

#include <charconv>

namespace lotline::exchange {

namespace {

/// The shortest text that reads back the same.
std::string text_of(double number) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

void add_counts(std::vector<std::string>& fields, const std::optional<comparison::PublishedCounts>& counts) {
  for (const auto count : {&comparison::PublishedCounts::cmc_original_ab, &comparison::PublishedCounts::cmc_original_ba,
                           &comparison::PublishedCounts::cmc_high})
    fields.push_back(counts ? std::to_string((*counts).*count) : "");
}

}  // namespace

std::string pair_scores_header(bool published_counts) {
  std::vector<std::string> names{"a",     "b",          "status",          "error",        "score",
                                 "llr",   "llr_reason", "cells_congruent", "rotation_deg", "tx_um",
                                 "ty_um", "ms"};
  if (published_counts) names.insert(names.end(), {"cmc_original_ab", "cmc_original_ba", "cmc_high"});
  return csv_row(names);
}

std::string pair_scores_row(const ScanPair& pair, const service::PairCompared& answer, bool published_counts) {
  std::vector<std::string> fields{pair.a, pair.b};
  if (!answer.compared) {
    const Refusal& refused = *answer.refused;
    fields.insert(fields.end(), {"error", fmt::format("{} {}: {}", refused.number, refused.name, refused.text)});
    fields.resize(fields.size() + 8);
    if (published_counts) add_counts(fields, std::nullopt);
    return csv_row(fields);
  }
  const auto& [found, counts, weight] = *answer.compared;
  fields.insert(fields.end(),
                {"ok", "", text_of(found.score), weight.ratio ? text_of(weight.ratio->llr) : "",
                 weight.reason ? std::string{word(*weight.reason)} : "", std::to_string(found.cells_congruent),
                 text_of(found.a_from_b.rotation_deg), text_of(found.a_from_b.tx_um), text_of(found.a_from_b.ty_um),
                 fmt::format("{:.3f}", answer.ms)});
  if (published_counts) add_counts(fields, counts);
  return csv_row(fields);
}

}  // namespace lotline::exchange
