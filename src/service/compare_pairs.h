#pragma once
// Many pairs of scan files compared, on all cores: each pair's answer depends on its two files alone, so that it is the
// same for any number of threads and any order.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "service/compare_scans.h"

namespace lotline::service {

struct PairOfScans {
  std::string path_a{}, path_b{};
  std::optional<Refusal> refused{};  ///< known to be no pair before it is looked at
};

/// What a scan's own file says that a scope asks for.
struct ScanBrief {
  std::string instrument{};
  double pitch_um = 0;
};

struct PairCompared {
  std::optional<ScansCompared> compared{};
  ScanBrief a{}, b{};                ///< of a pair that was compared
  std::optional<Refusal> refused{};  ///< why not; of two unreadable scans that of the first
  double ms = 0;  ///< from features to likelihood ratio; of no meaning for what is the same everywhere
};

struct PairsRequest {
  std::span<const PairOfScans> pairs{};
  std::function<Result<surface::X3p>(const std::string& path)> read{};  ///< called from several threads
  surface::PrepareOptions prepare{};
  ComparisonRequest comparison{};
  unsigned threads = 0;                          ///< 0: all there are
  std::function<bool(std::size_t done)> told{};  ///< after each pair, by one thread at a time; false ends it early
};

/// One answer for each pair, in their order; of pairs it did not come to, one that is empty.
[[nodiscard]] std::vector<PairCompared> compare_pairs(const PairsRequest& request);

}  // namespace lotline::service
