#include "service/scan_surface.h"

#include "comparison/comparison.h"
#include "comparison/features.h"
#include "search/refusals.h"
#include "search/signature.h"
#include "service/refusals.h"
#include "surface/mirror.h"
#include "surface/prepare.h"
#include "surface/x3p_reader.h"

namespace lotline::service {

std::string surface_versions(surface::Mark mark) {
  const auto o = surface::defaults_for(mark);
  return fmt::format("{} pitch {} short {} long {} tolerance {} margin {} spikes {} area {} share {}; {}; {}",
                     surface::kPreparation, o.pitch_um, o.short_cutoff_um, o.long_cutoff_um, o.tolerance_um,
                     o.margin_um, o.spike_deviations, o.least_area_mm2, o.least_measured_share,
                     comparison::score_version, search::kSignatureVersion);
}

Result<surface::Prepared> prepared_surface(const surface::X3p& scan, const SurfaceKey& key) {
  const auto options = surface::defaults_for(key.mark);
  if (!key.negative) return surface::prepare(scan.map, options);
  return surface::prepare(surface::as_cast(scan.map, surface::Cast::negative), options);
}

KeptSurface kept_surface(const surface::X3p& scan, const SurfaceKey& key) {
  KeptSurface kept;
  kept.made_by = surface_versions(key.mark);
  const auto prepared = prepared_surface(scan, key);
  if (!prepared) {
    kept.unsuitable = fmt::format("{} {}: {}", prepared.error().number, prepared.error().name, prepared.error().text);
    return kept;
  }
  const search::Signature signature = search::signature(*prepared);
  if (!search::suitable(signature)) {
    kept.unsuitable = fmt::format("{} {}: {}", search::nothing_to_search_with.number,
                                  search::nothing_to_search_with.name, search::nothing_to_search_with.meaning);
    return kept;
  }
  const auto features = comparison::encode(comparison::features(*prepared));
  kept.features.assign(reinterpret_cast<const char*>(features.data()), features.size());
  kept.signature = search::encode(signature);
  return kept;
}

Result<surface::X3p> read_original(ScanStore& scans, const std::string& sha256) {
  const auto path = scans.original(sha256);
  if (!path) return refuse(original_missing, "{}", sha256);
  auto scan = surface::read_x3p(*path);
  if (!scan) return refuse(original_missing, "{}: {}", *path, scan.error().text);
  if (scan->sha256 != sha256) return refuse(original_missing, "{} is another file now", *path);
  return scan;
}

SurfaceKey surface_key(const seizure::ScanRow& scan) {
  return {scan.sha256, parse_word<surface::Mark>(scan.mark, "mark").value(), scan.cast == seizure::Cast::negative};
}

}  // namespace lotline::service
