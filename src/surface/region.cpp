#include "surface/region.h"

#include "surface/breech_face_region.h"
#include "surface/patches.h"

namespace lotline::surface {

namespace {

/// The innermost part without walls of what lies deeper than the face, or of everything where nothing does.
Region find_pit(const Cells& cells, const PrepareOptions& options) {
  CellMarks part(cells.there.begin(), cells.there.end());
  if (options.mark == Mark::firing_pin) {
    CellMarks deep(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
      deep[i] = cells.there[i] != 0 && cells.heights_um[i] < -options.tolerance_um ? 1 : 0;
    const auto patches = patches_of(cells, deep);
    if (const int pit = patches.heaviest();
        pit >= 0 && covers(cells, patches.sizes[static_cast<std::size_t>(pit)], least_hole_um2))
      part = marks_of(patches, pit);
  }
  const auto patches = patches_of(cells, without_walls(cells, part));
  // What lies round an ejector's mark is larger than it: of all that is large enough, the one nearest to the middle.
  int nearest = -1;
  const auto weight = [&](int patch) {
    const auto at = static_cast<std::size_t>(patch);
    return patches.weights[at] / static_cast<double>(patches.sizes[at]);
  };
  for (int patch = 0; patch < static_cast<int>(patches.sizes.size()); ++patch)
    if (covers(cells, patches.sizes[static_cast<std::size_t>(patch)], options.least_area_mm2 * 1e6) &&
        (nearest < 0 || weight(patch) > weight(nearest)))
      nearest = patch;
  Region region;
  region.cells = marks_of(patches, nearest >= 0 ? nearest : patches.heaviest());
  region.enclosed = enclosed_by(cells, others_of(cells, region.cells), -1);
  region.form = fit_form(cells, region.cells, 2, region.form);
  return region;
}

}  // namespace

Region whole_scan(const Cells& cells) {
  Region region;
  region.cells.assign(cells.there.begin(), cells.there.end());
  region.enclosed = enclosed_by(cells, others_of(cells, region.cells), -1);
  region.form = fit_form(cells, region.cells, 2, Form{});
  return region;
}

Region find_region(const Cells& cells, const PrepareOptions& options) {
  return options.mark == Mark::breech_face ? find_breech_face(cells, options) : find_pit(cells, options);
}

}  // namespace lotline::surface
