#pragma once
// A scan made ready for comparison: its file's own words and hash, what preparing it saw, and its features.

#include <string>

#include "comparison/features.h"
#include "surface/prepare.h"
#include "surface/x3p.h"

namespace lotline::service {

struct ReadyScan {
  std::string sha256{};      ///< of the original file
  std::string instrument{};  ///< maker and model, empty where the file names neither
  double pitch_um = 0;       ///< as measured, the coarser of both axes
  surface::Findings findings{};
  surface::Quality quality{};
  comparison::Features features{};
};

/// Refuses what prepare() refuses: a scan that is unsuitable, with the reason.
Result<ReadyScan> ready_scan(const surface::X3p& scan, const surface::PrepareOptions& options);

}  // namespace lotline::service
