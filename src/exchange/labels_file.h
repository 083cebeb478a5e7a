#pragma once
// Which firearm made which scan: labels.csv, with the columns file and firearm, in the folder of the scans.

#include <string>
#include <vector>

#include "base/csv.h"
#include "service/evaluate_scans.h"

namespace lotline::exchange {

/// In the order of the files' names. A case is known where a column `known` says yes or no; without such a column where
/// its name ends in a hyphen and a number, as the ten slides' own test fires do (Fadul_1-2.x3p). Refuses a file without
/// its columns, a row without either field, and a file that stands twice.
Result<std::vector<service::LabelledScan>> read_labels(const std::string& folder);
Result<std::vector<service::LabelledScan>> read_labels(CsvReader& reader, const std::string& folder);

}  // namespace lotline::exchange
