#pragma once
// Scans made worse on purpose, for measuring what comparisons still find: a part alone, noise, a coarser grid. They are
// made of measured scans and no longer measured themselves.

#include <cstdint>

#include "surface/height_map.h"

namespace lotline::surface {

/// Only the points within a wedge about the middle of what was measured, which opens `width_deg` counter-clockwise from
/// `from_deg` (0 along x).
[[nodiscard]] HeightMap wedge_of(const HeightMap& map, double from_deg, double width_deg);

/// Only the points on one side of a straight line across, so that `share` of the measured points is left; the side that
/// lies farthest towards `towards_deg`.
[[nodiscard]] HeightMap part_of(const HeightMap& map, double towards_deg, double share);

/// Every measured height with a normal error of so many metres, each alone.
[[nodiscard]] HeightMap with_noise(const HeightMap& map, double deviation_m, std::uint64_t seed);

/// The means of blocks of factor x factor points, where at least half of a block was measured: a scan of a lower
/// resolution. A rest at the upper edges is cut off. REQUIRES (CHECKed) factor of 1 or more.
[[nodiscard]] HeightMap coarser(const HeightMap& map, std::size_t factor);

/// The standard deviation of the measured heights, metres; 0 of fewer than two.
[[nodiscard]] double deviation_m(const HeightMap& map);

}  // namespace lotline::surface
