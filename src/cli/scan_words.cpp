#include "cli/scan_words.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "answers/scan_json.h"
#include "cli/terminal.h"
#include "surface/refusals.h"
#include "surface/scan_units.h"

namespace lotline::cli {

namespace {

constexpr double kUm = 1e6;

void line(std::string_view name, const std::string& text) {
  if (!text.empty()) fmt::print("{}", hanging(fmt::format("  {:<11}", name), text, terminal_width(stdout)));
}

/// Joins what is there.
std::string joined(std::initializer_list<std::string> parts) {
  std::string text;
  for (const auto& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string with(std::string_view lead, const std::string& text) {
  return text.empty() ? std::string{} : fmt::format("{}{}", lead, text);
}

Result<double> degrees_of(std::string_view text) {
  double number = 0;
  const auto trimmed = trim(text);
  const auto [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), number);
  if (error != std::errc{} || end != trimmed.data() + trimmed.size() || !std::isfinite(number))
    return of_field("light", Result<double>(refuse(surface::bad_light, "'{}'", text)));
  return number;
}

}  // namespace

std::string instrument_in_words(const surface::X3pMetadata& metadata) {
  return joined(
      {metadata.manufacturer, metadata.model, with("serial ", metadata.serial), with("version ", metadata.version)});
}

void print_scan(const surface::X3p& scan, const std::string& path) {
  const auto& map = scan.map;
  const auto range = surface::height_range(map);
  fmt::print("{}\n", bold(path));
  line("size", fmt::format("{} x {} points, {:.4g} x {:.4g} mm", map.columns, map.rows,
                           map.pitch_x_m * static_cast<double>(map.columns) * 1e3,
                           map.pitch_y_m * static_cast<double>(map.rows) * 1e3));
  line("pitch", map.pitch_x_m == map.pitch_y_m
                    ? fmt::format("{:.6g} um", map.pitch_x_m * kUm)
                    : fmt::format("{:.6g} um along x, {:.6g} um along y", map.pitch_x_m * kUm, map.pitch_y_m * kUm));
  line("measured", fmt::format("{}: {} of {} points", percent(answers::measured_share(range, map)),
                               grouped(static_cast<std::int64_t>(range.measured)),
                               grouped(static_cast<std::int64_t>(map.heights_m.size()))));
  if (range.measured > 0)
    line("heights", fmt::format("{:.4g} to {:.4g} um", range.lowest_m * kUm, range.highest_m * kUm));
  line("stored as", std::string{word(scan.stored_as)});
  line("instrument", instrument_in_words(scan.metadata));
  line("probing", joined({scan.metadata.probing_type, scan.metadata.probing_identification}));
  line("taken", joined({scan.metadata.date, with("by ", scan.metadata.creator)}));
  line("calibrated", scan.metadata.calibration_date);
  line("comment", scan.metadata.comment);
  line("sha256", scan.sha256);
  if (scan.findings.empty()) line("findings", "none: the file is as the standard wants it");
  for (const auto& finding : scan.findings)
    line("finding",
         fmt::format("{}: {}{}", word(finding.kind), surface::meaning_of(finding.kind), with(" - ", finding.detail)));
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

Option light_option(std::string& text) {
  return {"--light",
          "where the lamp of the picture stands: AZIMUTH[,ELEVATION] in degrees, clockwise from the top and "
          "above the surface; 315,45 when left out",
          &text};
}

Result<surface::Light> light_of(const std::string& text) {
  surface::Light light;
  if (text.empty()) return light;
  const auto comma = text.find(',');
  light.azimuth_deg = TRY(degrees_of(text.substr(0, comma)));
  if (comma != text.npos) light.elevation_deg = TRY(degrees_of(text.substr(comma + 1)));
  if (std::abs(light.azimuth_deg) > 360 || light.elevation_deg <= 0 || light.elevation_deg > 90)
    return of_field("light", Result<surface::Light>(refuse(surface::bad_light, "'{}'", text)));
  return light;
}

}  // namespace lotline::cli
