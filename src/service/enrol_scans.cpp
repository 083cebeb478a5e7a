#include "service/enrol_scans.h"

#include <fmt/ranges.h>

#include <filesystem>
#include <set>

#include "seizure/refusals.h"
#include "service/acts.h"
#include "service/refusals.h"
#include "service/scan_surface.h"
#include "service/work_in_order.h"
#include "surface/x3p_reader.h"

namespace lotline::service {

namespace {

using Filled = std::vector<std::pair<std::string_view, std::string_view>>;

/// What a thread makes of one file.
struct Read {
  Result<surface::X3p> file;
  std::optional<KeptSurface> surface;  ///< nothing when it is kept already
  SurfaceKey key;
};

std::string field_of(const ScanToEnrol& scan, std::string_view name) {
  for (const auto& [field, value] : scan.fields)
    if (field == name) return value;
  return {};
}

/// Mark and cast of a file, before its hash is known.
SurfaceKey key_before(Desk& desk, const ScanToEnrol& scan) {
  SurfaceKey key;
  key.mark = parse_word<surface::Mark>(field_of(scan, "mark"), "mark").value_or(surface::Mark::breech_face);
  const std::string replica = field_of(scan, "replica");
  if (replica.empty()) return key;
  const auto number = desk.lookup.recorded(replica, "");
  if (!number) return key;  // the act refuses it
  const auto row = desk.store.state().replicas.replicas.find(make_key(*number));
  key.negative = row && row->cast == seizure::Cast::negative;
  return key;
}

Read read_file(const ScanToEnrol& scan, SurfaceKey key, ScanStore& scans) {
  Read read{surface::read_x3p(scan.path), std::nullopt, std::move(key)};
  if (!read.file) return read;
  read.key.sha256 = read.file->sha256;
  if (scans.made_by(read.key) != surface_versions(read.key.mark)) read.surface = kept_surface(*read.file, read.key);
  read.file->map.heights_m = {};  // megabytes that nobody needs any more
  return read;
}

/// The first day on which what the file is said to be a scan of could have been scanned, as far as that is on record.
Day earliest_scan(Desk& desk, const ScanToEnrol& scan) {
  const auto& state = desk.store.state();
  Day earliest{};
  const auto number_in = [&](std::string_view name) {
    return desk.lookup.recorded(field_of(scan, name), "").value_or(0);
  };
  if (const auto row = state.exhibits.exhibits.find(make_key(number_in("exhibit")))) earliest = row->found_first;
  if (const auto row = state.scans.test_fires.find(make_key(number_in("test_fire")))) earliest = row->fired_first;
  return earliest;
}

/// The day the file says it was measured, when it can have been; else nothing, and today is recorded.
std::string measured_on(const surface::X3p& file, Day earliest, Day today) {
  const auto day = parse_day(std::string_view{file.metadata.date}.substr(0, 10));
  return day && earliest <= *day && *day <= today ? to_text(*day) : std::string{};
}

/// The form as the file fills it, and over it what was said of it.
std::vector<std::pair<std::string, std::string>> filled_by(const ScanToEnrol& scan, const Read& read,
                                                           const std::vector<std::string>& findings,
                                                           const std::string& measured) {
  const auto& file = *read.file;
  const auto& metadata = file.metadata;
  constexpr double kNanometres = 1e9;
  const double pitch = std::max(file.map.pitch_x_m, file.map.pitch_y_m) * kNanometres;
  std::vector<std::pair<std::string, std::string>> fields{
      {"file", std::filesystem::path{scan.path}.filename().string()},
      {"sha256", file.sha256},
      {"mark", std::string{word(read.key.mark)}},
      {"instrument", std::string{trim(metadata.manufacturer + " " + metadata.model)}},
      {"instrument_serial", metadata.serial},
      {"calibration", metadata.calibration_date},
      {"pitch_nm", pitch >= 1 ? fmt::format("{:.0f}", pitch) : ""},
      {"findings", fmt::format("{}", fmt::join(findings, ";"))},
      {"on", measured}};
  for (const auto& [name, value] : scan.fields) {
    if (value.empty()) continue;
    const auto known = std::ranges::find(fields, name, &std::pair<std::string, std::string>::first);
    if (known == fields.end())
      fields.emplace_back(name, value);
    else
      known->second = value;
  }
  return fields;
}

std::vector<std::string> findings_of(const surface::X3p& file) {
  std::vector<std::string> findings;
  for (const auto& finding : file.findings) findings.emplace_back(word(finding.kind));
  return findings;
}

bool names_subject(const ScanToEnrol& scan) {
  return !field_of(scan, "exhibit").empty() || !field_of(scan, "test_fire").empty() ||
         !field_of(scan, "replica").empty();
}

/// The scan that has the file on record as this mark.
RecordNumber on_record(const State& state, const SurfaceKey& key) {
  for (const auto& scan : state.scans.scans.all_by("sha256", key.sha256))
    if (scan.withdrawn == 0 && scan.mark == word(key.mark)) return scan.id.number;
  return 0;
}

/// Records the scan, then keeps its file and surface; cut off in between, the next run keeps them.
Result<void> take(Desk& desk, ScanStore& scans, const ScanToEnrol& scan, Read& read, const EnrolOptions& options,
                  EnrolledScan& enrolled) {
  if (!read.file) return std::unexpected(read.file.error());
  if (!names_subject(scan)) return refuse(scan_unlabelled, "{}", scan.path);
  enrolled.findings = findings_of(*read.file);
  const std::string measured = measured_on(*read.file, earliest_scan(desk, scan), desk.today());
  if (measured.empty() && !read.file->metadata.date.empty()) enrolled.findings.emplace_back("date_not_used");
  const auto fields = filled_by(scan, read, enrolled.findings, measured);
  const ActKind act = record_scan();
  const auto values = TRY(Values::of(act.form, Filled(fields.begin(), fields.end())));
  const auto number = record_act(desk, act, values, options.source);
  const bool known = !number && number.error().number == seizure::scan_exists.number;
  if (!number && !known) return std::unexpected(number.error());
  enrolled.scan = known ? on_record(desk.store.state(), read.key) : *number;
  if (!known || !scans.original(read.key.sha256))
    TRY(scans.keep_original(read.key.sha256, scan.path, options.copy_originals));
  if (read.surface) scans.keep(read.key, *read.surface);
  enrolled.outcome = !known ? EnrolOutcome::enrolled : read.surface ? EnrolOutcome::remade : EnrolOutcome::known;
  const auto kept = read.surface ? read.surface : scans.find(read.key);
  enrolled.unsuitable = kept ? kept->unsuitable : "";
  if (!known && !enrolled.unsuitable.empty()) enrolled.outcome = EnrolOutcome::unsuitable;
  return {};
}

void tell(const EnrolOptions& options, std::vector<EnrolledScan>& all, EnrolledScan scan, std::size_t of) {
  if (options.taken) options.taken(scan);
  all.push_back(std::move(scan));
  if (options.progress) options.progress(all.size(), of);
}

}  // namespace

std::vector<EnrolledScan> enrol_scans(Desk& desk, ScanStore& scans, std::span<const ScanToEnrol> files,
                                      const EnrolOptions& options) {
  std::vector<SurfaceKey> keys;
  for (const auto& file : files) keys.push_back(key_before(desk, file));
  std::vector<EnrolledScan> all;
  work_in_order<Read>(
      files.size(), options.threads, [&](std::size_t at) { return read_file(files[at], keys[at], scans); },
      [&](std::size_t at, Read read) {
        EnrolledScan enrolled{files[at].path, EnrolOutcome::refused, 0, {}, {}, {}};
        if (const auto done = take(desk, scans, files[at], read, options, enrolled); !done)
          enrolled.refusal = done.error();
        tell(options, all, std::move(enrolled), files.size());
        return true;
      });
  return all;
}

std::vector<EnrolledScan> remake_surfaces(Register& store, ScanStore& scans, const EnrolOptions& options) {
  std::vector<seizure::ScanRow> stale;
  for (const auto& scan : store.state().scans.scans.all()) {
    const auto key = surface_key(scan);
    if (scan.withdrawn == 0 && scans.made_by(key) != surface_versions(key.mark)) stale.push_back(scan);
  }
  std::vector<EnrolledScan> all;
  work_in_order<Read>(
      stale.size(), options.threads,
      [&](std::size_t at) {
        Read read{read_original(scans, stale[at].sha256), std::nullopt, surface_key(stale[at])};
        if (read.file) read.surface = kept_surface(*read.file, read.key);
        return read;
      },
      [&](std::size_t at, Read read) {
        EnrolledScan made{stale[at].file, EnrolOutcome::refused, stale[at].id.number, {}, {}, {}};
        if (read.file) {
          scans.keep(read.key, *read.surface);
          made.outcome = read.surface->unsuitable.empty() ? EnrolOutcome::remade : EnrolOutcome::unsuitable;
          made.unsuitable = read.surface->unsuitable;
        } else {
          made.refusal = read.file.error();
        }
        tell(options, all, std::move(made), stale.size());
        return true;
      });
  return all;
}

}  // namespace lotline::service
