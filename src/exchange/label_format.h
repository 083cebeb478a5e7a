#pragma once
// Sizes of labels: the paper, and how wide the modules of a barcode may be. From the GS1 General Specifications,
// section 5, "symbol specification tables": 4 (trade items that are scanned neither at the till nor in general
// distribution) for boxes, 2 (trade items in general distribution) for cases, 5 (logistic units) for pallets. A square
// symbol has 1.5 times the module of bars where it is scanned from afar. The paper is of the A series, as the GS1
// Logistic Label Guideline counsels; where a code does not fit, the next larger one is taken.

#include <span>

#include "custody/package.h"

namespace lotline::exchange {

/// Width of a module in millimetres.
struct ModuleWidth {
  double target_mm;
  double least_mm;
  double most_mm;
};

struct LabelFormat {
  double width_mm, height_mm;
  ModuleWidth bars, square;
  double bar_height_mm;  ///< at least
  // Set for being read at arm's length, across a pallet and from a fork lift.
  double margin_mm;
  double heading_mm, value_mm, title_mm, hri_mm;
};

/// Of a level, the smallest first.
[[nodiscard]] std::span<const LabelFormat> label_formats(custody::PackageLevel level);

}  // namespace lotline::exchange
