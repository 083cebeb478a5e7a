#pragma once
// How accurate comparisons are on scans of which the truth is known: the figures of the tables in docs/ballistics.md.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "comparison/judgement.h"
#include "service/labelled_scans.h"
#include "service/ready_scan.h"

namespace lotline::service {

struct LabelledScan {
  std::string path{};
  std::string firearm{};
  bool known = false;  ///< of the part that a published split calls known
};

/// Scores of one set of scans, as they are or made worse.
struct SetAccuracy {
  std::string name{};
  std::size_t unsuitable = 0;  ///< scans refused by prepare()
  comparison::Separation separation{};
};

/// What ratios cost.
struct RatioAccuracy {
  std::string pairs{};   ///< which pairs
  std::string ratios{};  ///< by which calibrator
  comparison::Judgement judged{};
};

struct RealAccuracy {
  std::size_t scans = 0, firearms = 0;
  std::vector<SetAccuracy> sets{};
  std::vector<RatioAccuracy> ratios{};
};

struct EvaluateRequest {
  std::span<const LabelledScan> scans{};
  std::function<Result<surface::X3p>(const std::string& path)> read{};
  surface::PrepareOptions prepare{};
  const comparison::Calibrator* calibrator = nullptr;  ///< the one that is shipped
  comparison::JudgeOptions judge{};
  bool worse = true;  ///< also with scans made worse
  unsigned threads = 0;
  Told told{};
};

/// Every two scans; the known ones alone; the calibrator that is given; where wanted each set in which the second scan
/// of a pair is made worse (surface/degraded.h) and the first is as it was. Refuses a scan that cannot be read, a set
/// without two firearms or without pairs of one, and what left_out_llrs refuses.
Result<RealAccuracy> evaluate_scans(const EvaluateRequest& request);

}  // namespace lotline::service
