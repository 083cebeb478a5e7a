#pragma once
// Planes and bows, fitted to cells so that what is no part of the face does not pull at them.

#include <array>
#include <cstdint>
#include <span>

#include "surface/cells.h"

namespace lotline::surface {

/// A polynomial of the second degree about the centre of a scan: heights in micrometres of places in millimetres.
struct Form {
  std::array<double, 6> terms{};  ///< of 1, x, y, x^2, xy, y^2

  [[nodiscard]] double at(double x_um, double y_um) const {
    const double x = x_um / 1000;
    const double y = y_um / 1000;
    return terms[0] + terms[1] * x + terms[2] * y + terms[3] * (x * x) + terms[4] * (x * y) + terms[5] * (y * y);
  }
};

/// The plane with most of the surface near the middle of the scan within `tolerance_um` of it (RANSAC, Fischler and
/// Bolles 1981, as cmcR's preProcess_ransacLevel), then fitted to that surface. Its draws have one seed. A plane
/// through the mean where fewer than three cells are there.
[[nodiscard]] Form find_plane(const Cells& cells, double tolerance_um);

/// The form of degree 1 or 2 fitted to the cells of `part` (1 where a cell counts): Tukey's biweight, reweighted six
/// times, from a start. Of a lower degree where the cells do not settle a higher one.
[[nodiscard]] Form fit_form(const Cells& cells, std::span<const std::uint8_t> part, int degree, const Form& start);

}  // namespace lotline::surface
