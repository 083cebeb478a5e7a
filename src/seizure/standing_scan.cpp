#include "seizure/standing_scan.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

Result<ScanRow> standing_scan(const Table<ScanRow>& scans, ScanId id) {
  const auto scan = scans.find(make_key(id));
  if (!scan) return refuse(unknown_scan, "{}", id.number);
  if (scan->withdrawn != 0) return refuse(withdrawn_before, "scan {}", id.number);
  return *scan;
}

}  // namespace lotline::seizure
