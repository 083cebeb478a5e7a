#pragma once
// Which points of a scan may be believed: a number, within reach of the rest, and no spike among its neighbours.

#include <cstdint>
#include <vector>

#include "surface/height_map.h"

namespace lotline::surface {

/// Farther than this from the median of a scan, metres, nothing of a fired case lies: a firing pin goes in by 0.5 mm.
inline constexpr double reach_m = 5e-3;

struct Believed {
  std::vector<std::uint8_t> valid{};  ///< one for each height: 1 where it may be believed
  double median_m = 0;                ///< of what is a number
  std::size_t numbers = 0;            ///< finite heights
  std::size_t spikes = 0;             ///< numbers left out: out of reach, or spikes
  std::size_t measured = 0;           ///< what is left
};

/// A spike is farther from the middle of its four neighbours than `deviations` robust standard deviations of that
/// difference over the scan; a point with no two measured neighbours is one too.
[[nodiscard]] Believed believed(const HeightMap& map, double deviations);

}  // namespace lotline::surface
