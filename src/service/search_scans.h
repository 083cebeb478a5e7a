#pragma once
// A scan on record searched for in the gallery of all others, and the search put on record, whatever it lists: the
// gallery as it was, filters, versions, and the sources with their scores. What is listed is there to be looked at; a
// lead is chosen among it (record_lead.cpp) and a conclusion is an examiner's (conclude.cpp).

#include <functional>

#include "comparison/calibrator.h"
#include "search/ranking.h"
#include "service/desk.h"
#include "service/scan_gallery.h"

namespace lotline::service {

struct ScanSearchOptions {
  search::RankingOptions ranking{};
  const comparison::Calibrator* calibrator = nullptr;  ///< none: scores without likelihood ratios
  std::string firearm_class{};                         ///< of the questioned case, where an examiner can tell
  ImportSource source{};                               ///< what the search's record says it came by; none
};

/// One source as it is listed.
struct ListedSource {
  search::Line line;
  std::vector<std::string> reasons;
  RecordNumber scan = 0;  ///< the best of its scans
  seizure::ScanRow best;
};

struct ScanSearched {
  RecordNumber search = 0;
  seizure::ScanRow questioned;
  search::Ranking ranking;
  std::vector<ListedSource> sources;  ///< in the order of their ranks
  bool sealed = false;  ///< likelihood ratios are withheld: a lead of the questioned case is being examined blind
};

/// Refuses a scan that is not on record or was withdrawn, whose surface is not kept or is unsuitable, or whose original
/// is gone: the questioned mark is prepared anew for each search. Refuses a source that came before.
Result<ScanSearched> search_scans(Desk& desk, ScanStore& scans, const ScanGallery& gallery, ScanId questioned,
                                  const ScanSearchOptions& options);

/// Scans of the mark that stand and were never searched with by the present versions, in the order of their numbers.
std::vector<ScanId> never_searched(Register& store, surface::Mark mark, const ScanSearchOptions& options);

}  // namespace lotline::service
