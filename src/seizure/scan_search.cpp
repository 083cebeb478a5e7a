#include "seizure/scan_search.h"

#include <fmt/ranges.h>

#include "seizure/refusals.h"

namespace lotline::seizure {

namespace {

Result<void> check_scan(const Table<ScanRow>& scans, ScanId id) {
  const auto scan = scans.find(make_key(id));
  if (!scan) return refuse(unknown_scan, "{}", id.number);
  if (scan->withdrawn != 0) return refuse(withdrawn_before, "scan {}", id.number);
  return {};
}

}  // namespace

Result<ScansSearched> decide_search(const Table<ScanRow>& scans, ScansSearched searched) {
  TRY(check_scan(scans, searched.scan));
  for (const auto& candidate : searched.candidates) TRY(check_scan(scans, candidate.scan));
  return searched;
}

void apply(const ScansSearched& record, RecordNumber number, const When& happened, ScanSearches& searches) {
  const ScanSearchId id{number};
  searches.searches.put({id, record.scan, record.gallery_until, record.gallery_scans, record.gallery_sources,
                         record.gallery_hash, fmt::format("{}", fmt::join(record.filters, ";")),
                         fmt::format("{}", fmt::join(record.versions, ";")), record.passed,
                         static_cast<std::int64_t>(record.candidates.size()), happened.first, happened.last});
  int rank = 0;
  for (const auto& c : record.candidates)
    searches.candidates.put({id, ++rank, c.scan, c.score_ppm, c.has_llr, c.llr_milli, c.llr_reason,
                             fmt::format("{}", fmt::join(c.notes, ";"))});
}

}  // namespace lotline::seizure
