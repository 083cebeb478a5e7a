#pragma once
// Surfaces that nobody fired: a made-up gun's marks in a made-up case, as a scan of it or made ready at once. Ground
// truth is known. Such surfaces serve tests and measurements; what is found on them is said to be found on them.
//
// A surface is, at each place, what the gun prints where the case touched the breech, what the primer had of itself
// where it did not, and what this firing alone left, then the form of the case round it. The relief is a band-limited
// random field (generated_relief.h); sums, square roots and base/steady_math.h are all that it is made of, so that a
// seed gives the same bits everywhere.

#include "surface/generated_firing.h"
#include "surface/generated_gun.h"
#include "surface/height_map.h"
#include "surface/prepared.h"

namespace lotline::surface {

/// A scan as an instrument would give it, in metres: tilted and bowed, with the primer's edge, the gap round it and the
/// case head, the firing pin's pit, steep walls missing, dropouts, spikes and noise.
[[nodiscard]] HeightMap generated_scan(const GeneratedOptions& options, const GeneratedGun& gun,
                                       const GeneratedFiring& firing);

/// The mark of the same firing without what preparing takes away: for galleries too large to be scanned. At the pitch
/// of the options, with the waves the generator makes, which are those that the band-pass keeps.
[[nodiscard]] Prepared generated_mark(const GeneratedOptions& options, const GeneratedGun& gun,
                                      const GeneratedFiring& firing);

}  // namespace lotline::surface
