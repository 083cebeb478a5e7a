#pragma once
// A surface as it looks under a lamp: Lambert's shading of a relief, tinted by height. A picture for a person; no
// number is worked out from it.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "surface/height_field.h"

namespace lotline::surface {

/// Where the lamp stands: clockwise from the top of the picture, and above the surface. 315 and 45 are the map-maker's
/// habit (light from the upper left), under which bumps are seen as bumps.
struct Light {
  double azimuth_deg = 315;
  double elevation_deg = 45;
};

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
};

struct ReliefOptions {
  Light light{};
  /// Heights are multiplied by this before they are lit; 0 chooses one of 1, 2, 5, 10 ... from the surface's slopes.
  double exaggeration = 0;
  /// Heights at the ends of the tint; equal ones choose the first and the 99th hundredth of the surface's.
  double lowest_um = 0, highest_um = 0;
};

struct Relief {
  std::size_t columns = 0;
  std::size_t rows = 0;
  std::vector<std::uint32_t> pixels{};  ///< 0xAARRGGBB, the top row (largest y) first; 0 where there is no height
  double exaggeration = 1;
  double lowest_um = 0, highest_um = 0;  ///< at the ends of the tint
};

[[nodiscard]] Relief light_up(const HeightField& field, const ReliefOptions& options = {});

/// The tint of a height's place between the lowest (0) and the highest (1): dark blue over grey to pale yellow, which
/// the colour-blind tell apart as well and which keeps its order in grey.
[[nodiscard]] Colour tint(double place);
/// Of a correlation from -1 (red) over 0 (white) to 1 (blue).
[[nodiscard]] Colour correlation_colour(double correlation);
[[nodiscard]] std::uint32_t opaque(Colour colour);

}  // namespace lotline::surface
