#pragma once
// Where on a scan the mark is, without a mask by hand.
//
// Breech face: the flat part about the middle of the scan, a ring between the primer's edge and the firing-pin hole;
// the case head round the primer may be as flat and as high, but a gap lies between. Firing pin: what lies deeper than
// the face, without its walls. Ejector mark: the innermost part without walls.

#include <cstdint>
#include <optional>
#include <vector>

#include "surface/cells.h"
#include "surface/circle.h"
#include "surface/level.h"
#include "surface/prepare_options.h"

namespace lotline::surface {

struct Region {
  std::vector<std::uint8_t> cells{};  ///< 1 where a cell belongs to the mark
  std::size_t enclosed = 0;           ///< cells that the region closes in and that were not measured, the hole apart
  Form form{};                        ///< of the region
  std::optional<Circle> edge{};       ///< of the primer, where what lies beyond was measured
  std::optional<Circle> hole{};       ///< of the firing pin
};

/// The region of the mark among cells that a plane was taken out of; empty where there is none.
[[nodiscard]] Region find_region(const Cells& cells, const PrepareOptions& options);

/// Everything that was measured, where no search is wanted.
[[nodiscard]] Region whole_scan(const Cells& cells);

}  // namespace lotline::surface
