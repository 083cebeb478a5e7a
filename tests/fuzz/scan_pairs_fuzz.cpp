// Any bytes as a file of pairs and as one of labelled scores: rows come out, each with two files or a refusal.

#include <cmath>
#include <cstdlib>

#include "exchange/labelled_scores_file.h"
#include "exchange/scan_pairs_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  auto reader = lotline::CsvReader::of_text(text, "fuzz");
  if (const auto pairs = lotline::exchange::read_scan_pairs(reader, "/folder"))
    for (const auto& row : pairs->rows)
      if (!row.refused && (row.path_a.empty() || row.path_b.empty())) std::abort();
  auto scores = lotline::CsvReader::of_text(text, "fuzz");
  if (const auto rows = lotline::exchange::read_named_scores(scores, {}))
    for (const auto& row : *rows)
      if (!std::isfinite(row.score) || row.source_a.empty() || row.source_b.empty()) std::abort();
  return 0;
}
