#pragma once
// The use case of a comparison: two scans laid on each other, and what their score weighs. It needs no register and
// records nothing.

#include <optional>
#include <string>

#include "comparison/comparison.h"
#include "comparison/likelihood_ratio.h"
#include "service/ready_scan.h"

namespace lotline::service {

struct ComparisonRequest {
  const comparison::Calibrator* calibrator = nullptr;  ///< none: scores without likelihood ratios
  std::string firearm_class{};                         ///< of both cases, where it is known
  bool published_counts = false;
};

struct ScansCompared {
  comparison::Comparison found{};
  std::optional<comparison::PublishedCounts> counts{};
  comparison::Weight weight{};
};

/// Both scans show the same mark (CHECKed). compare_scans(a, b) and (b, a) have the same score and likelihood ratio.
[[nodiscard]] ScansCompared compare_scans(const ReadyScan& a, const ReadyScan& b, const ComparisonRequest& request);

}  // namespace lotline::service
