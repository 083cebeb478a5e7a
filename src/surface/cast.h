#pragma once
// Casts of a fired case. A mould (negative cast) shows every height turned inside out, and the case as in a mirror; a
// cast of a mould (double cast) shows the case as it is.

#include "surface/height_map.h"

namespace lotline::surface {

/// What the case itself would have shown: heights negated, columns in reverse. Doing it twice gives the map back.
[[nodiscard]] HeightMap case_of_mould(HeightMap mould);

}  // namespace lotline::surface
