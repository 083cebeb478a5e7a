#pragma once
// What the fuzz targets of X3P demand of a scan that was read.

#include <cmath>
#include <cstdlib>

#include "surface/refusals.h"
#include "surface/x3p_reader.h"
#include "surface/x3p_writer.h"

namespace lotline::fuzz {

inline void demand(bool holds) {
  if (!holds) std::abort();
}

/// Larger scans cost more time than they show anything new.
inline constexpr std::size_t kMostAgain = 4096;

inline void demand_same_again(const surface::X3p& scan) {
  const auto& map = scan.map;
  demand(map.columns > 0 && map.rows > 0 && map.heights_m.size() == map.columns * map.rows);
  demand(map.pitch_x_m > 0 && map.pitch_y_m > 0 && scan.sha256.size() == 64);
  for (const double height : map.heights_m) demand(!std::isinf(height));
  for (const auto& finding : scan.findings) demand(!surface::meaning_of(finding.kind).empty());
  if (map.heights_m.size() > kMostAgain) return;
  surface::X3p strict = scan;
  strict.metadata = surface::software_metadata("fuzz", "2024-01-01T00:00:00Z", "");
  const auto bytes = surface::write_x3p(strict);
  demand(bytes.has_value());
  const auto again = surface::read_x3p(std::span<const std::byte>(*bytes));
  demand(again.has_value() && again->map.columns == map.columns && again->map.pitch_y_m == map.pitch_y_m);
  for (std::size_t i = 0; i < map.heights_m.size(); ++i)
    demand(std::isnan(map.heights_m[i]) ? std::isnan(again->map.heights_m[i])
                                        : map.heights_m[i] == again->map.heights_m[i]);
}

}  // namespace lotline::fuzz
