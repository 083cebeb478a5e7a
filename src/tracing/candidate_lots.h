#pragma once
// Which lots of the register to weigh, found by index: the package, the lot mark, the retailer, the maker. Only when
// none of these is known, or none of their lots fits, are all lots gone through.

#include <vector>

#include "tracing/lot_weight.h"

namespace lotline::tracing {

struct CandidateFit {
  custody::LotRow lot;
  LotFit fit;
};

struct Candidates {
  std::vector<CandidateFit> fitting;    ///< best fit first
  std::vector<CandidateFit> ruled_out;  ///< `fit.worst` says why
  double best_fit = 0;                  ///< of `fitting`; 0 when there is none
};

/// Lots worth weighing by rounds: those whose fit is at least `negligible_fit` of the best one's.
Candidates candidate_lots(const MarksUnderstood& marks, const Sources& sources, const TraceOptions& options,
                          LotWeigher& weigher);

}  // namespace lotline::tracing
