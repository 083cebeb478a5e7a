#include "seizure/scan.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "seizure/refusals.h"

namespace lotline::seizure {

namespace {

Result<void> check_fired_case(const Scans& scans, ExhibitId id) {
  const auto exhibit = scans.exhibits.find(make_key(id));
  if (!exhibit) return refuse(unknown_exhibit, "{}", id.number);
  if (exhibit->kind != ExhibitKind::fired_case)
    return refuse(not_a_fired_case, "exhibit {} is a {}", id.number, word(exhibit->kind));
  return {};
}

Result<void> check_subject(const Scans& scans, const ScanRecorded& scan) {
  const int subjects = (scan.exhibit ? 1 : 0) + (scan.test_fire ? 1 : 0) + (scan.replica ? 1 : 0);
  if (subjects != 1) return refuse(scan_subject, "{} are named", subjects);
  if (scan.exhibit) return check_fired_case(scans, scan.exhibit);
  if (scan.test_fire) {
    const auto fired = scans.test_fires.find(make_key(scan.test_fire));
    if (!fired) return refuse(unknown_test_fire, "{}", scan.test_fire.number);
    if (fired->withdrawn != 0) return refuse(withdrawn_before, "test fire {}", scan.test_fire.number);
    return {};
  }
  const auto replica = scans.replicas.find(make_key(scan.replica));
  if (!replica) return refuse(unknown_replica, "{}", scan.replica.number);
  if (replica->withdrawn != 0) return refuse(withdrawn_before, "replica {}", scan.replica.number);
  return {};
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// A whole number from `least` to `most`, all of the text.
std::optional<int> whole_in(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
  return value;
}

}  // namespace

Result<std::int64_t> parse_clock(std::string_view text) {
  if (text.empty()) return std::int64_t{0};
  const auto colon = text.find(':');
  const auto hour = whole_in(text.substr(0, colon), 1, 12);
  const auto minute = colon == std::string_view::npos ? std::optional{0} : whole_in(text.substr(colon + 1), 0, 59);
  if (!hour || !minute) return refuse(unknown_word, "clock position \"{}\"; it is 1 to 12, or 3:30", text);
  const std::int64_t minutes = std::int64_t{*hour} * 60 + *minute;
  return minutes > kClockMinutes ? minutes - kClockMinutes : minutes;
}

std::string clock_text(std::int64_t minutes) {
  if (minutes == 0) return {};
  const std::int64_t hour = minutes < 60 ? 12 : minutes / 60;
  return minutes % 60 == 0 ? fmt::format("{}", hour) : fmt::format("{}:{:02}", hour, minutes % 60);
}

Result<ScanRecorded> decide_scan(const Scans& scans, ScanRecorded scan) {
  TRY(check_subject(scans, scan));
  if (scan.mark.empty()) return refuse(missing_value, "mark");
  if (!is_sha256(scan.sha256)) return refuse(bad_hash, "\"{}\"", scan.sha256);
  const RecordNumber source = source_of(scans, scan).number;
  for (const ScanRow& other : scans.scans.all_by("sha256", scan.sha256)) {
    if (other.withdrawn != 0) continue;
    if (other.source != source)
      return refuse(scan_of_other, "scan {} is of {} {}", other.id.number, word(other.source_kind), other.source);
    if (other.mark == scan.mark) return refuse(scan_exists, "scan {}", other.id.number);
  }
  return scan;
}

ScanSource source_of(const Scans& scans, const ScanRecorded& scan) {
  ExhibitId exhibit = scan.exhibit;
  TestFireId test_fire = scan.test_fire;
  Cast cast = Cast::none;
  if (scan.replica) {
    const auto replica = scans.replicas.find(make_key(scan.replica));
    CHECK(replica.has_value());
    exhibit = replica->exhibit;
    test_fire = replica->test_fire;
    cast = replica->cast;
  }
  if (exhibit) return {SourceKind::exhibit, exhibit.number, cast};
  const auto fired = scans.test_fires.find(make_key(test_fire));
  CHECK(fired.has_value());
  return {SourceKind::firearm, fired->firearm.number, cast};
}

void apply(const ScanRecorded& record, RecordNumber number, const When& happened, Scans& scans) {
  const ScanSource source = source_of(scans, record);
  const ClassMarks& marks = record.class_marks;
  ScanRow row;
  row.id = ScanId{number};
  row.exhibit = record.exhibit;
  row.test_fire = record.test_fire;
  row.replica = record.replica;
  row.source_kind = source.kind;
  row.source = source.number;
  row.cast = source.cast;
  row.sha256 = record.sha256;
  row.file = record.file;
  row.mark = record.mark;
  row.breech_face = marks.breech_face;
  row.calibre = marks.calibre;
  row.ejector = marks.ejector;
  row.extractor = marks.extractor;
  row.firing_pin = marks.firing_pin;
  row.headstamp = marks.headstamp;
  row.instrument = record.instrument;
  row.instrument_serial = record.instrument_serial;
  row.calibration = record.calibration;
  row.pitch_nm = record.pitch_nm;
  row.batch = record.batch;
  row.findings = fmt::format("{}", fmt::join(record.findings, ";"));
  row.scanned_first = happened.first;
  row.scanned_last = happened.last;
  scans.scans.put(row);
}

}  // namespace lotline::seizure
