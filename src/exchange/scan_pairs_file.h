#pragma once
// Pairs of scans to be compared, as a CSV file with the columns a and b (docs/formats/scan_pairs.md).

#include <optional>
#include <string>
#include <vector>

#include "base/csv.h"

namespace lotline::exchange {

struct ScanPair {
  std::size_t line = 0;
  std::string a{}, b{};                ///< as written
  std::string path_a{}, path_b{};      ///< as written when absolute, else in the file's own folder
  std::string source_a{}, source_b{};  ///< the firearms, where the file has columns of them
  std::optional<Refusal> refused{};    ///< of a row that could not be read
};

struct ScanPairs {
  std::vector<ScanPair> rows{};
  bool labelled = false;  ///< the file has the columns source_a and source_b
};

/// Every row, in order: one that cannot be read stands with its refusal, so that the rest goes on. Refuses a file
/// without the columns a and b. `folder` is the one that relative paths are in.
Result<ScanPairs> read_scan_pairs(CsvReader& reader, const std::string& folder);
/// Of a file, relative paths being in its folder.
Result<ScanPairs> read_scan_pairs(const std::string& path);

}  // namespace lotline::exchange
