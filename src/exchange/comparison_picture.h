#pragma once
// Two scans side by side for a report: b turned and moved as it was found to lie on a, both under one lamp; the cells
// of a that agree, numbered, in both; and a map of where the surfaces agree. It shows what was compared and concludes
// nothing.

#include <string>
#include <vector>

#include "base/refusal.h"
#include "comparison/comparison.h"
#include "surface/prepared.h"
#include "surface/relief.h"

namespace lotline::exchange {

struct PicturedScan {
  const surface::Prepared& surface;
  std::string name{};    ///< of the file
  std::string sha256{};  ///< of the file
};

struct ComparisonPicture {
  PicturedScan a, b;
  const comparison::Comparison& found;
  surface::Light light{};
  std::vector<std::string> lines{};  ///< written under the picture
};

/// PNG, 1,640 pixels wide. Refuses (unwritable_file).
Result<void> write_comparison_picture(const std::string& path, const ComparisonPicture& picture);

}  // namespace lotline::exchange
