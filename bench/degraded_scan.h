#pragma once
// Real scans made worse in stated ways, to see how far a comparison carries.

#include <cstdint>
#include <string_view>

#include "surface/prepared.h"

namespace lotline::bench {

/// whole: as it is. wedge: a quarter turn about the matrix's middle, anywhere. side: 25 to 50 % of the area, to one
/// side of a line. patch: the same round a point. noise: normal noise of each point, twice the surface's own deviation.
/// coarse, coarser: the means of 2 by 2 and of 4 by 4 points, 12.5 and 25 um.
enum class Damage : unsigned char { whole, wedge, side, patch, noise, coarse, coarser };

[[nodiscard]] std::string_view name_of(Damage damage);
[[nodiscard]] surface::Prepared degraded(surface::Prepared surface, Damage damage, std::uint64_t seed);

}  // namespace lotline::bench
