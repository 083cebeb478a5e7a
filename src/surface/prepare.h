#pragma once
// From a scan as it was measured to a surface that can be compared.
//
// In this order: points without a number and spikes are missing; a robust plane is taken out; the rest is resampled to
// the pitch asked for with the short-wave Gaussian filter of ISO 16610-61 at the sampling points (resample.h); the
// region of the mark is found, or taken from a mask by hand (region.h); a robust quadratic is taken out of the region;
// the long-wave part is taken out with the Gaussian filter of ISO 16610-61, missing data by normalised convolution
// (gaussian.h). The same bits come out on every machine: floating-point sums have one fixed order, exponentials and
// cosines are those of base/steady_math.h.

#include <string_view>

#include "base/refusal.h"
#include "surface/height_map.h"
#include "surface/prepare_options.h"
#include "surface/prepared.h"

namespace lotline::surface {

/// Named by what is kept of a prepared surface: it is raised when the same options give other numbers.
inline constexpr std::string_view kPreparation = "prepared-1";

/// The surface with its quality; a refusal of 5100-5199 says why a scan is unsuitable.
[[nodiscard]] Result<Prepared> prepare(const HeightMap& map, const PrepareOptions& options);

}  // namespace lotline::surface
