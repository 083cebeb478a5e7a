#include "answers/scan_json.h"

#include <cmath>

#include "answers/answer.h"

namespace lotline::answers {

namespace {

/// Micrometres as JSON tells them, to a femtometre: 6.25, not 6.249999999999999.
double um_of(double metres) { return std::round(metres * 1e15) / 1e9; }

}  // namespace

double measured_share(const surface::HeightRange& range, const surface::HeightMap& map) {
  return static_cast<double>(range.measured) / static_cast<double>(map.heights_m.size());
}

void write_scan(JsonWriter& json, const surface::X3p& scan) {
  const auto& map = scan.map;
  const auto range = surface::height_range(map);
  json.member("sha256", scan.sha256).member("columns", map.columns).member("rows", map.rows);
  json.member("pitch_x_um", um_of(map.pitch_x_m)).member("pitch_y_um", um_of(map.pitch_y_m));
  json.member("measured_points", range.measured).member("measured_share", measured_share(range, map));
  json.key("lowest_um");
  range.measured > 0 ? json.value(um_of(range.lowest_m)) : json.null();
  json.key("highest_um");
  range.measured > 0 ? json.value(um_of(range.highest_m)) : json.null();
  json.member("stored_as", word(scan.stored_as));
  const auto& m = scan.metadata;
  json.key("metadata").begin_object();
  json.member("revision", m.revision).member("date", m.date).member("creator", m.creator);
  json.member("manufacturer", m.manufacturer).member("model", m.model).member("serial", m.serial);
  json.member("version", m.version).member("calibration_date", m.calibration_date);
  json.member("probing_type", m.probing_type).member("probing_identification", m.probing_identification);
  json.member("comment", m.comment).key("vendor_ids").begin_array();
  for (const auto& id : m.vendor_ids) json.value(id);
  json.end_array().end_object().key("findings").begin_array();
  for (const auto& finding : scan.findings)
    json.begin_object()
        .member("kind", word(finding.kind))
        .member("meaning", surface::meaning_of(finding.kind))
        .member("detail", finding.detail)
        .end_object();
  json.end_array();
}

std::string scan_as_json(const std::string& file, const surface::X3p& scan) {
  JsonWriter json;
  json.begin_object().member("file", file);
  write_scan(json, scan);
  json.end_object();
  return json.take();
}

std::string generated_as_json(const std::string& folder, std::size_t scans, std::size_t guns, std::string_view truth) {
  JsonWriter json = begin_answer(true);
  json.member("folder", folder).member("scans", scans).member("guns", guns).member("truth", truth).end_object();
  return json.take();
}

}  // namespace lotline::answers
