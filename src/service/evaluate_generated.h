#pragma once
// How accurate comparisons are on made-up guns, many more than anybody has scanned: a gallery with one reference of
// each gun, and questioned cases of some of them. SIMULATED.

#include "comparison/judgement.h"
#include "service/generated_scans.h"

namespace lotline::service {

struct GeneratedRequest {
  surface::GeneratedOptions options{};
  std::size_t guns = 1000;     ///< in the gallery, one reference each
  std::size_t mates = 200;     ///< guns of which a questioned case is compared with its own reference
  std::size_t strangers = 50;  ///< of them, those compared with every other reference too
  double false_match_rate = 1e-3;
  surface::PrepareOptions prepare{};
  const comparison::Calibrator* calibrator = nullptr;
  comparison::JudgeOptions judge{};
  unsigned threads = 0;
  Told told{};
};

struct GeneratedAccuracy {
  std::size_t unsuitable = 0;
  comparison::Separation separation{};
  comparison::MatchRate rate{};
  std::optional<comparison::Judgement> judged{};  ///< of the calibrator's ratios
};

/// The guns are numbers 0 to guns - 1, firing 0 the reference and firing 1 the questioned case. Refuses a set without
/// pairs of both classes.
Result<GeneratedAccuracy> evaluate_generated(const GeneratedRequest& request);

}  // namespace lotline::service
