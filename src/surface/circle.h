#pragma once
// Circles fitted to points of which some lie elsewhere.

#include <optional>
#include <span>

namespace lotline::surface {

struct Circle {
  double x_um = 0, y_um = 0;  ///< its centre, about the centre of the scan
  double radius_um = 0;
  double supported = 0;  ///< share of the points that lie on it, 0..1
};

struct Place {
  double x_um = 0, y_um = 0;
};

/// The circle on which more than half of the places lie, to the width of a few cells; nothing where there is none, or
/// fewer than eight places. Kasa's fit (1976), five times, each without the places that lie off by more than 2.5 robust
/// standard deviations.
[[nodiscard]] std::optional<Circle> fit_circle(std::span<const Place> places);

}  // namespace lotline::surface
