#pragma once
// A scan as a picture for a report: the relief under a lamp, a scale bar, the heights' tint, and under it what file it
// was made from.

#include <string>
#include <vector>

#include "base/refusal.h"
#include "surface/relief.h"
#include "surface/x3p.h"

namespace lotline::exchange {

struct ScanPicture {
  const surface::X3p& scan;
  std::string name{};  ///< of the file, as the picture's title
  surface::Light light{};
  std::vector<std::string> lines{};  ///< written under the picture; the file's SHA-256 stands there in any case
};

/// PNG, at most 1,100 pixels wide. Refuses (unwritable_file).
Result<void> write_scan_picture(const std::string& path, const ScanPicture& picture);

}  // namespace lotline::exchange
