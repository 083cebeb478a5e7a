#include "service/ready_scan.h"

#include <algorithm>

#include "base/text.h"

namespace lotline::service {

Result<ReadyScan> ready_scan(const surface::X3p& scan, const surface::PrepareOptions& options) {
  constexpr double kMicrometresInMetre = 1e6;
  const surface::Prepared prepared = TRY(surface::prepare(scan.map, options));
  ReadyScan ready;
  ready.sha256 = scan.sha256;
  ready.instrument = trim(scan.metadata.manufacturer + " " + scan.metadata.model);
  ready.pitch_um = std::max(scan.map.pitch_x_m, scan.map.pitch_y_m) * kMicrometresInMetre;
  ready.findings = scan.findings;
  ready.quality = prepared.quality;
  ready.features = comparison::features(prepared);
  return ready;
}

}  // namespace lotline::service
