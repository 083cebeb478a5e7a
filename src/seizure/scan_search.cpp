#include "seizure/scan_search.h"

#include <fmt/ranges.h>

#include "seizure/standing_scan.h"

namespace lotline::seizure {

Result<ScansSearched> decide_search(const Table<ScanRow>& scans, ScansSearched searched) {
  TRY(standing_scan(scans, searched.scan));
  for (const auto& candidate : searched.candidates) TRY(standing_scan(scans, candidate.scan));
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
