#pragma once
// A scan that can be searched with or found.

#include "seizure/scan.h"

namespace lotline::seizure {

/// A scan that is on record and was not withdrawn. Refuses any other (unknown_scan, withdrawn_before).
Result<ScanRow> standing_scan(const Table<ScanRow>& scans, ScanId id);

}  // namespace lotline::seizure
