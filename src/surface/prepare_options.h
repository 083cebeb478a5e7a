#pragma once
// How a scan is made ready for comparison. Every default carries its unit and its reason; what a comparison or a
// calibrator was made with is named by these values.

#include <cstdint>
#include <span>

#include "surface/mark.h"

namespace lotline::surface {

struct PrepareOptions {
  Mark mark = Mark::breech_face;

  /// Micrometres. What the public breech-face studies were compared at (NIST's Fadul set; cmcR halves 3.125 to it), and
  /// the coarsest that still carries short_cutoff_um.
  double pitch_um = 6.25;

  /// Micrometres: wavelengths at which half the amplitude is left (ISO 16610-61). Shorter ones are noise of the
  /// instrument, longer ones the form of the primer. 16 and 500 are the defaults of cmcR (preProcess_gaussFilter),
  /// which follows the band-pass of Song et al. A scan too coarse for the short one is cut at 2.56 of its own points.
  double short_cutoff_um = 16;
  double long_cutoff_um = 500;

  /// Micrometres above or below the fitted face that still belong to the mark: cmcR's ransacFinalSelectThresh, 2e-5 m.
  double tolerance_um = 20;

  /// Micrometres taken off along a primer's edge and a firing-pin hole, whose rolled rims are no impression of the
  /// breech face: two cells of the finder.
  double margin_um = 50;

  /// A point farther from the median of its neighbours than so many robust standard deviations is a spike.
  double spike_deviations = 8;

  /// Square millimetres; less is unsuitable. A sixteenth of the breech face of a small primer less its hole (15 mm2
  /// less 8): below it fewer than ten of the usual cells of 0.25 mm are left.
  double least_area_mm2 = 0.5;

  /// Of the mark's own area that must have been measured; a scan with more holes than surface is to be taken again.
  double least_measured_share = 0.5;

  /// Look for the mark's region; off where the scan holds nothing else. A hand-made mask replaces the search.
  bool find_region = true;
  /// One byte for each height of the scan, not 0 where it belongs to the mark; empty: no mask by hand.
  std::span<const std::uint8_t> mask{};
};

/// The defaults of a kind of mark.
[[nodiscard]] PrepareOptions defaults_for(Mark mark);

}  // namespace lotline::surface
