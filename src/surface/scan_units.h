#pragma once
// Whether a height map can be a fired case measured in metres. Micrometres or millimetres written as metres are common;
// what is found is said and nothing is scaled: which unit was meant is for whoever measured it to say.

#include <cstddef>

#include "surface/finding.h"
#include "surface/height_map.h"

namespace lotline::surface {

/// What a height map holds, in one pass.
struct HeightRange {
  std::size_t measured = 0;
  double lowest_m = 0, highest_m = 0;  ///< both 0 where nothing is measured
};
[[nodiscard]] HeightRange height_range(const HeightMap& map);

/// A finding for pitch and size (lateral_units) and one for heights (height_units), each with the units that would
/// make them those of a case.
[[nodiscard]] Findings judge_units(const HeightMap& map);

}  // namespace lotline::surface
