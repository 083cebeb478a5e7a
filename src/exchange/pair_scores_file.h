#pragma once
// The scores of pairs as a CSV file (docs/formats/scan_pairs.md): a row for each pair, in the order they were given.

#include <string>

#include "exchange/scan_pairs_file.h"
#include "service/compare_pairs.h"

namespace lotline::exchange {

/// The header line, with its line end.
[[nodiscard]] std::string pair_scores_header(bool published_counts);
/// One pair as a row. What holds no value is an empty field; `ms` is the only one that is not the same everywhere.
[[nodiscard]] std::string pair_scores_row(const ScanPair& pair, const service::PairCompared& answer,
                                          bool published_counts);

}  // namespace lotline::exchange
