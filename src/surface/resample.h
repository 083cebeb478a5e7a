#pragma once
// A scan at another pitch: the short-wave Gaussian filter of ISO 16610-61, worked out at the new points straight from
// the old ones, so that nothing folds and no second filter is needed.

#include <span>

#include "surface/height_map.h"
#include "surface/level.h"
#include "surface/prepared.h"

namespace lotline::surface {

/// The shortest cutoff, in points, that a grid can carry: 16 um at 6.25.
inline constexpr double shortest_cutoff_points = 2.56;

/// The cutoff that is used: as asked for, or what the coarser of both grids can carry.
[[nodiscard]] double short_cutoff_um(const HeightMap& map, double pitch_um, double cutoff_um);

/// The heights above `base_m` and `plane` where `valid`, in micrometres, about the same centre. A point is present
/// where more than half of the weight round it was. REQUIRES a grid of at least one point and heights within spikes.h's
/// reach of `base_m`.
[[nodiscard]] Prepared resample(const HeightMap& map, std::span<const std::uint8_t> valid, double base_m,
                                const Form& plane, double pitch_um, double cutoff_um);

/// How many points at `pitch_um` an axis of so many at another pitch comes to; at least 1.
[[nodiscard]] double points_at(std::size_t points, double points_pitch_um, double pitch_um);

}  // namespace lotline::surface
