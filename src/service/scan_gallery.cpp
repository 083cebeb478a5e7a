#include "service/scan_gallery.h"

#include <set>

#include "search/signature.h"
#include "service/scan_surface.h"

namespace lotline::service {

namespace {

search::ItemKind kind_of(const seizure::ScanRow& scan) {
  if (scan.replica) return search::ItemKind::replica;
  return scan.test_fire ? search::ItemKind::test_fire : search::ItemKind::exhibit;
}

/// To the nearest hour; 0 was not read.
std::optional<int> hour_of(std::int64_t minutes) {
  if (minutes == 0) return std::nullopt;
  const int hour = static_cast<int>((minutes + 30) / 60 % 12);
  return hour == 0 ? 12 : hour;
}

}  // namespace

search::ClassFields class_fields(const State& state, const seizure::ScanRow& scan) {
  search::ClassFields fields;
  fields.calibre = scan.calibre;
  fields.firing_pin_shape = scan.firing_pin;
  fields.breech_face_class = scan.breech_face;
  fields.extractor_clock = hour_of(scan.extractor);
  fields.ejector_clock = hour_of(scan.ejector);
  fields.headstamp = scan.headstamp;
  fields.instrument = scan.instrument;
  if (scan.source_kind != seizure::SourceKind::firearm) return fields;
  const auto gun = state.firearms.firearms.find(make_key(scan.source));
  CHECK(gun.has_value());
  fields.make = trim(gun->make + " " + gun->model);
  if (fields.calibre.empty()) fields.calibre = gun->calibre;
  return fields;
}

Result<ScanGallery> scan_gallery(Register& store, ScanStore& scans, surface::Mark mark) {
  ScanGallery made{search::Gallery(mark), {}, 0, 0, 0, store.head().records, {}};
  const State& state = store.state();
  const std::string versions = surface_versions(mark);
  std::set<RecordNumber> sources;
  std::string listed;
  for (const auto& scan : state.scans.scans.all()) {
    if (scan.withdrawn != 0 || scan.mark != word(mark)) continue;
    const auto kept = scans.find(surface_key(scan));
    if (!kept || kept->made_by != versions) {
      ++made.missing;
      continue;
    }
    if (!kept->unsuitable.empty()) {
      ++made.unsuitable;
      continue;
    }
    const search::Item item{scan.id.number, scan.source, kind_of(scan), class_fields(state, scan)};
    TRY(made.gallery.add(item, TRY(search::decode_signature(kept->signature))));
    made.scans.emplace(scan.id.number, scan);
    sources.insert(scan.source);
    listed += fmt::format("{} {}\n", scan.id.number, scan.sha256);
  }
  made.sources = static_cast<std::int64_t>(sources.size());
  made.hash = proof::to_hex(proof::sha256(listed));
  return made;
}

}  // namespace lotline::service
