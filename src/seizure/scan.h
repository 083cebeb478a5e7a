#pragma once
// Scans of fired cases on the register: of which exhibit, test fire or replica, which file, made with what, which mark,
// and what of its class was read (paras 76-78). What the surface looks like is worked out by the ballistics wing and
// kept beside the register; here stands what it is of.

#include <array>
#include <string>
#include <vector>

#include "seizure/replica.h"

namespace lotline::seizure {

/// What a scan is a scan of, in the end: several scans and test fires of one gun are one source.
enum class SourceKind { exhibit, firearm };

/// Positions on the head of a case are told as on a clock: minutes of the hour hand from 12, from 1 to 720; 12 o'clock
/// is 720 and 0 is not read.
inline constexpr std::int64_t kClockMinutes = 720;
/// "3", "3:30" or "12:00"; refuses any other text. Empty is 0.
Result<std::int64_t> parse_clock(std::string_view text);
std::string clock_text(std::int64_t minutes);

/// What shows of the class of gun on the case itself; what was not read is empty or 0.
struct ClassMarks {
  std::string breech_face;     ///< word of `breech_face_class`
  std::string calibre;         ///< a calibre of the catalogue
  std::int64_t ejector = 0;    ///< clock position
  std::int64_t extractor = 0;  ///< clock position
  std::string firing_pin;      ///< word of `firing_pin_shape`
  std::string headstamp;       ///< as read

  friend bool operator==(const ClassMarks&, const ClassMarks&) = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("breech_face", self.breech_face);
    visit("calibre", self.calibre);
    visit("ejector", self.ejector);
    visit("extractor", self.extractor);
    visit("firing_pin", self.firing_pin);
    visit("headstamp", self.headstamp);
  }
};

struct ScanRow {
  static constexpr std::string_view table = "scans";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 5> indexes{"sha256", "source", "exhibit", "test_fire", "replica"};

  ScanId id;
  ExhibitId exhibit;
  TestFireId test_fire;
  ReplicaId replica;
  SourceKind source_kind{};
  RecordNumber source = 0;  ///< the exhibit or the firearm, through a test fire or a replica
  Cast cast{};
  std::string sha256;  ///< of the original file
  std::string file;    ///< its name, without a folder
  std::string mark;    ///< word of surface::Mark
  std::string breech_face;
  std::string calibre;
  std::int64_t ejector = 0;
  std::int64_t extractor = 0;
  std::string firing_pin;
  std::string headstamp;
  std::string instrument;
  std::string instrument_serial;
  std::string calibration;  ///< day and number as the file states them
  std::int64_t pitch_nm = 0;
  std::string batch;
  std::string findings;  ///< what was found at enrolment, separated by ';'
  Day scanned_first;
  Day scanned_last;
  RecordNumber withdrawn = 0;

  [[nodiscard]] ClassMarks marks() const { return {breech_face, calibre, ejector, extractor, firing_pin, headstamp}; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("exhibit", self.exhibit);
    visit("test_fire", self.test_fire);
    visit("replica", self.replica);
    visit("source_kind", self.source_kind);
    visit("source", self.source);
    visit("cast", self.cast);
    visit("sha256", self.sha256);
    visit("file", self.file);
    visit("mark", self.mark);
    visit("breech_face", self.breech_face);
    visit("calibre", self.calibre);
    visit("ejector", self.ejector);
    visit("extractor", self.extractor);
    visit("firing_pin", self.firing_pin);
    visit("headstamp", self.headstamp);
    visit("instrument", self.instrument);
    visit("instrument_serial", self.instrument_serial);
    visit("calibration", self.calibration);
    visit("pitch_nm", self.pitch_nm);
    visit("batch", self.batch);
    visit("findings", self.findings);
    visit("scanned_first", self.scanned_first);
    visit("scanned_last", self.scanned_last);
    visit("withdrawn", self.withdrawn);
  }
};

struct ScanRecorded {
  static constexpr std::string_view kind_name = "scan";

  std::string batch;  ///< scans made together, so that a mirrored batch is suspected
  std::string calibration;
  ClassMarks class_marks;
  ExhibitId exhibit;
  std::string file;
  std::vector<std::string> findings;
  std::string instrument;
  std::string instrument_serial;
  std::string mark;
  std::string note;
  std::int64_t pitch_nm = 0;
  ReplicaId replica;
  std::string sha256;
  TestFireId test_fire;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("batch", self.batch);
    visit("calibration", self.calibration);
    visit("class_marks", self.class_marks);
    visit("exhibit", self.exhibit);
    visit("file", self.file);
    visit("findings", self.findings);
    visit("instrument", self.instrument);
    visit("instrument_serial", self.instrument_serial);
    visit("mark", self.mark);
    visit("note", self.note);
    visit("pitch_nm", self.pitch_nm);
    visit("replica", self.replica);
    visit("sha256", self.sha256);
    visit("test_fire", self.test_fire);
  }
};

/// The tables a scan rests on and its own.
struct Scans {
  Table<ExhibitRow>& exhibits;
  Table<firearms::TestFireRow>& test_fires;
  Table<ReplicaRow>& replicas;
  Table<ScanRow>& scans;
};

/// What the scan is of in the end, and through what kind of cast.
struct ScanSource {
  SourceKind kind{};
  RecordNumber number = 0;
  Cast cast{};
};

/// Refuses a scan of nothing on record, of more than one thing, of what is no fired case, without the file's hash or
/// the mark, and a file that is on record: as the same mark of the same source, or as of another source.
Result<ScanRecorded> decide_scan(const Scans& scans, ScanRecorded scan);
/// REQUIRES a subject that is on record.
ScanSource source_of(const Scans& scans, const ScanRecorded& scan);
void apply(const ScanRecorded& record, RecordNumber number, const When& happened, Scans& scans);

}  // namespace lotline::seizure

namespace lotline {
template <>
struct Words<seizure::SourceKind> {
  using K = seizure::SourceKind;
  static constexpr std::array<Word<K>, 2> all{{{K::exhibit, "exhibit"}, {K::firearm, "firearm"}}};
};
}  // namespace lotline
