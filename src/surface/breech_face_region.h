#pragma once
// The breech face on a scan: a ring between the primer's edge and the firing-pin hole.

#include "surface/region.h"

namespace lotline::surface {

/// Square micrometres: a smaller hole is a dropout; the smallest firing pins leave one of 0.5 mm across.
inline constexpr double least_hole_um2 = 100'000;

[[nodiscard]] Region find_breech_face(const Cells& cells, const PrepareOptions& options);

}  // namespace lotline::surface
