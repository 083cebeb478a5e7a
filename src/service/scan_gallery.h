#pragma once
// The register's scans of one mark as a gallery to search: those that stand, with a surface made by the present
// versions. What is left out is counted, so that a search says what it could not search.

#include <string>
#include <unordered_map>

#include "search/gallery.h"
#include "service/ports.h"
#include "service/scan_store.h"

namespace lotline::service {

struct ScanGallery {
  search::Gallery gallery;
  std::unordered_map<RecordNumber, seizure::ScanRow> scans;  ///< those in it, by number
  std::int64_t sources = 0;                                  ///< exhibits and firearms that its scans are of
  std::int64_t unsuitable = 0;                               ///< scans on record with nothing to compare
  std::int64_t missing = 0;  ///< scans on record without a surface of these versions: enrol them again
  RecordNumber until = 0;    ///< last record it was made from
  std::string hash;          ///< SHA-256 over numbers and files of its scans, in order
};

/// Fields of the scan as a search filters by them.
[[nodiscard]] search::ClassFields class_fields(const State& state, const seizure::ScanRow& scan);

Result<ScanGallery> scan_gallery(Register& store, ScanStore& scans, surface::Mark mark);

}  // namespace lotline::service
