#pragma once
// A made-up firing: how a case lay before the breech, what its primer was like, and how the scan of it was taken.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "surface/generated_gun.h"

namespace lotline::surface {

/// p_scan = R(rotation_deg) p_gun + t_um, about the centre of the scan; axes and sense as in a comparison's pose.
struct TruePose {
  double rotation_deg = 0;  ///< in (-180, 180]
  double tx_um = 0;
  double ty_um = 0;
};

/// How a primer takes a print. Names of their own: none of them is a product.
struct Ammunition {
  std::string_view name{};
  double gives = 1;       ///< of a gun's relief that a soft primer takes
  double lacquer = 0;     ///< of the waves below 60 um, that lacquer fills, 0..1
  double own_relief = 1;  ///< of the marks that the primer was made with
};

struct GeneratedFiring {
  std::size_t number = 0;
  TruePose scan_from_gun{};
  Ammunition ammunition{};
  std::uint64_t seed = 0;                            ///< of all that is drawn over the surface
  double contact = 1;                                ///< share of the face that was pressed against the breech, about
  double unlike = 0;                                 ///< of the variance, what this firing alone left
  double edge_x_um = 0, edge_y_um = 0, edge_um = 0;  ///< the primer's edge, about the firing pin
  double ripples_um = 0;                             ///< deviation of what lies along the rim of the hole
  double sunk_um = 0;                                ///< the rim itself; negative where it is raised
  double roll_um = 0;                                ///< left of the rounded edge
  double tilt_x = 0, tilt_y = 0;                     ///< slopes of the scan
  double bow_um = 0;                                 ///< of the primer, 1 mm from its middle
  double missing_share = 0;                          ///< of the points, about
};

/// The same firing for the same options, gun and number.
[[nodiscard]] GeneratedFiring generated_firing(const GeneratedOptions& options, std::size_t gun, std::size_t number);

}  // namespace lotline::surface
