#include "service/compare_scans.h"

#include "comparison/compare.h"

namespace lotline::service {

ScansCompared compare_scans(const ReadyScan& a, const ReadyScan& b, const ComparisonRequest& request) {
  ScansCompared compared;
  compared.found = comparison::compare(a.features, b.features);
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
