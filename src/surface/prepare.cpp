#include "surface/prepare.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "base/steady_math.h"
#include "surface/gaussian.h"
#include "surface/refusals.h"
#include "surface/region.h"
#include "surface/resample.h"
#include "surface/spikes.h"

namespace lotline::surface {

namespace {

constexpr double kFinestPitchM = 1e-8;
constexpr double kCoarsestPitchM = 1e-3;
/// Points of a prepared surface: a scan of 25 mm at 6.25 um. A fired case's head is 12 mm wide.
constexpr double kMostPoints = 16e6;
/// The time a filter takes grows with its reach; 80 is usual.
constexpr double kLongestCutoffPoints = 2'000;

Result<void> check_map(const HeightMap& map) {
  if (map.columns == 0 || map.rows == 0)
    return refuse(no_measured_surface, "{} columns, {} rows", map.columns, map.rows);
  if (map.heights_m.size() / map.columns != map.rows || map.heights_m.size() % map.columns != 0)
    return refuse(bad_height_map, "{} heights in {} columns and {} rows", map.heights_m.size(), map.columns, map.rows);
  for (const double pitch : {map.pitch_x_m, map.pitch_y_m})
    if (!(pitch >= kFinestPitchM && pitch <= kCoarsestPitchM))
      return refuse(bad_height_map, "a pitch of {} m; from {} to {} is read", pitch, kFinestPitchM, kCoarsestPitchM);
  return {};
}

Result<void> check_options(const PrepareOptions& o, const HeightMap& map) {
  if (!(o.pitch_um >= 0.1 && o.pitch_um <= 1000)) return refuse(bad_prepare_option, "pitch {} um", o.pitch_um);
  if (!(o.short_cutoff_um >= 0 && o.short_cutoff_um < o.long_cutoff_um && o.long_cutoff_um <= 100'000))
    return refuse(bad_prepare_option, "cutoffs {} and {} um", o.short_cutoff_um, o.long_cutoff_um);
  if (o.long_cutoff_um > kLongestCutoffPoints * o.pitch_um)
    return refuse(bad_prepare_option, "a cutoff of {} um at a pitch of {} um", o.long_cutoff_um, o.pitch_um);
  for (const double least_zero :
       {o.tolerance_um, o.margin_um, o.spike_deviations, o.least_area_mm2, o.least_measured_share})
    if (!(least_zero >= 0 && least_zero <= 1e6)) return refuse(bad_prepare_option, "{}", least_zero);
  if (!o.mask.empty() && o.mask.size() != map.heights_m.size())
    return refuse(mask_of_other_size, "{} values for {} heights", o.mask.size(), map.heights_m.size());
  const double points =
      points_at(map.columns, map.pitch_x_m * 1e6, o.pitch_um) * points_at(map.rows, map.pitch_y_m * 1e6, o.pitch_um);
  if (points > kMostPoints) return refuse(too_many_points, "{:.0f} points at {} um", points, o.pitch_um);
  if (const double cutoff = short_cutoff_um(map, o.pitch_um, o.short_cutoff_um); cutoff >= o.long_cutoff_um)
    return refuse(bad_prepare_option,
                  "the scan carries no wavelengths below {} um, and those from {} um on are taken out", cutoff,
                  o.long_cutoff_um);
  return {};
}

/// Keeps the points of the region, less its form. A cell at its border that was measured in part belongs to it.
void keep_region(Prepared& surface, const Cells& cells, const Region& region, double tolerance_um) {
  Region wide = region;
  const auto beside = [&](std::size_t cell) {
    const std::size_t column = cell % cells.columns;
    return (column > 0 && region.cells[cell - 1] != 0) || (column + 1 < cells.columns && region.cells[cell + 1] != 0) ||
           (cell >= cells.columns && region.cells[cell - cells.columns] != 0) ||
           (cell + cells.columns < cells.size() && region.cells[cell + cells.columns] != 0);
  };
  for (std::size_t cell = 0; cell < cells.size(); ++cell)
    if (cells.there[cell] == 0 && beside(cell)) wide.cells[cell] = 1;
  for (std::size_t row = 0, i = 0; row < surface.rows; ++row) {
    const double y = (static_cast<double>(row) - static_cast<double>(surface.rows - 1) / 2) * surface.pitch_um;
    for (std::size_t column = 0; column < surface.columns; ++column, ++i) {
      if (surface.present[i] == 0) continue;
      const double x = (static_cast<double>(column) - static_cast<double>(surface.columns - 1) / 2) * surface.pitch_um;
      const std::size_t cell = row / cells.points_y * cells.columns + column / cells.points_x;
      const double height = static_cast<double>(surface.heights_um[i]) - region.form.at(x, y);
      const bool kept = wide.cells[cell] != 0 && std::fabs(height) <= tolerance_um;
      surface.present[i] = kept ? 1 : 0;
      surface.heights_um[i] = kept ? static_cast<float>(height) : 0;
    }
  }
}

std::size_t count_present(const Prepared& surface) {
  std::size_t count = 0;
  for (const auto there : surface.present) count += there;
  return count;
}

double rms_of(const Prepared& surface) {
  double sum = 0;
  for (const float height : surface.heights_um) sum += static_cast<double>(height) * static_cast<double>(height);
  return std::sqrt(sum / static_cast<double>(std::max<std::size_t>(1, count_present(surface))));
}

/// Points of the region as they would be with nothing missing.
double points_of_region(const Cells& cells, const Region& region) {
  std::size_t count = region.enclosed;
  for (const auto cell : region.cells) count += cell;
  return static_cast<double>(count * cells.points_x * cells.points_y);
}

}  // namespace

PrepareOptions defaults_for(Mark mark) {
  PrepareOptions options;
  options.mark = mark;
  if (mark == Mark::breech_face) return options;
  // A firing-pin impression is some 1.2 mm across and an ejector's mark less, a third of a breech face: their form has
  // shorter waves, and there is less of them. Own values, tried on generated surfaces alone.
  options.long_cutoff_um = 250;
  options.tolerance_um = 40;
  options.least_area_mm2 = 0.15;
  return options;
}

Result<Prepared> prepare(const HeightMap& map, const PrepareOptions& options) {
  TRY(check_map(map));
  TRY(check_options(options, map));
  Believed believable = believed(map, options.spike_deviations);
  if (believable.measured == 0)
    return refuse(no_measured_surface, "{} heights, none of them beside others", believable.numbers);
  for (std::size_t i = 0; i < options.mask.size(); ++i)
    if (options.mask[i] == 0) believable.valid[i] = 0;

  const Form plane = find_plane(cells_of(map, believable.valid, believable.median_m), options.tolerance_um);
  Prepared surface =
      resample(map, believable.valid, believable.median_m, plane, options.pitch_um, options.short_cutoff_um);
  surface.mark = options.mark;
  const Cells cells = cells_of(surface);
  const bool search = options.find_region && options.mask.empty();
  const Region region = search ? find_region(cells, options) : whole_scan(cells);
  keep_region(surface, cells, region, search ? options.tolerance_um : reach_m * 1e6);

  const auto present = static_cast<double>(count_present(surface));
  if (present == 0) return refuse(mark_not_found, "{}", word(options.mark));
  const double point_mm2 = options.pitch_um * options.pitch_um * 1e-6;
  if (present * point_mm2 < options.least_area_mm2)
    return refuse(mark_too_small, "{:.3f} mm2, {} are needed", present * point_mm2, options.least_area_mm2);
  const double share = std::min(1.0, present / points_of_region(cells, region));
  if (share < options.least_measured_share) return refuse(mark_full_of_holes, "{:.0f} % was measured", 100 * share);
  take_out_long_waves(surface, options.long_cutoff_um);

  auto& quality = surface.quality;
  quality.measured_pitch_um = std::max(map.pitch_x_m, map.pitch_y_m) * 1e6;
  quality.short_cutoff_um = short_cutoff_um(map, options.pitch_um, options.short_cutoff_um);
  quality.measured_share = share;
  quality.area_mm2 = present * point_mm2;
  quality.rms_um = rms_of(surface);
  quality.spike_share = static_cast<double>(believable.spikes) / static_cast<double>(believable.numbers);
  const double slope = std::sqrt(plane.terms[1] * plane.terms[1] + plane.terms[2] * plane.terms[2]) / 1000;
  quality.tilt_deg = steady::atan2(slope, 1) * 180 / std::numbers::pi;
  quality.edge_found = region.edge.has_value();
  quality.hole_found = region.hole.has_value();
  constexpr double kNoReliefUm = 1e-3;  // a nanometre: less than any instrument resolves
  if (quality.rms_um < kNoReliefUm) return refuse(no_relief, "{:.2g} um", quality.rms_um);
  for (const float height : surface.heights_um) CHECK(std::isfinite(height));
  return surface;
}

}  // namespace lotline::surface
