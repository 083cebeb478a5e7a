#include "service/compare_scans.h"

#include "comparison/compare.h"
#include "comparison/published_counts.h"

namespace lotline::service {

ScansCompared compare_scans(const ReadyScan& a, const ReadyScan& b, const ComparisonRequest& request) {
  ScansCompared compared;
  compared.found = comparison::compare(a.features, b.features);
  if (request.published_counts)
    compared.counts = comparison::published_counts(a.features, b.features, compared.found.a_from_b);
  const comparison::Compared pair{std::string{comparison::score_version},
                                  a.features.mark,
                                  request.firearm_class,
                                  a.instrument,
                                  b.instrument,
                                  a.pitch_um,
                                  b.pitch_um};
  compared.weight = comparison::weigh(request.calibrator, pair, compared.found.score);
  return compared;
}

}  // namespace lotline::service
