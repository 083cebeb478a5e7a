#pragma once
// A surface made ready for comparison: resampled to a square pitch, levelled, band-passed, with what is no part of the
// mark taken out. Made by prepare.h from a HeightMap; comparison and search see nothing else.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "surface/mark.h"

namespace lotline::surface {

/// What the preparation saw of the scan, for whoever judges whether it is fit to be compared.
struct Quality {
  double measured_pitch_um = 0;  ///< of the scan as it came, the coarser of both axes
  double short_cutoff_um = 0;    ///< wavelengths below are damped; longer than asked for where the scan is coarser
  double measured_share = 0;     ///< of the mark's area, 0..1
  double area_mm2 = 0;           ///< measured, of the mark
  double rms_um = 0;             ///< Sq of the prepared heights
  double spike_share = 0;        ///< of the measured points, taken out as spikes, 0..1
  double tilt_deg = 0;           ///< of the plane that was taken out
  bool edge_found = false;       ///< a primer's edge was seen and what lies beyond it left out
  bool hole_found = false;       ///< a firing-pin hole was seen and left out

  friend bool operator==(const Quality&, const Quality&) = default;
};

/// Axes as in HeightMap; the centre of the grid is the centre of the scan it was made from. A point that was not
/// measured, or is no part of the mark, has present = 0 and height 0.
struct Prepared {
  Mark mark = Mark::breech_face;
  std::size_t columns = 0;
  std::size_t rows = 0;
  double pitch_um = 0;                  ///< between neighbours, both ways, micrometres
  std::vector<float> heights_um{};      ///< rows * columns, row by row, micrometres
  std::vector<std::uint8_t> present{};  ///< 1 where heights_um means something, else 0
  Quality quality{};
};

}  // namespace lotline::surface
