#pragma once
// From a scan's file to what is kept of it beside the register: turned right side out when it is of a negative cast,
// prepared, and from that its features and its signature.

#include <span>
#include <string>

#include "seizure/scan.h"
#include "service/scan_store.h"
#include "surface/prepared.h"
#include "surface/x3p.h"

namespace lotline::service {

/// Everything that the kept bytes of a mark depend on besides the file: versions and options. What was made by another
/// is made again.
[[nodiscard]] std::string surface_versions(surface::Mark mark);

/// The surface of the mark. Refuses a scan that is unsuitable (5100-5199).
Result<surface::Prepared> prepared_surface(const surface::X3p& scan, const SurfaceKey& key);
/// The same with what is kept of it; of an unsuitable one why it is.
[[nodiscard]] KeptSurface kept_surface(const surface::X3p& scan, const SurfaceKey& key);

/// Reads the original of a scan on record. Refuses one that is not there any more or whose hash is another.
Result<surface::X3p> read_original(ScanStore& scans, const std::string& sha256);

/// How the register knows a scan's surface.
[[nodiscard]] SurfaceKey surface_key(const seizure::ScanRow& scan);

}  // namespace lotline::service
